using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LegTracker.Tests;

namespace LegTracker.Replay.Tests;

public sealed class PageTests
{
    private const string Ab831 = "202520260AB831";

    [Theory]
    [InlineData("2025-02-19", "16:59", 0)]
    [InlineData("2025-02-19", "17:00", 1)]
    [InlineData("2025-06-23", "16:59", 14)]
    [InlineData("2025-06-23", "17:00", 17)]
    [InlineData("2025-06-24", "17:00", 18)]
    [InlineData("2025-10-11", "16:59", 35)]
    [InlineData("2025-10-11", "17:00", 37)]
    [InlineData("2026-11-24", "12:00", 37)]
    public async Task A_days_lines_appear_at_five_in_the_evening(string day, string time, int lines)
    {
        await using var site = await RunningLegislature.At(day, time);

        var page = await site.HistoryOf(Ab831);

        Assert.Equal(lines, RunningLegislature.Rows(page).Count);
    }

    [SharedDataFact]
    public async Task Every_evening_shows_exactly_the_recorded_lines_newest_first()
    {
        using var recorded = JsonDocument.Parse(await File.ReadAllTextAsync(SharedData.PathOf($"bills/{Ab831}.json")));
        var lines = recorded.RootElement.GetProperty("actions").EnumerateArray()
            .Select(line => (Date: line.GetProperty("date").GetString()!, Action: line.GetProperty("action").GetString()!)).ToList();
        await using var site = await RunningLegislature.At("2025-02-18");

        foreach (var day in lines.Select(line => line.Date).Distinct())
        {
            site.MoveTo(day, "17:00");
            var expected = lines.Where(line => string.CompareOrdinal(line.Date, day) <= 0).Reverse().Select(line => (Short(line.Date), line.Action));

            Assert.Equal(expected, RunningLegislature.Rows(await site.HistoryOf(Ab831)));
        }
    }

    [Fact]
    public async Task A_gut_and_amend_changes_topic_and_author()
    {
        await using var site = await RunningLegislature.At("2025-06-22");
        var before = await site.StatusOf(Ab831);
        site.MoveTo("2025-06-23", "17:00");

        var after = await site.StatusOf(Ab831);

        Assert.Equal(("Gaming: Tribal-state gaming compacts.", "Ramos (A)"), (RunningLegislature.Element(before, "subject"), RunningLegislature.Element(before, "leadAuthors")));
        Assert.Equal(("Gambling: operation of a contest or sweepstakes.", "Valencia (A)"), (RunningLegislature.Element(after, "subject"), RunningLegislature.Element(after, "leadAuthors")));
        Assert.Equal("-", RunningLegislature.Element(after, "coAuthors"));
        Assert.Contains("<option value=\"20250AB83198AMD\">06/23/25 - Amended Senate</option>", after, StringComparison.Ordinal);
        Assert.Equal(5, RunningLegislature.Rows(after).Count);
    }

    [Fact]
    public async Task A_chaptered_measure_lies_with_the_Secretary_of_State()
    {
        await using var site = await RunningLegislature.At("2025-10-20");

        var page = await site.StatusOf(Ab831);

        Assert.Equal("AB-831", RunningLegislature.Element(page, "measureNum"));
        Assert.Equal("Secretary of State", RunningLegislature.Element(page, "houseLoc"));
        Assert.Contains("<td>Inactive Bill - Chaptered</td>", page, StringComparison.Ordinal);
        Assert.Contains("10/11/25 - Chaptered</option>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_view_state_differs_with_every_fetch_and_nothing_else_does()
    {
        await using var site = await RunningLegislature.At("2025-10-20");

        var first = await site.StatusOf(Ab831);
        var second = await site.StatusOf(Ab831);

        Assert.NotEqual(first, second);
        Assert.Equal(WithoutViewState(first), WithoutViewState(second));
    }

    [Theory]
    [InlineData("202520260AB9998")]
    [InlineData("202320240AB831")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task An_unknown_measure_is_a_page_without_a_measure(string id)
    {
        await using var site = await RunningLegislature.At("2025-10-20");

        using var response = await site.Send($"/faces/billStatusClient.xhtml?bill_id={id}");
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(200, (int)response.StatusCode);
        Assert.DoesNotContain("measureNum", page, StringComparison.Ordinal);
        Assert.Contains("null-0", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_search_page_holds_every_measure_of_the_session_with_its_status()
    {
        await using var site = await RunningLegislature.At("2026-11-24");

        var page = await site.Page("/faces/billSearchClient.xhtml?session_year=20252026&keyword=&house=Both&author=All&lawCode=All");

        Assert.Matches("bill_id=202520260AB831\">AB-831</a></td><td>Gambling: operation of a contest or sweepstakes.</td><td>Valencia</td><td>Chaptered</td>", page);
        Assert.Matches("AB-392</a></td><td>[^<]*</td><td>Dixon</td><td>Senate - Appropriations</td>", page);
        Assert.Matches("HR-75</a></td><td>x</td>", page);
        Assert.Equal(8, Regex.Count(page, "<tr><td scope=\"row\">"));
    }

    [Fact]
    public async Task The_index_says_which_numbers_are_invented_and_which_histories_are_cut()
    {
        await using var site = await RunningLegislature.At("2026-11-24");

        var page = await site.Page("/");

        Assert.Contains("AB 9001 (2023-24)</a></td><td>Replayed history 18: the measure number is invented</td><td>Invented number.", page, StringComparison.Ordinal);
        Assert.Contains("History before 2025-05-07 not at hand.", page, StringComparison.Ordinal);
        Assert.Contains("href=\"pubinfo_2025.zip\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Robots_are_let_in_or_kept_out_as_asked()
    {
        await using var open = await RunningLegislature.At("2026-11-24");
        await using var closed = await RunningLegislature.At("2026-11-24", options: new ReplayOptions { Robots = ReplayOptions.RobotsOfTheSite });

        Assert.Equal("User-agent: *\nDisallow:\n", await open.Page("/robots.txt"));
        Assert.Equal("User-agent: *\nDisallow: /\n", await closed.Page("/robots.txt"));
    }

    [Fact]
    public async Task A_journal_page_can_be_filled_in_days_later()
    {
        await using var site = await RunningLegislature.At("2023-05-31", options: new ReplayOptions { JournalPageDelay = 3 });
        var before = RunningLegislature.Rows(await site.HistoryOf("202320240AB1394"))[0].Action;
        site.MoveTo("2023-06-03", "17:00");

        var after = RunningLegislature.Rows(await site.HistoryOf("202320240AB1394"))[1].Action;

        Assert.Equal("Read third time. Passed. Ordered to the Senate. (Ayes 77. Noes 0.)", before);
        Assert.Equal("Read third time. Passed. Ordered to the Senate. (Ayes 77. Noes 0. Page 1959.)", after);
    }

    private static string Short(string date) =>
        DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("MM/dd/yy", CultureInfo.InvariantCulture);

    private static string WithoutViewState(string page) => Regex.Replace(page, "(?<=ViewState:0\" value=\")[^\"]*", "");
}
