using System.Globalization;
using System.Text;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing;
using LegTracker.Dashboard.Writing.Claims;
using LegTracker.Dashboard.Writing.Office;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary>Writes a segment, or the report of a year, as a file with its claims beside it, or as text to stdout; and says what a person has still to do.</summary>
internal static class SegmentOutput
{
    /// <param name="given">File to write; null for stdout, or a made-up name where the format is no text.</param>
    /// <param name="before">Text that stands before it in the same document.</param>
    /// <param name="template">For slides: an organisation's own; null for ours.</param>
    public static async Task<int> WriteAsync(CommandScope scope, SegmentFormat format, Segment segment, string? given, IReadOnlyList<string> before, SegmentTemplate? template, CancellationToken cancellationToken)
    {
        if (format.Name == "json" && given is null)
        {
            CommandScope.WriteJson(segment);
            return ExitCode.Done;
        }

        var file = given ?? (format.IsText ? null : Name(segment) + format.Extensions[0]);
        var content = WrittenSegment.Prepared(SegmentContentMapping.From(segment));
        var made = await MakeAsync(format, segment, content, Earlier(format, file), before, template, cancellationToken);
        if (file is null)
        {
            Console.Out.Write(Encoding.UTF8.GetString(made.Bytes));
            return ExitCode.Done;
        }

        var kept = format.Name == "pptx" ? EditedDeck.Keep(file) : null;
        try
        {
            Replace(file, format, segment, content, made);
        }
        catch (CommandFault) when (kept is not null)
        {
            EditedDeck.Forget(kept);
            throw;
        }

        scope.Say($"Wrote {Path.GetFullPath(file)} and {Path.GetFileName(file)}{ClaimsFile.Extension}: {segment.Sections.Count} section(s), {segment.Missing.Count} text(s) missing.");
        if (kept is not null)
        {
            scope.Say($"The slides that were there are not as they were written, so they are kept as {kept}. To see what was changed: legtracker segment compare {kept}");
        }

        if (IsOpenElsewhere(Path.GetFullPath(file)))
        {
            scope.Say($"{Path.GetFileName(file)} is open in an office program, which still shows what was there: close it there without saving, and open it again.");
        }

        foreach (var line in SegmentReport.Of(segment, made).Concat(made.Remarks))
        {
            scope.Say(line);
        }

        return ExitCode.Done;
    }

    /// <summary>Writes it into the current folder under the first name that is free.</summary>
    /// <returns>The full path.</returns>
    /// <exception cref="CommandFault">The folder cannot be written, or what makes the format is not there.</exception>
    public static async Task<string> WriteHereAsync(Segment segment, string formatName)
    {
        var format = SegmentFormats.Of(formatName, null);
        var path = Path.GetFullPath(Name(segment) + format.Extensions[0]);
        for (var number = 2; File.Exists(path); number++)
        {
            path = Path.GetFullPath(string.Create(CultureInfo.InvariantCulture, $"{Name(segment)}-{number}{format.Extensions[0]}"));
        }

        var content = WrittenSegment.Prepared(SegmentContentMapping.From(segment));
        Replace(path, format, segment, content, await MakeAsync(format, segment, content, null, [], null, CancellationToken.None));
        return path;
    }

    /// <summary>What <c>--final</c> refuses with.</summary>
    public static CommandFault Missing(Segment segment) => new(
        ExitCode.Refused,
        $"{segment.Missing.Count} text(s) that a person has to write or check; nothing was written.\n{string.Join('\n', segment.Missing.Select(missing => $"  missing: {missing}"))}");

    private static async Task<WrittenSegment> MakeAsync(
        SegmentFormat format, Segment segment, SegmentContent content, string? earlier, IReadOnlyList<string> before, SegmentTemplate? template, CancellationToken cancellationToken) => format.Name switch
        {
            "json" => WrittenSegment.OfData(content, Encoding.UTF8.GetBytes(Google.Protobuf.JsonFormatter.Default.Format(segment) + "\n")),
            "pdf" => await PdfAsync(WrittenSegment.Of("docx", content, before: before), content.AsOf, cancellationToken),
            "pptx" => SegmentTemplate.Slides(content, template),
            _ => WrittenSegment.Of(format.Name, content, earlier, before),
        };

    private static async Task<WrittenSegment> PdfAsync(WrittenSegment docx, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        try
        {
            return docx with { Bytes = await PdfConversion.OfAsync(docx.Bytes, asOf, cancellationToken) };
        }
        catch (InvalidOperationException fault)
        {
            throw new CommandFault(ExitCode.Failed, $"No PDF was written: {fault.Message}.");
        }
    }

    private static void Replace(string file, SegmentFormat format, Segment segment, SegmentContent content, WrittenSegment made) =>
        FileWriting.ReplaceBoth(file, made.Bytes, file + ClaimsFile.Extension, ClaimsFile.Write(content, Path.GetFileName(file), format.Name, segment.Name, made.Claims, format.Name == "pptx" ? made.Bytes : null));

    // LibreOffice and PowerPoint put a file of this name beside what they have open; Word leaves out the name's first two letters.
    private static bool IsOpenElsewhere(string file) => new[] { $".~lock.{Path.GetFileName(file)}#", $"~${Path.GetFileName(file)}", $"~${string.Concat(Path.GetFileName(file).Skip(2))}" }
        .Any(name => File.Exists(Path.Combine(Path.GetDirectoryName(file)!, name)));

    private static string Name(Segment segment) => segment.FiscalYear.Length > 0 ? $"legislation-{segment.FiscalYear}" : $"legislative-update-{segment.Until}";

    // Events that are taken off the calendar are known from the file that is written over.
    private static string? Earlier(SegmentFormat format, string? file)
    {
        try
        {
            return format.Name == "ics" && file is not null && File.Exists(file) ? File.ReadAllText(file) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandFault(ExitCode.Failed, $"{file}, which holds the events written before, cannot be read: {fault.Message}");
        }
    }
}
