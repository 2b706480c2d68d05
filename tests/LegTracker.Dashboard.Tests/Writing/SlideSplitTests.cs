using System.Collections.Immutable;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing;

namespace LegTracker.Dashboard.Tests.Writing;

public sealed class SlideSplitTests
{
    [Fact]
    public void Six_bullets_are_cut_into_four_and_two()
    {
        var lines = Enumerable.Range(1, 6).Select(number => (new SlideLine($"Bullet {number}"), (SegmentEntry?)null)).ToImmutableArray();

        var chunks = SlideSplit.Lines("Title", lines, Decks.Room).ToList();

        Assert.Equal([4, 2], chunks.Select(chunk => chunk.Lines.Length));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("one two", 1)]
    [InlineData("MMMMMMMMMMMMMMMMMMMMMMMMMMMMMM", 3)]
    [InlineData("MMMMMMMMMM MMMMMMMMMM MMMMMMMMMM", 3)]
    public void Lines_are_counted_by_width(string text, int expected) => Assert.Equal(expected, TextMeasure.Lines(text, 12, TextMeasure.Emus(120)));

    [Fact]
    public void A_text_is_shortened_by_words_and_says_so()
    {
        Assert.Equal("one two …", TextMeasure.Shorten("one two three", 2));
        Assert.Equal("one two", TextMeasure.Shorten("one two", 2));
        Assert.Equal("AB 1, …", TextMeasure.Shorten("AB 1, SB 2", 3));
        Assert.EndsWith("…", TextMeasure.Shorten(new string('W', 100), 2), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_body_gets_a_smaller_size_that_fits()
    {
        var lines = Enumerable.Repeat(string.Join(' ', Enumerable.Repeat("exploitation", 14)), 5).ToList();

        var size = SlideFit.BodySize(lines, Decks.Room.Body);

        Assert.InRange(size, DeckMeasures.SmallestBodySize, DeckMeasures.BodySize - 1);
    }
}
