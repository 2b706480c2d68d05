using System.Text.Json;
using LegTracker.Tests;

namespace LegTracker.EndToEnd.Tests;

/// <summary>What the meetings of the past would have been told, from the replayed record; the sentence of AB 1394's digest is constructed by the replay and says so there.</summary>
public sealed class MarchMeetingTests
{
    [Fact]
    public async Task The_meeting_of_March_3_2025_hears_of_AB_1394_and_AB_1831_as_now_in_California_with_their_operative_dates()
    {
        await using var world = await World.StartAsync(new DateOnly(2025, 3, 3), daysASecond: 0, "--LegTracker:Sources:Pages:Enabled=false");
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);
        Assert.Equal(0, (await world.RunAsync("meetings", "add", "2024-12-02")).ExitCode);
        Assert.Equal(0, (await world.RunAsync("meetings", "add", "2025-03-03", "--title", "CSEC Action Team")).ExitCode);

        var built = await world.RunAsync("segment", "build", "--meeting", "2025-03-03", "--json");

        Assert.Equal(0, built.ExitCode);
        var sections = JsonDocument.Parse(string.Join('\n', built.Output)).RootElement.GetProperty("sections").EnumerateArray().ToList();
        var now = Assert.Single(sections, section => section.GetProperty("title").GetString() == "Now in California").GetProperty("items").EnumerateArray().ToList();
        var said = now.ToDictionary(item => item.GetProperty("bill").GetString()!, item => item.GetProperty("claims").EnumerateArray().Select(claim => claim.GetProperty("text").GetString()!).ToList());
        Assert.EndsWith("1394 is law, in effect since January 1, 2024, and operative since January 1, 2025.", said["states/ca/sessions/20232024-0/bills/AB1394"][0], StringComparison.Ordinal);
        Assert.EndsWith("1831 is law, in effect since January 1, 2025.", said["states/ca/sessions/20232024-0/bills/AB1831"][0], StringComparison.Ordinal);
        Assert.All(said.Values, claims => Assert.StartsWith("Now in California: ", claims[0], StringComparison.Ordinal));
        Assert.DoesNotContain(now.SelectMany(item => item.GetProperty("claims").EnumerateArray()), claim => claim.TryGetProperty("flag", out var flag) && flag.GetString()!.Contains("operative date not checked", StringComparison.Ordinal));
    }

    [SharedDataTheory]
    [InlineData("000_44bb763386115b8a.txt", "FY CSE OTIP AB LGBTQIA2S+")]
    [InlineData("004_5d10331f35815a37.txt", "CSEC CDSS SB CWS/CMS MOU CSE-IT")]
    public async Task D1_check_acronyms_reports_exactly_what_the_readers_of_the_two_documents_named(string document, string expected)
    {
        using var check = Program.LegTracker(new Uri("http://127.0.0.1:9"), "check", "acronyms", SharedData.PathOf("documents/" + document));

        Assert.Equal(5, await check.ExitAsync());
        Assert.Equal(expected.Split(' '), check.Output.Select(line => line.Split(": ")[1].Split(' ')[0]));
    }
}
