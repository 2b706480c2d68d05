using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Pages;

/// <summary>The proof that a body is the site's page of the bill that was asked for.</summary>
/// <remarks>Elements: facts collected from working scrapers, since no capture of the pages was at hand; ids with <c>j_idt</c> are never used.</remarks>
internal static partial class PageProof
{
    /// <summary>Ids whose text echoes the measure and makes the site's own frame.</summary>
    public static readonly string[] EchoIds = ["measureNum", "bill_title"];

    /// <summary>Parses a page and proves it; then <paramref name="read"/> takes what it holds.</summary>
    public static PageVerdict<TPage> Check<TPage>(string html, BillId asked, Func<IDocument, PageVerdict<TPage>> read)
        where TPage : class
    {
        if (PageNesting.IsTooDeep(html))
        {
            return new PageVerdict<TPage>.Doubted("TOO_DEEP", $"more than {PageNesting.MostDepth} nested or {PageNesting.MostTags} tags: no page of the site is like that");
        }

        var page = new HtmlParser().ParseDocument(html);
        var title = TitleOf(page);
        var measure = MeasureText().Match(SourceText.Clean(page.QuerySelector("#measureNum")?.TextContent) is { Length: > 0 } echoed ? echoed : title).Value;
        if (measure == asked.PageMeasure && title.Length > 0)
        {
            if (!html.AsSpan().TrimEnd().EndsWith("</html>", StringComparison.OrdinalIgnoreCase))
            {
                // A parser closes what a page cut at its origin left open, and what stood behind the cut would read as gone.
                return new PageVerdict<TPage>.Doubted("TRUNCATED", "the page stops before its end");
            }

            var years = YearsText().Match(title);
            return years.Success && years.Groups["start"].Value != asked.Session.StartYear.ToString(CultureInfo.InvariantCulture)
                ? new PageVerdict<TPage>.Doubted("WRONG_BILL", $"the page is of session {years.Value}, not {asked.Session.Display}")
                : read(page);
        }

        var hasFrame = EchoIds.Any(id => page.GetElementById(id) is not null);
        if (measure.Length == 0 && (html.Contains("null-0", StringComparison.Ordinal) || html.Contains("Bill not found", StringComparison.OrdinalIgnoreCase)))
        {
            return new PageVerdict<TPage>.NoSuchBill($"the site knows no {asked.Measure} in {asked.Session.Display}");
        }

        return measure.Length > 0 && hasFrame
            ? new PageVerdict<TPage>.Doubted("WRONG_BILL", $"the page is of {measure}, asked was {asked.PageMeasure}")
            : new PageVerdict<TPage>.Doubted(RefusalPage.ReasonOf(html) ?? "NOT_THE_PAGE", $"the page does not name {asked.PageMeasure}");
    }

    /// <summary>The headline: <c>AB-1 Residential property insurance: wildfire risk.(2025-2026)</c>; empty when there is none.</summary>
    public static string TitleOf(IDocument page) =>
        SourceText.Clean((page.QuerySelector("#bill_title h1, #bill_title h2") ?? page.GetElementById("bill_title"))?.TextContent);

    [GeneratedRegex(@"^[A-Z]{2,3}(X\d)?-\d+")]
    private static partial Regex MeasureText();

    [GeneratedRegex(@"\((?<start>\d{4})\s*-\s*\d{4}\)?\s*$")]
    private static partial Regex YearsText();
}
