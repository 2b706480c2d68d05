using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LegTracker.Legislature;
using LegTracker.V1;

namespace LegTracker.EndToEnd.Tests;

/// <summary>H1 through real processes: the legislature's host dies, and what is printed in front of a meeting stays as of the last good reading.</summary>
public sealed partial class NetworkOffTests
{
    private static readonly string[] Formats = ["pptx", "docx", "html", "md", "txt", "eml"];

    [Fact]
    public async Task H1_with_the_network_off_every_file_stays_as_of_the_last_good_reading_and_says_so()
    {
        await using var world = await World.StartAsync(new DateOnly(2025, 3, 3), 0.05, "--LegTracker:Sources:Pages:Enabled=false");
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);
        await world.Replay.KillAsync();
        Assert.NotEqual(0, (await world.RunAsync("poll", "--wait")).ExitCode);
        var first = await DraftAsync(world);
        await Eventually.GetAsync(async () => (await DraftAsync(world)) is var later && later.AsOf.ToDateTimeOffset() > first.AsOf.ToDateTimeOffset().AddDays(1) ? later : null, 120, () => "the clock stands still");

        var draft = await DraftAsync(world);
        Assert.Equal((true, first.SourcesRead.LastTime), (draft.SourcesRead.Behind, draft.SourcesRead.LastTime));
        var good = Moment(draft.SourcesRead.LastTime.ToDateTimeOffset());
        foreach (var format in Formats)
        {
            var file = Path.Combine(world.Folder, $"update.{format}");
            var built = await world.RunAsync("segment", "build", "--since", "2024-12-01", "--until", "2025-03-03", "--out", file);
            Assert.True(built.ExitCode == 0, string.Join('\n', built.Errors));
            using var claims = JsonDocument.Parse(await File.ReadAllTextAsync(file + ".claims.json"));

            var said = format == "eml" ? Mail(await File.ReadAllTextAsync(file)) : DeckFile.Said(file);
            Assert.Equal([$"As of {good}"], AsOf().Matches(said).Select(match => match.Value).Distinct());
            Assert.Matches($@"No source has confirmed a bill since then\. This was drafted March \d+, 2025, [0-9:]+ [ap]\.m\. Pacific time, \d+ days? later\.", said);
            Assert.Equal(draft.SourcesRead.LastTime.ToDateTimeOffset(), claims.RootElement.GetProperty("asOf").GetDateTimeOffset().ToUniversalTime());
            Assert.True(claims.RootElement.GetProperty("isBehind").GetBoolean());
        }

        // Each slide in its footer, each in its notes, and the first in its text.
        var slides = DeckFile.Look(Path.Combine(world.Folder, "update.pptx")).Slides;
        Assert.Equal(2 * slides + 1, AsOf().Count(DeckFile.Said(Path.Combine(world.Folder, "update.pptx"))));
    }

    [Fact]
    public async Task A_segment_that_was_published_is_written_byte_for_byte_whatever_is_read_or_not_read_later()
    {
        await using var world = await World.StartAsync(new DateOnly(2025, 3, 3), 0.05, "--LegTracker:Sources:Pages:Enabled=false");
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);
        Assert.Equal(0, (await world.RunAsync("meetings", "add", "2025-03-03", "--title", "CSEC Action Team")).ExitCode);
        Assert.Equal(0, (await world.RunAsync("segment", "publish", "--meeting", "2025-03-03")).ExitCode);
        var before = await BuildAsync("before");
        await world.Replay.KillAsync();
        Assert.NotEqual(0, (await world.RunAsync("poll", "--wait")).ExitCode);

        var after = await BuildAsync("after");

        Assert.Equal(before, after);

        async Task<List<byte[]>> BuildAsync(string folder)
        {
            var into = Directory.CreateDirectory(Path.Combine(world.Folder, folder)).FullName;
            var files = new List<byte[]>();
            foreach (var format in Formats.Append("csv"))
            {
                var file = Path.Combine(into, $"update.{format}");
                Assert.Equal(0, (await world.RunAsync("segment", "build", "--segment", "meetings/2025-03-03/segments/1", "--out", file)).ExitCode);
                files.AddRange([await File.ReadAllBytesAsync(file), await File.ReadAllBytesAsync(file + ".claims.json")]);
            }

            return files;
        }
    }

    private static async Task<Segment> DraftAsync(World world) =>
        (await world.Connection.Meetings.DraftSegmentAsync(new DraftSegmentRequest { Since = "2024-12-01", Until = "2025-03-03" })).Segment;

    private static string Moment(DateTimeOffset time)
    {
        var local = CaliforniaTime.InLosAngeles(time);
        return local.ToString("MMMM d, yyyy, h:mm ", CultureInfo.InvariantCulture) + (local.Hour < 12 ? "a.m. Pacific time" : "p.m. Pacific time");
    }

    private static string Mail(string message) => string.Join('\n', Base64().Matches(message).Select(match => System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups[1].Value))));

    [GeneratedRegex(@"As of [A-Z][a-z]+ \d+, \d+, [0-9:]+ [ap]\.m\. Pacific time")]
    private static partial Regex AsOf();

    [GeneratedRegex(@"base64\r\n\r\n([A-Za-z0-9+/=\r\n]+?)\r\n\r\n")]
    private static partial Regex Base64();
}
