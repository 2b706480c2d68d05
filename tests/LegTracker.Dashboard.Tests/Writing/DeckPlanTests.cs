using System.Globalization;
using System.Text.RegularExpressions;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing;

namespace LegTracker.Dashboard.Tests.Writing;

/// <summary>What fits the minutes, and that nothing is lost of what does not.</summary>
public sealed class DeckPlanTests
{
    [Theory]
    [InlineData(5, 1, 3)]
    [InlineData(10, 3, 5)]
    public void C1_at_most_so_many_laws_and_moving_bills_are_told_in_full_and_the_rest_is_counted_in_the_hand_out(int minutes, int laws, int moving)
    {
        foreach (var count in new[] { 1, 3, 4, 12 })
        {
            var content = PlainText.Of(SegmentSamples.Full(minutes, count));
            var slides = DeckPlan.Of(content, Decks.Room);

            foreach (var part in content.Parts.Where(part => part.Kind is PartKind.NowInCalifornia or PartKind.Coming or PartKind.Governor or PartKind.Moving))
            {
                var group = slides.Where(slide => slide.Group == part.Title).ToList();
                var shown = group.SelectMany(slide => slide.Entries).Distinct().Count();
                var left = group.Sum(slide => Regex.Match(slide.Tail, @"^(\d+) more (?:laws? )?in the hand-out$") is { Success: true } more ? int.Parse(more.Groups[1].Value, CultureInfo.InvariantCulture) : 0);

                Assert.True(group.Count > 0 ? shown + left == part.Entries.Length : slides.Any(slide => slide.Tail.StartsWith("In the hand-out: ", StringComparison.Ordinal) && slide.Tail.Contains(part.Title, StringComparison.Ordinal)), $"{part.Title} of {count} in {minutes}");
                Assert.InRange(shown, 0, part.Kind switch
                {
                    PartKind.NowInCalifornia => laws,
                    PartKind.Moving => moving,
                    _ => part.Entries.Length,
                });
            }
        }
    }

    [Fact]
    public void Ten_minutes_tell_three_laws_that_people_wrote_texts_for_a_slide_each_with_what_the_room_has_to_hear()
    {
        var content = PlainText.Of(SegmentSamples.Full(10, 4) is { } full ? full with { Parts = [.. full.Parts.Select(part => part.Kind != PartKind.NowInCalifornia ? part : part with { Entries = [.. part.Entries.Select(SegmentSamples.Written)] })] } : throw new InvalidOperationException());

        var laws = DeckPlan.Of(content, Decks.Room).Where(slide => slide.Group == "Now in California").ToList();

        Assert.Equal(["Now in California: AB 1 (Berman)", "Now in California: AB 2 (Berman)", "Now in California: AB 3 (Berman)"], laws.Select(slide => slide.Title));
        Assert.All(laws, slide =>
        {
            Assert.Equal(["Now", "What", "Why"], slide.Lines.Select(line => line.Text.Split(' ')[0]).Take(3));
            Assert.DoesNotContain(slide.Lines, line => line.Text.StartsWith("Official title", StringComparison.Ordinal));
            Assert.InRange(slide.Words, 40, DeckMeasures.MostWords);
        });
        Assert.Equal(["More in the hand-out", "More in the hand-out", "1 more law in the hand-out"], laws.Select(slide => slide.Tail));
    }

    [Fact]
    public void D4_the_slide_of_terms_has_the_short_forms_before_the_words_of_the_process()
    {
        var sample = SegmentSamples.March2025();
        SegmentEntry Word(string word) => sample.Parts[^1].Entries[0] with { Heading = word, Statements = [sample.Parts[^1].Entries[0].Statements[0] with { Text = $"{word}: what it means in the process of the Legislature, told at some length." }] };
        var terms = sample.Parts[^1] with { Entries = [Word("appropriations committee"), Word("chaptered"), .. sample.Parts[^1].Entries, Word("floor")] };

        var slide = DeckPlan.Of(PlainText.Of(sample with { Parts = sample.Parts.SetItem(sample.Parts.Length - 1, terms) }), Decks.Room)[^1];

        Assert.Equal(["AB:", "CSEC:", "SB:"], slide.Lines.Select(line => line.Text.Split(' ')[0]).Take(3));
        Assert.EndsWith("more in the hand-out", slide.Tail, StringComparison.Ordinal);
    }

    [Fact]
    public void C1_a_law_that_is_told_is_told_whole()
    {
        var content = PlainText.Of(SegmentSamples.Full(10, 8));

        var slides = DeckPlan.Of(content, Decks.Room).Where(slide => slide.Group == "Now in California").ToList();

        Assert.NotEmpty(slides);
        Assert.All(slides.GroupBy(slide => slide.Entries[0]), law => Assert.Equal(law.Key.Statements.Length, law.Sum(slide => slide.Lines.Length)));
    }
}
