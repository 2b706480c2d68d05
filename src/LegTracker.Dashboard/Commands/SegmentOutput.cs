using System.Text;
using LegTracker.Dashboard.Writing.Claims;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary>Writes a segment, or the report of a year, as a file with its claims beside it, or as text to stdout; and says what a person has still to do.</summary>
internal static class SegmentOutput
{
    /// <param name="given">File to write; null for stdout, or a made-up name where the format is no text.</param>
    /// <param name="before">Text that stands before it in the same document.</param>
    public static async Task<int> WriteAsync(CommandScope scope, SegmentFormat format, Segment segment, string? given, IReadOnlyList<string> before, CancellationToken cancellationToken)
    {
        if (format.Name == "json" && given is null)
        {
            CommandScope.WriteJson(segment);
            return ExitCode.Done;
        }

        var file = given ?? (format.IsText ? null : Name(segment) + format.Extensions[0]);
        var made = await SegmentFile.MakeAsync(format, segment, format.Name == "ics" ? Earlier(file) : null, before, cancellationToken);
        if (file is null)
        {
            Console.Out.Write(Encoding.UTF8.GetString(made.Bytes));
            return ExitCode.Done;
        }

        var claims = ClaimsFile.Write(made.Content, Path.GetFileName(file), format.Name, segment.Name, made.Claims);
        FileWriting.ReplaceBoth(file, made.Bytes, file + ClaimsFile.Extension, claims);
        scope.Say($"Wrote {Path.GetFullPath(file)} and {Path.GetFileName(file)}{ClaimsFile.Extension}: {segment.Sections.Count} section(s), {segment.Missing.Count} text(s) missing.");
        foreach (var line in SegmentReport.Of(segment, made))
        {
            scope.Say(line);
        }

        return ExitCode.Done;
    }

    /// <summary>What <c>--final</c> refuses with.</summary>
    public static CommandFault Missing(Segment segment) => new(ExitCode.Refused, $"{segment.Missing.Count} text(s) that a person has to write are missing; nothing was written.\n{string.Join('\n', segment.Missing.Select(missing => $"  missing: {missing}"))}");

    private static string Name(Segment segment) => segment.FiscalYear.Length > 0 ? $"legislation-{segment.FiscalYear}" : $"legislative-update-{segment.Until}";

    private static string? Earlier(string? file)
    {
        try
        {
            return file is not null && File.Exists(file) ? File.ReadAllText(file) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandFault(ExitCode.Failed, $"{file}, which holds the events written before, cannot be read: {fault.Message}");
        }
    }
}
