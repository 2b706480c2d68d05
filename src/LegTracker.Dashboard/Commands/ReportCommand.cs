using System.CommandLine;
using LegTracker.Dashboard.Writing;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>report</c>: the legislation of a fiscal year, worded for the Council's annual report.</summary>
internal static class ReportCommand
{
    private static readonly string[] Formats = ["docx", "md", "txt", "json"];

    private static readonly Option<string> Year = new("--fiscal-year") { Description = "July 1 to June 30, as 2024-25", HelpName = "YEAR", Required = true };
    private static readonly Option<string?> Format = new("--format") { Description = "docx, md, txt or json; else what --out ends with, else md", HelpName = "FORMAT" };
    private static readonly Option<string?> Out = new("--out") { Description = "File to write, with FILE.claims.json beside it; text goes to stdout when left out, or for -", HelpName = "FILE" };
    private static readonly Option<string?> Context = new("--context") { Description = "Your own text that stands before it (.docx, .md or .txt): what is written out there is not written out again", HelpName = "FILE" };
    private static readonly Option<bool> Final = new("--final") { Description = "Refuse with exit code 5 and a list while a text is missing that a person has to write, or was written for an older version" };

    public static Command Make()
    {
        var command = new Command("report", """
            Word the legislation of a fiscal year for the annual report

            A bill is in it when it was introduced, signed, chaptered, vetoed or failed, took effect or became
            operative in the year, or when a published segment told a meeting of it; each says which.

            examples:
              legtracker report --fiscal-year 2024-25
              legtracker report --fiscal-year 2024-25 --out legislation.docx --context our-report.docx
            """);
        foreach (var option in new Option[] { Year, Format, Out, Context, Final })
        {
            command.Options.Add(option);
        }

        command.SetAction(CommandLine.Body(RunAsync));
        return command;
    }

    private static async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var (format, given) = SegmentFormats.Chosen(scope.Json ? "json" : scope.Parsed.GetValue(Format), scope.Parsed.GetValue(Out));
        if (!Formats.Contains(format.Name))
        {
            throw new CommandFault(ExitCode.Usage, $"A report is written as {string.Join(", ", Formats)}, not as {format.Name}");
        }

        WarmUp.Begin(format.Name);
        var before = scope.Parsed.GetValue(Context) is { } context ? CheckCommand.Read(context).SelectMany(part => part.Blocks).Select(block => block.Text).ToList() : [];
        var request = new DraftSegmentRequest { FiscalYear = scope.Parsed.GetValue(Year)! };
        var segment = (await scope.Connection.Meetings.DraftSegmentAsync(request, deadline: Deadlines.Short(), cancellationToken: cancellationToken)).Segment;
        if (scope.Parsed.GetValue(Final) && segment.Missing.Count > 0)
        {
            throw SegmentOutput.Missing(segment);
        }

        return await SegmentOutput.WriteAsync(scope, format, segment, given, before, null, cancellationToken);
    }
}
