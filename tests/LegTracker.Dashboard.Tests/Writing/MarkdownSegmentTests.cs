using LegTracker.Dashboard.Writing;
using LegTracker.Tests;

namespace LegTracker.Dashboard.Tests.Writing;

public sealed class MarkdownSegmentTests
{
    [Fact]
    public void The_update_reads_as_the_golden_says()
    {
        var golden = Path.Combine(SharedData.RepositoryRoot, "tests", "LegTracker.Dashboard.Tests", "Writing", "march-2025.md");

        var text = MarkdownSegment.Write(SegmentSamples.March2025());

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(golden, text);
        }

        Assert.Equal(File.ReadAllText(golden), text);
    }

    [Fact]
    public void Every_statement_but_an_open_one_ends_with_a_source_that_is_listed()
    {
        var text = MarkdownSegment.Write(SegmentSamples.Full(10, 8));

        var lines = text.Split('\n');
        var sources = lines.Count(line => line.Length > 0 && char.IsAsciiDigit(line[0]));
        var body = lines.TakeWhile(line => line != "## Notes").Where(line => line.StartsWith("- ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(body);
        Assert.All(body, line => Assert.True(line.StartsWith(@"- \[text missing", StringComparison.Ordinal) || line.EndsWith(@"\]", StringComparison.Ordinal), line));
        Assert.Contains(body, line => line.EndsWith($@"\[{sources - 1}\]", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_left_out_by_hand_is_told_in_the_notes_and_a_speaker_note_is_not()
    {
        var text = MarkdownSegment.Write(SegmentSamples.Arranged());

        var notes = text[text.IndexOf("## Notes", StringComparison.Ordinal)..];
        Assert.Contains("- Left out by hand: SB 9646 (Example): the author asked to wait (left out by Ana Díaz on March 1, 2025).\n", notes, StringComparison.Ordinal);
        Assert.DoesNotContain("Speak slowly", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hand_out_holds_all_of_two_hundred_bills()
    {
        var text = MarkdownSegment.Write(SegmentSamples.Full(10, 200));

        Assert.Equal(5 * 200, text.Split('\n').Count(line => line.StartsWith("### AB ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("# head", @"\# head")]
    [InlineData("- item", @"\- item")]
    [InlineData("1. item", @"1\. item")]
    [InlineData("[x](javascript:1)", @"\[x\](javascript:1)")]
    [InlineData("<b>&amp;</b>", @"\<b\>\&amp;\</b\>")]
    [InlineData("a_b*c`d|e~f", @"a\_b\*c\`d\|e\~f")]
    [InlineData("see https://example.test and www.example.test", @"see https\://example.test and www\.example.test")]
    [InlineData("one\r\n\r\n# two", @"one    \# two")]
    [InlineData("2023-24 (Wicks)", "2023-24 (Wicks)")]
    [InlineData("x\u202Ey\u0007z", "xyz")]
    public void Outside_text_is_shown_literally(string given, string expected) => Assert.Equal(expected, MarkdownText.Escape(given));

    [Theory]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("nothing", null)]
    [InlineData("https://example.test/a(b)", "https://example.test/a%28b%29")]
    public void Only_web_addresses_become_links(string url, string? expected) => Assert.Equal(expected, MarkdownText.Target(url));
}
