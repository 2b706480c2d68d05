using System.CommandLine;
using System.Text;
using LegTracker.Dashboard.Writing;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>segment build</c>: the legislative update segment of a period as Markdown, slides or JSON.</summary>
internal static class SegmentCommand
{
    private static readonly Option<string> Since = new("--since") { Description = "First event date, included", HelpName = "DATE", Required = true };
    private static readonly Option<string> Until = new("--until") { Description = "Last event date, included; statements are worded for it", HelpName = "DATE", Required = true };
    private static readonly Option<string> Format = new("--format") { Description = "md, pptx or json", HelpName = "FORMAT", DefaultValueFactory = _ => "md" };
    private static readonly Option<string?> Out = new("--out") { Description = "File to write; Markdown and JSON go to stdout when left out", HelpName = "FILE" };
    private static readonly Option<int> Minutes = new("--minutes") { Description = "Minutes the segment may take", HelpName = "N", DefaultValueFactory = _ => 10 };

    public static Command Make()
    {
        var build = new Command("build", """
            Build the segment from the record

            examples:
              legtracker segment build --since 2024-12-01 --until 2025-03-03
              legtracker segment build --since 2024-12-01 --until 2025-03-03 --format pptx --out update.pptx
            """);
        foreach (var option in new Option[] { Since, Until, Format, Out, Minutes })
        {
            build.Options.Add(option);
        }

        build.SetAction(CommandLine.Body(BuildAsync));
        var segment = new Command("segment", "The meeting's legislative update segment");
        segment.Subcommands.Add(build);
        return segment;
    }

    private static async Task<int> BuildAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var format = scope.Json ? "json" : scope.Parsed.GetValue(Format)!;
        if (format is not ("md" or "pptx" or "json"))
        {
            throw new CommandFault(ExitCode.Usage, $"--format '{format}' is not there: this version writes md, pptx and json");
        }

        var request = new DraftSegmentRequest
        {
            Since = DateArgument.Read("--since", scope.Parsed.GetValue(Since)!),
            Until = DateArgument.Read("--until", scope.Parsed.GetValue(Until)!),
            Minutes = scope.Parsed.GetValue(Minutes),
        };
        var segment = (await scope.Connection.Meetings.DraftSegmentAsync(request, deadline: Deadlines.Short(), cancellationToken: cancellationToken)).Segment;
        var file = scope.Parsed.GetValue(Out) ?? (format == "pptx" ? $"legislative-update-{request.Until}.pptx" : null);
        if (format == "json" && file is null)
        {
            CommandScope.WriteJson(segment);
            return ExitCode.Done;
        }

        var content = SegmentContentMapping.From(segment);
        if (file is null)
        {
            Console.Out.Write(MarkdownSegment.Write(content));
            return ExitCode.Done;
        }

        FileWriting.Replace(file, stream => Write(format, segment, content, stream));
        scope.Say($"Wrote {Path.GetFullPath(file)}: {segment.Sections.Count} section(s), {segment.Missing.Count} text(s) missing.");
        foreach (var missing in segment.Missing)
        {
            scope.Say($"  missing: {missing}");
        }

        return ExitCode.Done;
    }

    private static void Write(string format, Segment segment, Model.SegmentContent content, Stream stream)
    {
        if (format == "pptx")
        {
            PptxSegment.Write(content, stream);
        }
        else
        {
            stream.Write(Encoding.UTF8.GetBytes(format == "md" ? MarkdownSegment.Write(content) : Google.Protobuf.JsonFormatter.Default.Format(segment) + "\n"));
        }
    }
}
