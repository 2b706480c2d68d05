using System.Text;
using System.Text.Json;
using LegTracker.Dashboard.Commands;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing;
using LegTracker.Dashboard.Writing.Claims;
using LegTracker.V1;
using static LegTracker.Dashboard.Tests.Writing.SegmentSamples;

namespace LegTracker.Dashboard.Tests.Writing;

/// <summary>H1: with the network off every file stays as of the last good reading, and says that nothing was read since.</summary>
public sealed class LastReadTests
{
    private const string Good = "As of March 2, 2025, 10:05 p.m. Pacific time";
    private const string Since = "No source has confirmed a bill since then. This was drafted March 9, 2025, 9:15 a.m. Pacific time, 6 days later.";

    private static readonly DateTimeOffset LastGood = new(2025, 3, 2, 22, 5, 0, TimeSpan.FromHours(-8));

    public static TheoryData<string> Formats() => [.. WrittenSegment.Formats];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_file_is_as_of_the_last_good_reading_and_never_of_a_time_when_nothing_was_read(string format)
    {
        var text = Said(format, Offline(March2025()));

        Assert.Contains(Good, text, StringComparison.Ordinal);
        Assert.Contains(Since, text, StringComparison.Ordinal);
        Assert.DoesNotContain("As of March 9", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_slide_and_each_page_of_notes_says_it_and_the_first_slide_says_why()
    {
        foreach (var content in new[] { March2025(), Full(5, 200), Full(10, 200) })
        {
            using var deck = Decks.Open(Offline(content));

            Assert.All(deck.Slides(), slide =>
            {
                Assert.Contains(Good, slide.Slide.InnerText, StringComparison.Ordinal);
                Assert.Contains(Good, slide.Notes(), StringComparison.Ordinal);
                Assert.DoesNotContain("As of March 9", slide.Slide.InnerText + slide.Notes(), StringComparison.Ordinal);
                Assert.InRange(slide.Words(), 1, DeckMeasures.MostWords);
            });
            Assert.Contains(Since, deck.Slides()[0].Paragraphs());
            Assert.True(Decks.Room.CoverText.Holds(deck.Slides()[0].Paragraphs().Skip(1), DeckMeasures.SmallestBodySize), "the first slide is too full");
        }
    }

    [Fact]
    public void Rows_and_claims_are_as_of_it_too_and_a_text_that_a_person_wrote_later_as_of_its_writing()
    {
        var content = Offline(March2025());
        var written = LastGood.AddDays(2);
        var part = content.Parts[1];
        var law = part.Entries[0] with { Statements = part.Entries[0].Statements.SetItem(3, part.Entries[0].Statements[3] with { Text = "What it does: it is told.", ReadTime = written, Source = new("https://example.org/", "Text by Ada", "", "") }) };
        content = WrittenSegment.Prepared(content with { Parts = content.Parts.SetItem(1, part with { Entries = [law] }) });
        var csv = WrittenSegment.Of("csv", content);
        using var claims = JsonDocument.Parse(ClaimsFile.Write(content, "update.csv", "csv", "", csv.Claims));

        var times = CsvText.Read(Encoding.UTF8.GetString(csv.Bytes).TrimStart('\uFEFF')).Skip(1).GroupBy(row => row[10]).ToDictionary(rows => rows.Key, rows => rows.Select(row => row[2]).ToList());
        Assert.Equal(["2025-03-02T22:05:00-08:00", "2025-03-04T22:05:00-08:00"], times.Keys.Order());
        Assert.Equal(["What it does: it is told."], times["2025-03-04T22:05:00-08:00"]);
        Assert.Equal((LastGood, content.AsOf, true), (claims.RootElement.GetProperty("asOf").GetDateTimeOffset(), claims.RootElement.GetProperty("draftedAt").GetDateTimeOffset(), claims.RootElement.GetProperty("isBehind").GetBoolean()));
        Assert.All(claims.RootElement.GetProperty("claims").EnumerateArray(), claim => Assert.Equal(claim.GetProperty("text").GetString() == "What it does: it is told." ? written : LastGood, claim.GetProperty("asOf").GetDateTimeOffset()));
    }

    [Fact]
    public void A_reading_of_the_same_day_needs_no_word_and_an_older_one_is_told_with_its_age()
    {
        var content = March2025() with { Read = new SegmentReading(LastGood, LastGood, false) };

        Assert.Equal("", Wording.Behind(content));
        Assert.Equal("No source was read since then. This was drafted March 4, 2025, 9:15 a.m. Pacific time, 1 day later.", Wording.Behind(content with { AsOf = content.AsOf.AddDays(1) }));
        Assert.Equal("No source has confirmed a bill since then. This was drafted March 3, 2025, 9:15 a.m. Pacific time.", Wording.Behind(content with { Read = new SegmentReading(LastGood, LastGood, true) }));
    }

    [Theory]
    [InlineData(0, "Each confirmed bill was read then.")]
    [InlineData(30, "Each confirmed bill was last read on or after March 1, 2025, 4:05 p.m. Pacific time.")]
    [InlineData(60, "Each confirmed bill was last read on or after February 28, 2025, 10:05 a.m. Pacific time: the oldest reading is 2 days old.")]
    public void It_is_told_since_when_each_bill_was_confirmed_however_long_ago_its_lines_were_first_read(int hours, string expected)
    {
        var content = March2025() with { Read = new SegmentReading(LastGood, LastGood.AddHours(-hours), false) };
        var old = content with { Parts = [.. content.Parts.Select(part => part with { Entries = [.. part.Entries.Select(entry => entry with { Statements = [.. entry.Statements.Select(statement => statement with { ReadTime = LastGood.AddDays(-88) })] })] })] };

        Assert.Equal((expected, expected), (Wording.DataAge(content), Wording.DataAge(old)));
    }

    [Fact]
    public void Where_nothing_was_ever_read_no_file_is_as_of_anything()
    {
        var content = Empty() with { Read = new SegmentReading(null, null, false) };

        Assert.All(WrittenSegment.Formats.Where(format => format != "csv"), format => Assert.Contains("No source read as of March 3, 2025, 9:15 a.m. Pacific time", Said(format, content), StringComparison.Ordinal));
        Assert.All(WrittenSegment.Formats, format => Assert.DoesNotContain("As of March", Said(format, content), StringComparison.Ordinal));
    }

    [Fact]
    public void A_segment_published_before_readings_were_told_is_written_as_it_was()
    {
        var segment = new Segment { Since = "2024-12-01", Until = "2025-03-03", AsOf = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(March2025().AsOf) };
        var read = SegmentContentMapping.From(segment);
        segment.SourcesRead = new SourcesRead { LastTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(LastGood), OldestTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(LastGood.AddDays(-1)), Behind = true };

        Assert.Equal("No source of a bill is quoted.", Wording.DataAge(read));
        Assert.EndsWith(": the oldest reading is 9 days old.", Wording.DataAge(March2025() with { Read = null, AsOf = March2025().AsOf.AddDays(9) }), StringComparison.Ordinal);
        Assert.Equal((null, "As of March 3, 2025, 9:15 a.m. Pacific time", ""), (read.Read, Wording.AsOf(read), Wording.Behind(read)));
        Assert.Equal(new SegmentReading(LastGood, LastGood.AddDays(-1), true), SegmentContentMapping.From(segment).Read);
    }

    private static SegmentContent Offline(SegmentContent content) => content with { AsOf = new DateTimeOffset(2025, 3, 9, 9, 15, 0, TimeSpan.FromHours(-7)), Read = new SegmentReading(LastGood, LastGood, true) };

    // An iCalendar folds its lines and escapes its commas.
    private static string Said(string format, SegmentContent content)
    {
        var written = WrittenSegment.Of(format, WrittenSegment.Prepared(content));
        return format == "ics"
            ? string.Join("", EarlierEvents.Unfolded(Encoding.UTF8.GetString(written.Bytes))).Replace("\\,", ",", StringComparison.Ordinal)
            : string.Join('\n', written.Parts.SelectMany(part => part.Blocks).Select(block => block.Text));
    }
}
