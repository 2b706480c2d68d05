using LegTracker.Legislature;
using static LegTracker.Server.Tests.Comparing.Readings;

namespace LegTracker.Server.Tests.Comparing;

public sealed class OperativeNewsTests
{
    private static readonly HistoryLine Introduced = Line("2025-02-19", "Read first time. To print.");

    [Fact]
    public void The_first_text_that_is_read_is_no_news()
    {
        var before = NeverRead().After(Record(Introduced) with { Title = null }, Read("2025-06-01"));

        var news = Compare(before, Record(Introduced) with { Text = Text("98AMD", "This bill would, beginning January 1, 2027, prohibit it.") }, Read("2025-06-02"));

        Assert.Empty(news.Differences);
        Assert.True(news.Record.Text!.IsRead);
    }

    [Theory]
    [InlineData("This bill would prohibit it.", "This bill would, beginning January 1, 2027, prohibit it.", null, "2027-01-01",
        "The text of AB 831, version 20250AB83197AMD, now states an operative date: January 1, 2027.")]
    [InlineData("This bill would, beginning January 1, 2027, prohibit it.", "This bill would, beginning July 1, 2028, prohibit it.", "2027-01-01", "2028-07-01",
        "The text of AB 831, version 20250AB83197AMD, now states as operative date July 1, 2028; before, it stated January 1, 2027.")]
    [InlineData("This bill would, beginning January 1, 2027, prohibit it.", "This bill would prohibit it.", "2027-01-01", null,
        "The text of AB 831, version 20250AB83197AMD, no longer states an operative date; before, it stated January 1, 2027.")]
    public void A_date_that_a_later_text_states_otherwise_is_one_change(string first, string later, string? old, string? read, string summary)
    {
        var before = NeverRead().After(Record(Introduced) with { Text = Text("98AMD", first) }, Read("2025-06-01"));

        var news = Compare(before, Record(Introduced) with { Text = Text("97AMD", later) }, Read("2025-06-02"));

        var change = Assert.Single(news.Differences);
        Assert.Equal(new Difference(ChangeKind.FieldChanged, "operative", old, read, null, summary), change);
    }

    [Fact]
    public void A_text_that_was_not_read_leaves_the_one_that_was()
    {
        var before = NeverRead().After(Record(Introduced) with { Text = Text("98AMD", "This bill would, beginning January 1, 2027, prohibit it.") }, Read("2025-06-01"));

        var unread = Compare(before, Record(Introduced) with { Text = TextReading.Unread("20250AB83197AMD", "broken") }, Read("2025-06-02"));
        var pages = Compare(before, Record(Introduced), Read("2025-06-02", "pages"));

        Assert.Empty(unread.Differences);
        Assert.Empty(pages.Differences);
        Assert.Equal("20250AB83198AMD", unread.Record.Text!.VersionId);
        Assert.Equal("20250AB83198AMD", pages.Record.Text!.VersionId);
    }

    [Fact]
    public void Marks_of_effect_count_only_from_the_text_as_passed()
    {
        var amended = Record(Introduced) with { Text = Text("97AMD", "x") with { Facts = new EffectFacts { Urgency = true } } };
        var chaptered = Record(Introduced) with { Text = Text("94CHP", "x") with { Facts = new EffectFacts { Urgency = true } } };

        Assert.Equal(EffectFacts.None, amended.EffectFacts);
        Assert.True(chaptered.EffectFacts.Urgency);
    }

    private static TextReading Text(string print, string digest) =>
        TextReading.Of(Ab831, "20250AB831" + print, "a.zip, b.lob", new BillText { Title = "An act to amend Section 89045 of the Education Code, relating to the California State University.", Digest = [digest] });
}
