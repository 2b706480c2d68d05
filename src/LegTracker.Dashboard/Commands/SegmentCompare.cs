using System.CommandLine;
using System.Text.Json;
using LegTracker.Dashboard.Writing.Claims;
using LegTracker.Dashboard.Writing.Edited;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>segment compare</c>: what a person changed by hand in slides that were built. Needs no server.</summary>
internal static class SegmentCompare
{
    private static readonly Argument<string> Deck = new("FILE") { Description = "A .pptx file of segment build, edited" };

    private static readonly Option<string?> Claims = new("--claims") { Description = "Its file of claims, when that is not FILE.claims.json", HelpName = "FILE" };

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Make()
    {
        var compare = new Command("compare", """
            What a person changed, added or removed by hand in built slides and their notes

            Words are compared with FILE.claims.json, which was written with the slides; order, looks and alternative texts are not.

            examples:
              legtracker segment compare update.pptx
              legtracker segment compare from-google-slides.pptx --claims update.pptx.claims.json
              legtracker segment compare update.pptx --json

            exit codes: 0 nothing was changed, 5 something was, 4 no such file, 1 a file that cannot be read
            """) { Deck, Claims };
        compare.SetAction(CommandLine.Body((scope, _) => Task.FromResult(Run(scope))));
        return compare;
    }

    private static int Run(CommandScope scope)
    {
        var path = scope.Parsed.GetRequiredValue(Deck);
        var beside = scope.Parsed.GetValue(Claims) ?? path + ClaimsFile.Extension;
        var edited = Read(path, "", bytes => DeckText.ReadEdited(new MemoryStream(bytes)));
        var record = Read(beside, $" Name the file of claims that was written with {path}: --claims FILE", DeckRecord.Read);
        var edits = DeckComparison.Of(record.Slides, edited, record.Claims);
        foreach (var edit in edits)
        {
            CommandScope.Write(scope.Json
                ? JsonSerializer.Serialize(new { file = path, kind = edit.Kind.ToString().ToLowerInvariant(), slide = edit.Slide, was = edit.Was, notes = edit.InNotes, before = edit.Before, after = edit.After, claim = edit.Claim }, Readable)
                : Lines(edit));
        }

        scope.Say(edits.IsEmpty ? $"Nothing was changed by hand in {path}." : $"{CheckCommand.Count(edits.Length, "paragraph")} changed by hand in {path}.");
        return edits.IsEmpty ? ExitCode.Done : ExitCode.Refused;
    }

    private static string Lines(DeckEdit edit)
    {
        var lines = new List<string> { $"{edit.Place}: {edit.Kind.ToString().ToLowerInvariant()}{(edit.Claim.Length > 0 ? $", claim {edit.Claim}" : "")}" };
        if (edit.Before.Length > 0)
        {
            lines.Add($"  before: {Model.CleanText.Of(edit.Before)}");
        }

        if (edit.After.Length > 0)
        {
            lines.Add($"  after:  {Model.CleanText.Of(edit.After)}");
        }

        return string.Join('\n', lines);
    }

    private static T Read<T>(string path, string advice, Func<byte[], T> read)
    {
        try
        {
            return read(File.ReadAllBytes(path));
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandFault(ExitCode.NotFound, $"There is no file {path}.{advice}");
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new CommandFault(ExitCode.Failed, $"{path} cannot be read: {fault.Message.TrimEnd('.')}.{advice}");
        }
    }
}
