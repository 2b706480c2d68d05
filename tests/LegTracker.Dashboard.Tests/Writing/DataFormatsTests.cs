using System.Text;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing;

namespace LegTracker.Dashboard.Tests.Writing;

/// <summary>The table, the calendar and the email, for the programs that open them.</summary>
public sealed class DataFormatsTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"so\"", "\"say \"\"so\"\"\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("Díaz é", "Díaz é")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("'=1", "'=1")]
    public void F2_a_cell_is_written_safely(string cell, string expected) => Assert.Equal(expected + ",x\r\n", CsvText.Row([cell, "x"]));

    [Fact]
    public void F2_rows_come_back_as_they_were()
    {
        List<List<string>> rows = [["a,b", "say \"so\"", "two\r\nlines", "Díaz"], ["=1+1", "-2", "", "@x"]];

        Assert.Equal(rows, CsvText.Read(string.Concat(rows.Select(CsvText.Row))));
    }

    [Fact]
    public void F2_the_table_has_a_byte_order_mark_equal_rows_and_no_formula()
    {
        var bytes = HandOutFormatsTests.Written("csv", "Hostile").Bytes;

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var rows = CsvText.Read(Encoding.UTF8.GetString(bytes[3..]));
        Assert.True(rows.Count > 10);
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
    }

    [Fact]
    public void F1_the_calendar_parses_has_short_lines_and_the_same_UIDs_over_builds()
    {
        var first = Calendar(SegmentSamples.March2025());
        var later = Calendar(SegmentSamples.March2025() with { Revision = 43, AsOf = SegmentSamples.March2025().AsOf.AddDays(1) });

        Assert.All(first.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\n', first.Replace("\r\n", "", StringComparison.Ordinal));
        var lines = EarlierEvents.Unfolded(first);
        Assert.Equal(("BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR"), (lines[0], lines[1], lines[^1]));
        Assert.Contains("BEGIN:VTIMEZONE", lines);
        var one = Assert.Single(EarlierEvents.Of(first));
        Assert.Equal(("202520260AB9379-hearing-20250318@segment.legtracker", new DateOnly(2025, 3, 18)), (one.Uid, one.Day));
        Assert.Contains("SUMMARY:Assembly Bill (AB) 9379: hearing", one.Lines);
        Assert.Contains("STATUS:CONFIRMED", one.Lines);
        Assert.Contains("SEQUENCE:42", one.Lines);
        Assert.Contains(one.Lines, line => line.StartsWith("URL:https://leginfo.legislature.ca.gov/", StringComparison.Ordinal));
        Assert.Contains(one.Lines, line => line.StartsWith("DESCRIPTION:March 18\\, 2025: a hearing of AB 9379 is set.\\nSource: ", StringComparison.Ordinal) && line.Contains("As of March 3\\, 2025", StringComparison.Ordinal));
        Assert.Equal(one.Uid, Assert.Single(EarlierEvents.Of(later)).Uid);
        Assert.Contains("SEQUENCE:43", Assert.Single(EarlierEvents.Of(later)).Lines);
    }

    [Theory]
    [InlineData("AB 9379: deadline")]
    [InlineData("AB 9379: policy committee deadline")]
    public void F1_a_deadline_keeps_its_UID_however_it_is_named(string status)
    {
        var content = SegmentSamples.March2025();
        var named = content with { Parts = [.. content.Parts.Select(part => part.Kind != PartKind.ComingDates ? part : part with { Entries = [part.Entries[0] with { Status = status }] })] };

        var one = Assert.Single(EarlierEvents.Of(Calendar(named)));

        Assert.Equal("202520260AB9379-deadline-20250318@segment.legtracker", one.Uid);
        Assert.Contains($"SUMMARY:Assembly Bill (AB) {status[3..]}", one.Lines);
    }

    [Fact]
    public void F1_a_date_that_the_file_had_and_the_update_no_longer_has_is_CANCELLED_once_and_for_all()
    {
        var content = SegmentSamples.March2025();
        var without = content with { Revision = 50, Parts = [.. content.Parts.Where(part => part.Kind != PartKind.ComingDates)] };
        var before = Calendar(content);

        var after = Calendar(without, before);
        var again = Calendar(without with { Revision = 60 }, after);
        var back = Calendar(content with { Revision = 61 }, again);

        var one = Assert.Single(EarlierEvents.Of(after));
        Assert.Equal(Assert.Single(EarlierEvents.Of(before)).Uid, one.Uid);
        Assert.Contains("STATUS:CANCELLED", one.Lines);
        Assert.Contains("SEQUENCE:50", one.Lines);
        Assert.Contains("SUMMARY:Assembly Bill (AB) 9379: hearing (canceled)", one.Lines);
        Assert.Equal(after, again);
        Assert.Contains("STATUS:CONFIRMED", Assert.Single(EarlierEvents.Of(back)).Lines);
        Assert.Empty(EarlierEvents.Of(Calendar(without with { Until = new DateOnly(2025, 3, 19) }, before)));
    }

    [Fact]
    public void Events_of_others_in_a_file_that_is_written_over_are_not_taken_for_ours() =>
        Assert.Empty(EarlierEvents.Of(Calendar(PptxSegmentTests.Content("Empty"), "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x@example.test\r\nDTSTART;VALUE=DATE:20250401\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")));

    [Fact]
    public void The_email_is_a_draft_of_two_alternatives_that_say_the_same_in_short()
    {
        var written = HandOutFormatsTests.Written("email", "Full10");
        var message = Encoding.ASCII.GetString(written.Bytes);

        Assert.All(message.Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
        Assert.Contains("\r\nX-Unsent: 1\r\n", message, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: multipart/alternative; boundary=\"", message, StringComparison.Ordinal);
        Assert.Contains("\r\nDate: Mon, 03 Mar 2025 09:15:00 -0800\r\n", message, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\nTo:", message, StringComparison.Ordinal);
        Assert.Equal(["plain text", "HTML"], written.Parts.Select(part => part.Name));
        var bills = written.Parts.Select(part => part.Blocks.Count(block => block.Text.Contains("has been with the Governor.", StringComparison.Ordinal))).ToList();
        Assert.Equal([5, 5], bills);
        Assert.All(written.Parts, part => Assert.Contains(part.Blocks, block => block.Text.Contains("On the Governor's desk: 3 more in the hand-out.", StringComparison.Ordinal)));
    }

    private static string Calendar(SegmentContent content, string? earlier = null) => Encoding.UTF8.GetString(WrittenSegment.Of("ics", WrittenSegment.Prepared(content), earlier).Bytes);
}
