using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing;
using LegTracker.Dashboard.Writing.HandOut;

namespace LegTracker.Dashboard.Tests.Writing;

/// <summary>C1 with 200 bills in a period: each is on a slide or counted as in the hand-out, and once in the hand-out in every format.</summary>
public sealed partial class ManyBillsTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private static readonly (PartKind Kind, int Count)[] Shares = [(PartKind.NowInCalifornia, 20), (PartKind.Coming, 30), (PartKind.Governor, 20), (PartKind.Moving, 100), (PartKind.Stopped, 30)];

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    public void Each_bill_is_on_one_slide_or_counted_as_in_the_hand_out(int minutes)
    {
        var content = Content(minutes);

        using var deck = Decks.Open(content);

        var slides = deck.Slides();
        Assert.InRange(slides.Count, 1, DeckPlan.MostSlides(minutes));
        var unseen = slides.Single(slide => slide.Title() == "At a glance").Paragraphs().Last();
        foreach (var part in content.Parts.Where(part => part.Kind is not (PartKind.AtAGlance or PartKind.ComingDates or PartKind.Terms)))
        {
            var own = slides.Where(slide => slide.Title() == part.Title || slide.Title().StartsWith(part.Title + ": ", StringComparison.Ordinal) || slide.Title().StartsWith(part.Title + " (", StringComparison.Ordinal) || slide.Title().StartsWith(part.Title + ", ", StringComparison.Ordinal)).ToList();
            var shown = part.Entries.Where(entry => own.Any(slide => slide.Paragraphs().Any(text => Number().Matches(text).Any(match => match.Value == entry.Measure)))).ToList();
            var counted = own.SelectMany(slide => slide.Paragraphs()).Select(text => More().Match(text)).Where(match => match.Success).Sum(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
            var dates = own.Any(slide => slide.Title().Contains("coming dates", StringComparison.Ordinal)) ? content.Parts.Single(one => one.Kind == PartKind.ComingDates).Entries.Length - own.SelectMany(slide => slide.Paragraphs()).Count(text => text.EndsWith(": hearing", StringComparison.Ordinal)) : 0;

            Assert.True(own.Count == 0
                ? unseen.StartsWith("In the hand-out: ", StringComparison.Ordinal) && unseen.Contains(part.Title, StringComparison.Ordinal)
                : shown.Count + counted - dates == part.Entries.Length, $"{part.Title}: {shown.Count} shown, {counted} counted with {dates} dates, of {part.Entries.Length}; {unseen}");

            // In the rows and titles of its own slides each stands once.
            Assert.All(shown, entry => Assert.Equal(1, own.Count(slide => slide.Paragraphs().Any(text => text.StartsWith(entry.Heading, StringComparison.Ordinal) || text.EndsWith(": " + entry.Heading, StringComparison.Ordinal)))));
        }
    }

    [Fact]
    public void Each_bill_stands_once_in_the_hand_out_in_every_format()
    {
        var content = Content(10);
        var headings = content.Parts.Where(part => part.Kind is not (PartKind.AtAGlance or PartKind.ComingDates or PartKind.Terms)).SelectMany(part => part.Entries).Select(entry => entry.Heading).ToList();
        Assert.Equal(200, headings.Distinct().Count());

        using var document = WordprocessingDocument.Open(new MemoryStream(WrittenSegment.Of("docx", content).Bytes), isEditable: false);
        var body = document.MainDocumentPart!.Document.Body!;
        AssertOnce(body.Elements<Paragraph>().Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Heading2").Select(paragraph => paragraph.InnerText));
        AssertOnce(body.Elements<Table>().Single().Elements<TableRow>().Skip(1).Select(row => row.Elements<TableCell>().First().InnerText));
        var page = Text("html");
        AssertOnce(PageHeading().Matches(page).Select(match => match.Groups[1].Value));
        AssertOnce(PageRow().Matches(page).Select(match => match.Groups[1].Value));
        var markdown = Text("md").Split('\n').Select(line => line.Replace("\\", "", StringComparison.Ordinal)).ToList();
        AssertOnce(markdown.Where(line => line.StartsWith("### ", StringComparison.Ordinal)).Select(line => line[4..]));
        AssertOnce(markdown.Where(line => line.StartsWith("| [", StringComparison.Ordinal)).Select(line => line[3..line.IndexOf(']', StringComparison.Ordinal)]));
        var rows = CsvText.Read(Text("csv").TrimStart('\uFEFF')).Skip(1).Where(row => headings.Contains(row[1])).ToList();
        AssertOnce(rows.GroupBy(row => row[1]).Select(bill => bill.Key));
        Assert.Equal(rows.Count, rows.Select(row => row[11]).Distinct().Count());

        void AssertOnce(IEnumerable<string> told) => Assert.Equal(headings.Order(StringComparer.Ordinal), told.Select(heading => heading.Replace("Assembly Bill (AB) ", "AB ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        string Text(string format) => Encoding.UTF8.GetString(WrittenSegment.Of(format, content).Bytes);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    public void A5_the_deck_stays_small_and_is_built_in_a_moment(int minutes)
    {
        var content = Content(minutes);
        var template = Templates.Bytes("own").Length;
        _ = Decks.Bytes(content);

        var began = Stopwatch.GetTimestamp();
        var bytes = Decks.Bytes(content);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;

        using var deck = Decks.Open(content);
        output.WriteLine(FormattableString.Invariant($"200 bills, {minutes} minutes: {deck.Slides().Count} slides, {bytes.Length:#,0} bytes of at most {template:#,0} + 15,000 a slide, {seconds * 1000:0} ms"));
        Assert.InRange(bytes.Length, 1, template + 15_000 * deck.Slides().Count);
        Assert.InRange(seconds, 0, 5);
    }

    private static SegmentContent Content(int minutes)
    {
        var full = SegmentSamples.Full(minutes, 100);
        return WrittenSegment.Prepared(full with
        {
            Parts = [.. full.Parts.Select(part => Shares.FirstOrDefault(share => share.Kind == part.Kind) is { Count: > 0 } share ? part with { Entries = [.. part.Entries.Take(share.Count)] } : part.Kind == PartKind.ComingDates ? part with { Entries = [.. part.Entries.Take(40)] } : part)],
        });
    }

    [GeneratedRegex(@"AB \d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(\d+) more (?:laws? )?in the hand-out$")]
    private static partial Regex More();

    [GeneratedRegex("<h3>(.*?)</h3>")]
    private static partial Regex PageHeading();

    [GeneratedRegex("<th scope=\"row\"><a [^>]*>(.*?)</a></th>")]
    private static partial Regex PageRow();
}
