using System.Text.Json;
using LegTracker.V1;

namespace LegTracker.EndToEnd.Tests;

/// <summary>A host's way from one meeting to the next, in real processes.</summary>
public sealed class MeetingJourneyTests
{
    private const string First = "meetings/2025-03-03/segments/1";
    private const string NoPages = "--LegTracker:Sources:Pages:Enabled=false";

    [Fact]
    public async Task A_meeting_is_added_edited_listed_and_removed_and_what_is_refused_says_why()
    {
        await using var world = await World.StartAsync(new DateOnly(2025, 3, 3), daysASecond: 0, NoPages);
        var none = await world.RunAsync("meetings", "list");
        var noSegments = await world.RunAsync("segment", "list", "--json");
        var added = await world.RunAsync("meetings", "add", "2025-03-03", "--title", "CSEC Action Team");
        var twice = await world.RunAsync("meetings", "add", "2025-03-03");
        var edited = await world.RunAsync("meetings", "edit", "2025-03-03", "--minutes", "5");
        var listed = await world.RunAsync("meetings", "list", "--json");
        var table = await world.RunAsync("meetings", "list");
        var nothing = await world.RunAsync("meetings", "edit", "2025-03-03");
        var absent = await world.RunAsync("meetings", "edit", "2025-03-04", "--minutes", "5");
        var removed = await world.RunAsync("meetings", "remove", "2025-03-03");
        var gone = await world.RunAsync("meetings", "remove", "2025-03-03");

        Assert.Equal((0, 0, 0, 0, 0, 0, 0), (none.ExitCode, noSegments.ExitCode, added.ExitCode, edited.ExitCode, listed.ExitCode, table.ExitCode, removed.ExitCode));
        Assert.Equal((1, 2, 4, 4), (twice.ExitCode, nothing.ExitCode, absent.ExitCode, gone.ExitCode));
        Assert.Contains(none.Errors, line => line.StartsWith("No meetings yet.", StringComparison.Ordinal));
        Assert.Contains(noSegments.Errors, line => line.StartsWith("No segment is published yet.", StringComparison.Ordinal));
        Assert.Empty(noSegments.Output);
        Assert.Contains(twice.Errors, line => line.Contains("already a meeting", StringComparison.Ordinal));
        var meeting = JsonDocument.Parse(Assert.Single(listed.Output)).RootElement;
        Assert.Equal(("meetings/2025-03-03", "CSEC Action Team", 5), (meeting.GetProperty("name").GetString(), meeting.GetProperty("title").GetString(), meeting.GetProperty("minutes").GetInt32()));
        Assert.Equal(["DATE        MINUTES  PUBLISHED  TITLE", "2025-03-03  5        no         CSEC Action Team"], table.Output);
    }

    [Fact]
    public async Task A_segment_with_missing_texts_is_not_final_and_wrong_wishes_are_exit_2()
    {
        await using var world = await World.StartAsync(new DateOnly(2025, 3, 3), daysASecond: 0, NoPages);
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);
        Assert.Equal(0, (await world.RunAsync("meetings", "add", "2025-03-03")).ExitCode);
        var file = Path.Combine(world.Folder, "final.md");

        var final = await world.RunAsync("segment", "publish", "--meeting", "2025-03-03", "--final");
        var built = await world.RunAsync("segment", "build", "--meeting", "2025-03-03", "--final", "--out", file);
        var draft = await world.RunAsync("segment", "build", "--meeting", "2025-03-03", "--json");
        var looked = JsonDocument.Parse(Assert.Single(draft.Output)).RootElement;
        var published = await world.RunAsync("segment", "publish", "--meeting", "2025-03-03", "--etag", looked.GetProperty("etag").GetString()!, "--author", "Ada", "--json");
        var mismatch = await world.RunAsync("segment", "publish", "--meeting", "2025-03-03", "--etag", "other");
        var listed = await world.RunAsync("segment", "list");
        var kept = await world.RunAsync("meetings", "remove", "2025-03-03");
        var both = await world.RunAsync("segment", "build", "--meeting", "2025-03-03", "--since", "2025-01-01", "--until", "2025-03-03");
        var neither = await world.RunAsync("segment", "build");
        var unknown = await world.RunAsync("segment", "build", "--segment", "meetings/2025-03-03/segments/9");

        Assert.Equal((5, 5, 0, 5, 5, 2, 2, 4), (final.ExitCode, built.ExitCode, published.ExitCode, mismatch.ExitCode, kept.ExitCode, both.ExitCode, neither.ExitCode, unknown.ExitCode));
        Assert.Contains("  missing: AB 1831: what it does", final.Errors);
        Assert.Contains("  missing: AB 1831: what it does", built.Errors);
        Assert.False(File.Exists(file));
        var frozen = JsonDocument.Parse(Assert.Single(published.Output)).RootElement;
        Assert.Equal((First, "Ada", looked.GetProperty("etag").GetString()), (frozen.GetProperty("name").GetString(), frozen.GetProperty("publishedBy").GetString(), frozen.GetProperty("etag").GetString()));
        Assert.Contains(listed.Output, line => line.StartsWith(First, StringComparison.Ordinal) && line.EndsWith("Ada", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_published_segment_is_written_byte_for_byte_again_after_the_record_moved_and_the_next_meeting_hears_what_came_after()
    {
        await using var world = await World.StartAsync(new DateOnly(2025, 2, 10), daysASecond: 1, NoPages);
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);
        await AddAsync(world, "2025-03-03", "2025-12-01");
        Assert.Equal(0, (await world.RunAsync("segment", "publish", "--meeting", "2025-03-03")).ExitCode);
        var before = await FilesAsync(world, "before");
        var frozen = (await world.Connection.Meetings.GetSegmentAsync(new GetSegmentRequest { Name = First })).Segment;

        await Eventually.GetAsync(async () => (await LinesAsync(world, frozen.Revision)).Count >= 5 ? "moved" : null, 150, () => $"too few lines came after revision {frozen.Revision}");
        await world.Server.KillAsync();
        await world.RestartServerAsync(NoPages);
        var after = await FilesAsync(world, "after");
        var again = await Eventually.GetAsync(async () => (await world.Connection.Meetings.GetSegmentAsync(new GetSegmentRequest { Name = First })).Segment, 10, () => "no segment");
        var next = (await world.Connection.Meetings.DraftSegmentAsync(new DraftSegmentRequest { Meeting = "meetings/2025-12-01" })).Segment;

        Assert.Equal(before, after);
        Assert.Equal(frozen, again);
        Assert.Equal(frozen.Revision, next.SinceRevision);
        var recorded = (await LinesAsync(world, frozen.Revision)).ToHashSet();
        var told = next.Sections.SelectMany(section => section.Items).SelectMany(item => item.Changes.Select(change => (item.Bill, change.Source.Locator))).ToList();
        var known = (await world.Connection.Bills.ListBillsAsync(new ListBillsRequest())).Bills.ToDictionary(bill => bill.Name, bill => bill.Actions);
        Assert.True(told.Count >= 5, $"only {told.Count} lines are told");
        Assert.All(told, line => Assert.True(
            recorded.Contains(line) || known[line.Bill].Any(action => action.Text == line.Locator && string.CompareOrdinal(action.Date, "2025-03-03") > 0),
            $"{line} was told before"));
    }

    private static async Task AddAsync(World world, params string[] dates)
    {
        foreach (var date in dates)
        {
            Assert.Equal(0, (await world.RunAsync("meetings", "add", date)).ExitCode);
        }
    }

    /// <summary>The published segment's Markdown and slides, each as a hexadecimal text.</summary>
    private static async Task<List<string>> FilesAsync(World world, string name)
    {
        var files = new List<string>();
        foreach (var format in new[] { "md", "pptx" })
        {
            var file = Path.Combine(world.Folder, $"{name}.{format}");
            var (exit, _, errors) = await world.RunAsync("segment", "build", "--segment", First, "--format", format, "--out", file);
            Assert.True(exit == 0, string.Join('\n', errors));
            files.Add(Convert.ToHexString(await File.ReadAllBytesAsync(file)));
        }

        return files;
    }

    /// <summary>Lines added, posted late or reworded after a revision, each with its bill.</summary>
    private static async Task<List<(string Bill, string Text)>> LinesAsync(World world, long after)
    {
        var lines = new List<(string, string)>();
        var request = new ListChangesRequest { AfterRevision = after, PageSize = 1000 };
        do
        {
            var page = await world.Connection.Changes.ListChangesAsync(request);
            lines.AddRange(page.Changes.Where(change => change.Kind is ChangeKind.ActionAdded or ChangeKind.ActionPostedLate or ChangeKind.ActionReworded).Select(change => (change.Bill, change.NewValue)));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return lines;
    }
}
