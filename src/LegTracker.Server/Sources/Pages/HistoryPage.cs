using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Pages;

/// <summary>The page billHistoryClient.xhtml: the whole history of a bill.</summary>
/// <param name="Topic">The subject as its title prints it, or null.</param>
/// <param name="Lines">Oldest first.</param>
internal sealed record HistoryPage(string? Topic, ImmutableArray<HistoryLine> Lines)
{
    /// <summary>Ids of the elements that matter.</summary>
    public static readonly string[] Ids = [.. PageProof.EchoIds, "billhistory"];

    /// <summary>Reads the page, or says why it is not that page.</summary>
    public static PageVerdict<HistoryPage> TryParse(string html, BillId asked) => PageProof.Check(html, asked, page => Read(html, page, asked));

    /// <summary>The rows of a page's history table, oldest first; null when a date in it cannot be read.</summary>
    /// <remarks>Rows stand newest first, also within a day.</remarks>
    public static ImmutableArray<HistoryLine>? LinesOf(IElement table, Session session)
    {
        var lines = ImmutableArray.CreateBuilder<HistoryLine>();
        foreach (var cells in table.Descendants<IHtmlTableRowElement>().Select(row => row.Children.OfType<IHtmlTableDataCellElement>().ToList()).Where(cells => cells.Count >= 2))
        {
            if (PageDate.Read(SourceText.Clean(cells[0].TextContent), session) is not { } date)
            {
                return null;
            }

            if (SourceText.Clean(cells[1].TextContent) is { Length: > 0 } text)
            {
                lines.Add(new HistoryLine(date, text));
            }
        }

        lines.Reverse();
        return lines.ToImmutable();
    }

    private static PageVerdict<HistoryPage> Read(string html, IDocument page, BillId asked)
    {
        // A table that is not closed in the text is a page cut short, which a parser would mend without a word.
        if (PageSlice.Find(html, "billhistory").IsEmpty || page.GetElementById("billhistory") is not { } table)
        {
            return new PageVerdict<HistoryPage>.Doubted("NOT_THE_PAGE", "it holds no whole history table");
        }

        return LinesOf(table, asked.Session) switch
        {
            null => new PageVerdict<HistoryPage>.Doubted("BAD_DATE", "a date in the history table cannot be read"),
            { IsEmpty: true } => new PageVerdict<HistoryPage>.Doubted("EMPTY_HISTORY", "the history table has no line"),
            { } lines => new PageVerdict<HistoryPage>.Proved(new HistoryPage(TopicOf(page, asked), lines)),
        };
    }

    // "AB-1 Residential property insurance: wildfire risk.(2025-2026)"
    private static string? TopicOf(IDocument page, BillId asked)
    {
        var title = PageProof.TitleOf(page);
        var years = title.LastIndexOf('(');
        var topic = title.StartsWith(asked.PageMeasure, StringComparison.Ordinal) ? title[asked.PageMeasure.Length..(years > asked.PageMeasure.Length ? years : title.Length)].Trim() : "";
        return topic.Length > 0 ? topic : null;
    }
}
