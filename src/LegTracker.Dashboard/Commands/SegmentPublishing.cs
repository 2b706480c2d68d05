using System.CommandLine;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>segment publish|list</c>: freezing what a meeting is shown, and what was frozen.</summary>
internal static class SegmentPublishing
{
    private static readonly Option<string> Meeting = new("--meeting") { Description = "The meeting it is for", HelpName = "DATE", Required = true };
    private static readonly Option<string?> OnlyMeeting = new("--meeting") { Description = "Only this meeting's", HelpName = "DATE" };
    private static readonly Option<bool> Final = new("--final") { Description = "Refuse with exit code 5 and a list while a text is missing that a person has to write, or was written for an older version" };
    private static readonly Option<string?> Etag = new("--etag") { Description = "Publish only what was looked at: etag of segment build --json; refused when the record says something else now", HelpName = "ETAG" };
    private static readonly Option<string?> Author = new("--author") { Description = "Who publishes it", HelpName = "NAME" };

    public static Command Publish()
    {
        var publish = new Command("publish", """
            Freeze a meeting's segment as the record says it now; the next meeting tells what is recorded after it

            examples:
              legtracker segment publish --meeting 2025-03-03 --final
              legtracker segment build --segment meetings/2025-03-03/segments/1 --format pptx
            """)
        {
            Meeting, Final, Etag, Author,
        };
        publish.SetAction(CommandLine.Body(PublishAsync));
        return publish;
    }

    public static Command List()
    {
        var list = new Command("list", "Published segments, newest first\n\nexamples:\n  legtracker segment list\n  legtracker segment list --meeting 2025-03-03 --json") { OnlyMeeting };
        list.SetAction(CommandLine.Body(ListAsync));
        return list;
    }

    private static async Task<int> PublishAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var request = new PublishSegmentRequest
        {
            Meeting = MeetingArgument.Name("--meeting", scope.Parsed.GetRequiredValue(Meeting)),
            Etag = scope.Parsed.GetValue(Etag) ?? "",
            Final = scope.Parsed.GetValue(Final),
            Author = scope.Parsed.GetValue(Author) ?? "",
        };
        var segment = (await scope.Connection.Meetings.PublishSegmentAsync(request, deadline: Deadlines.Short(), cancellationToken: cancellationToken)).Segment;
        if (scope.Json)
        {
            CommandScope.WriteJson(segment);
            return ExitCode.Done;
        }

        CommandScope.Write($"Published {segment.Name}: as of {Words.Of(segment.SourcesRead?.LastTime ?? segment.AsOf)}, record revision {segment.Revision}, {segment.Missing.Count} text(s) missing. Write it with: legtracker segment build --segment {segment.Name}");
        foreach (var missing in segment.Missing)
        {
            scope.Say($"  missing: {missing}");
        }

        return ExitCode.Done;
    }

    private static async Task<int> ListAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var request = new ListSegmentsRequest { Meeting = scope.Parsed.GetValue(OnlyMeeting) is { } date ? MeetingArgument.Name("--meeting", date) : "", PageSize = 200 };
        var table = new TextTable("NAME", "PUBLISHED", "REVISION", "BY");
        var count = 0;
        do
        {
            var page = await scope.Connection.Meetings.ListSegmentsAsync(request, deadline: Deadlines.Short(), cancellationToken: cancellationToken);
            foreach (var segment in page.Segments)
            {
                count++;
                if (scope.Json)
                {
                    CommandScope.WriteJson(segment);
                }

                table.Add(segment.Name, Words.Of(segment.PublishedTime), segment.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture), segment.PublishedBy);
            }

            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        if (count == 0)
        {
            scope.Say("No segment is published yet. Publish one with: legtracker segment publish --meeting 2025-03-03");
        }
        else if (!scope.Json)
        {
            table.Write();
        }

        return ExitCode.Done;
    }
}
