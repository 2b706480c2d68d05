using System.Globalization;
using System.Text.RegularExpressions;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing;

namespace LegTracker.Dashboard.Tests.Writing;

/// <summary>The times under the slides, read from written decks.</summary>
public sealed partial class SlideTimesTests
{
    public static TheoryData<string> Contents() => PptxSegmentTests.Contents();

    [Theory]
    [MemberData(nameof(Contents))]
    public void B8_the_times_of_the_notes_add_up_to_the_minutes(string name)
    {
        var content = PptxSegmentTests.Content(name);

        var times = Times(content);

        Assert.Equal(content.Minutes * 60, times.Sum(time => time.Seconds));
        Assert.All(times, time => Assert.True(time.Seconds >= 5));
    }

    [Fact]
    public void B8_seconds_that_a_person_gave_a_bill_are_its_slides_and_the_rest_still_adds_up()
    {
        var times = Times(WithSeconds(SegmentSamples.March2025(), "AB 1831", 215));

        Assert.Equal(215, times.Where(time => time.Title.Contains("AB 1831", StringComparison.Ordinal)).Sum(time => time.Seconds));
        Assert.Equal(600, times.Sum(time => time.Seconds));
    }

    [Fact]
    public void B8_a_bill_in_a_table_has_its_seconds_beside_those_of_the_others()
    {
        var before = Times(WithSeconds(SegmentSamples.March2025(), "", 0)).Single(time => time.Title.StartsWith("Moving", StringComparison.Ordinal));
        var after = Times(WithSeconds(SegmentSamples.March2025(), "AB 9379", 300));

        Assert.True(after.Single(time => time.Title.StartsWith("Moving", StringComparison.Ordinal)).Seconds is > 300 and < 500);
        Assert.True(before.Seconds < 300);
        Assert.Equal(600, after.Sum(time => time.Seconds));
    }

    [Fact]
    public void B8_the_others_share_by_what_their_words_need()
    {
        var content = SegmentSamples.March2025();
        var longer = content with { Parts = [.. content.Parts.Select(part => part with { Entries = [.. part.Entries.Select(entry => entry with { Seconds = entry.Measure == "AB 1831" ? 90 : 15 })] })] };

        Assert.True(OfLaw(longer) > OfLaw(WithSeconds(content, "", 0)));

        static int OfLaw(SegmentContent content) => Times(content).Where(time => time.Title.Contains("AB 1831", StringComparison.Ordinal)).Sum(time => time.Seconds);
    }

    [Fact]
    public void B8_more_than_the_minutes_hold_is_kept_and_said()
    {
        var content = WithSeconds(SegmentSamples.March2025(), "AB 1831", 700);
        using var deck = Decks.Open(content);
        using var stream = new MemoryStream();

        var said = PptxSegment.Write(content, stream);

        var times = Times(content);
        Assert.Equal(700, times.Where(time => time.Title.Contains("AB 1831", StringComparison.Ordinal)).Sum(time => time.Seconds));
        var over = times.Sum(time => time.Seconds) - 600;
        Assert.Contains($"The times given by hand leave no room: together the slides need {SlideTimes.Words(over)} more than 10 minutes.", deck.Slides()[0].Notes(), StringComparison.Ordinal);
        Assert.Contains(said, line => line.Contains("leave no room", StringComparison.Ordinal));
    }

    /// <summary>Seconds for every bill as a server counts them, and those of one set by hand.</summary>
    private static SegmentContent WithSeconds(SegmentContent content, string measure, int seconds) => content with
    {
        Parts = [.. content.Parts.Select(part => part.Kind == PartKind.ComingDates ? part : part with
        {
            Entries = [.. part.Entries.Select(entry => entry.Measure.Length == 0 ? entry : entry with { Seconds = entry.Measure == measure ? seconds : 20, SecondsByHand = entry.Measure == measure })],
        })],
    };

    private static List<(string Title, int Seconds)> Times(SegmentContent content)
    {
        using var deck = Decks.Open(content);
        return [.. deck.Slides().Select(slide => (slide.Title(), Seconds(Time().Match(slide.Notes()))))];
    }

    private static int Seconds(Match time)
    {
        Assert.True(time.Success);
        static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;
        return (Number(time.Groups[1]) * 60) + Number(time.Groups[2]);
    }

    [GeneratedRegex("^Time: (?:(\\d+) minutes?)? ?(?:(\\d+) seconds?)? of ", RegexOptions.Multiline)]
    private static partial Regex Time();
}
