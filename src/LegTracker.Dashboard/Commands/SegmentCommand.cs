using System.CommandLine;
using LegTracker.Dashboard.Writing;
using LegTracker.V1;
using SegmentContent = LegTracker.Dashboard.Model.SegmentContent;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>segment build</c>: the legislative update segment of a meeting or a period in any format; <c>compare</c>, <c>publish</c> and <c>list</c> beside it.</summary>
internal static class SegmentCommand
{
    private static readonly Option<string?> Meeting = new("--meeting") { Description = "The meeting it is for: drafts what was recorded since the segment published last", HelpName = "DATE" };
    private static readonly Option<string?> Published = new("--segment") { Description = "A published segment, as segment list names it: writes it again as it was", HelpName = "NAME" };
    private static readonly Option<string?> Since = new("--since") { Description = "First event date, included; in place of a meeting", HelpName = "DATE" };
    private static readonly Option<string?> Until = new("--until") { Description = "Last event date, included; statements are worded for it", HelpName = "DATE" };
    private static readonly Option<string?> Format = new("--format") { Description = $"{SegmentFormats.Names}; else what --out ends with, else md", HelpName = "FORMAT", CompletionSources = { _ => SegmentFormats.All.Select(format => new System.CommandLine.Completions.CompletionItem(format.Name)) } };
    private static readonly Option<string?> Out = new("--out") { Description = "File to write, with FILE.claims.json beside it: every statement with its source; text goes to stdout when left out, or for -", HelpName = "FILE" };
    private static readonly Option<int?> Minutes = new("--minutes") { Description = "Minutes the segment may take, when not the meeting's; 10 for a period", HelpName = "N" };
    private static readonly Option<bool> Final = new("--final") { Description = "Refuse with exit code 5 and a list while a text is missing that a person has to write, or was written for an older version" };

    private static readonly Option<string?> Template = new("--template") { Description = "For pptx: your organisation's template, a .pptx or .potx file, in place of ours; see check template", HelpName = "FILE" };

    public static Command Make()
    {
        var build = new Command("build", """
            Build the segment from the record, or a published one again

            examples:
              legtracker segment build --meeting 2025-03-03
              legtracker segment build --meeting 2025-03-03 --out update.pptx --final
              legtracker segment build --meeting 2025-03-03 --out update.pptx --template county.potx
              legtracker segment build --meeting 2025-03-03 --out hand-out.docx
              legtracker segment build --meeting 2025-03-03 --format email --out digest.eml
              legtracker segment build --segment meetings/2025-03-03/segments/1 --format pptx --out shown.pptx
              legtracker segment build --since 2024-12-01 --until 2025-03-03
            """);
        foreach (var option in new Option[] { Meeting, Published, Since, Until, Format, Out, Minutes, Template, Final })
        {
            build.Options.Add(option);
        }

        build.SetAction(CommandLine.Body(BuildAsync));
        var segment = new Command("segment", "The meeting's legislative update segment\n\nexamples:\n  legtracker segment build --meeting 2025-03-03");
        segment.Subcommands.Add(build);
        segment.Subcommands.Add(SegmentCompare.Make());
        segment.Subcommands.Add(SegmentPublishing.Publish());
        segment.Subcommands.Add(SegmentPublishing.List());
        return segment;
    }

    private static async Task<int> BuildAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var (format, given) = SegmentFormats.Chosen(scope.Json ? "json" : scope.Parsed.GetValue(Format), scope.Parsed.GetValue(Out));
        var template = SegmentTemplate.Read(scope.Parsed.GetValue(Template), format.Name, given);
        WarmUp.Begin(format.Name);
        var segment = await ReadAsync(scope, cancellationToken);
        if (scope.Parsed.GetValue(Final) && segment.Missing.Count > 0)
        {
            throw SegmentOutput.Missing(segment);
        }

        return await SegmentOutput.WriteAsync(scope, format, segment, given, [], template, cancellationToken);
    }

    /// <summary>A draft of now, or the published one that is named.</summary>
    private static async Task<Segment> ReadAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var (meeting, published) = (scope.Parsed.GetValue(Meeting), scope.Parsed.GetValue(Published));
        var (since, until) = (scope.Parsed.GetValue(Since), scope.Parsed.GetValue(Until));
        if (new[] { meeting is not null, published is not null, since is not null || until is not null }.Count(given => given) != 1 || (since is null) != (until is null))
        {
            throw new CommandFault(ExitCode.Usage, "Give one of: --meeting DATE, --segment NAME, or --since DATE with --until DATE");
        }

        if (published is not null)
        {
            return scope.Parsed.GetValue(Minutes) is not null
                ? throw new CommandFault(ExitCode.Usage, "--minutes changes nothing in a published segment: leave it out")
                : (await scope.Connection.Meetings.GetSegmentAsync(new GetSegmentRequest { Name = published }, deadline: Deadlines.Short(), cancellationToken: cancellationToken)).Segment;
        }

        var request = new DraftSegmentRequest
        {
            Meeting = meeting is null ? "" : MeetingArgument.Name("--meeting", meeting),
            Since = since is null ? "" : DateArgument.Read("--since", since),
            Until = until is null ? "" : DateArgument.Read("--until", until),
            Minutes = scope.Parsed.GetValue(Minutes) ?? 0,
        };
        return (await scope.Connection.Meetings.DraftSegmentAsync(request, deadline: Deadlines.Short(), cancellationToken: cancellationToken)).Segment;
    }
}
