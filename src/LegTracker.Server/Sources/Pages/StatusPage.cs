using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Pages;

/// <summary>The page billStatusClient.xhtml: authors, title, versions, status, and the newest five lines of the history.</summary>
/// <param name="NewestLines">Oldest first; empty when the page has none.</param>
internal sealed partial record StatusPage(
    string? Topic,
    string? Title,
    ImmutableArray<string> LeadAuthors,
    ImmutableArray<string> Coauthors,
    ImmutableArray<BillVersion> Versions,
    string? StatusText,
    string? HouseLocation,
    ImmutableArray<HistoryLine> NewestLines)
{
    private const string VoteRequired = " Vote Required";

    /// <summary>Ids of the elements that matter.</summary>
    public static readonly string[] Ids =
        [.. PageProof.EchoIds, "subject", "statusTitle", "title", "leadAuthors", "principalAuthors", "coAuthors", "houseLoc", "version", "billhistory"];

    /// <summary>Reads the page, or says why it is not that page.</summary>
    public static PageVerdict<StatusPage> TryParse(string html, BillId asked) => PageProof.Check(html, asked, page => Read(page, asked));

    /// <summary>The page's status words without "Active Bill - ", looked for in its text.</summary>
    public static string? StatusIn(string html) => FlagText().Match(html) is { Success: true } flag ? SourceText.Clean(flag.Groups["status"].Value) : null;

    private static PageVerdict<StatusPage> Read(IDocument page, BillId asked)
    {
        if (page.GetElementById("subject") is null && page.GetElementById("leadAuthors") is null)
        {
            return new PageVerdict<StatusPage>.Doubted("NOT_THE_PAGE", "it names neither subject nor authors");
        }

        var newest = page.GetElementById("billhistory") is { } table ? HistoryPage.LinesOf(table, asked.Session) : [];
        var type = TypeIn(page);
        var versions = page.QuerySelectorAll("select#version option").Select(option => VersionOf(option, asked.Session)).ToArray();
        if (newest is null || versions.Contains(null))
        {
            return new PageVerdict<StatusPage>.Doubted("BAD_DATE", "a date of a history line or of a version cannot be read");
        }

        return new PageVerdict<StatusPage>.Proved(new StatusPage(
            TextOf(page, "#subject"),
            TextOf(page, "#statusTitle") ?? TextOf(page, "span#title"),
            NamesOf(page, "#leadAuthors"),
            [.. Sorted(page, "#principalAuthors"), .. Sorted(page, "#coAuthors")],
            WithType([.. versions.OfType<BillVersion>().OrderByDescending(version => NumberOf(version.Id)).ThenBy(version => version.Id, StringComparer.Ordinal)], type),
            page.QuerySelectorAll("td").Select(cell => StatusIn(">" + cell.TextContent + "<")).FirstOrDefault(status => status is not null),
            TextOf(page, "#houseLoc"),
            newest.Value));
    }

    // The table says it of the newest version, which the page shows.
    private static ImmutableArray<BillVersion> WithType(ImmutableArray<BillVersion> versions, TypeOfMeasure? type) =>
        type is not null && versions is [.., var newest] ? versions.SetItem(versions.Length - 1, newest with { Type = type }) : versions;

    private static TypeOfMeasure? TypeIn(IDocument page)
    {
        var cells = page.QuerySelectorAll("td").Select(cell => SourceText.Clean(cell.TextContent)).Where(text => text.Length is > 0 and < 40).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var type = new TypeOfMeasure(
            cells.FirstOrDefault(text => text.EndsWith(VoteRequired, StringComparison.OrdinalIgnoreCase))?[..^VoteRequired.Length],
            Marked("Appropriation"), Marked("Fiscal Committee"), Marked("State-Mandated Local Program"), Marked("Urgency"), Marked("Tax levy"));
        return type == new TypeOfMeasure(null, null, null, null, null, null) ? null : type;

        bool? Marked(string mark) => cells.Contains(mark) ? true : cells.Contains("Non-" + mark) ? false : null;
    }

    private static string? TextOf(IDocument page, string selector) => SourceText.Clean(page.QuerySelector(selector)?.TextContent) is { Length: > 0 } text && text != "-" ? text : null;

    // "Addis (A) , Allen (S)"; an empty list is printed as "-".
    private static ImmutableArray<string> NamesOf(IDocument page, string selector) =>
        TextOf(page, selector) is { } text
            ? [.. AuthorEnd().Split(text).Select(name => HouseMark().Replace(name, "").Trim()).Where(name => name is not ("" or "-")).Distinct()]
            : [];

    private static IEnumerable<string> Sorted(IDocument page, string selector) => NamesOf(page, selector).Order(StringComparer.Ordinal);

    // <option value="20250AB194CHP">10/09/25 - Chaptered</option>
    private static BillVersion? VersionOf(IElement option, Session session)
    {
        var label = SourceText.Clean(option.TextContent);
        var dash = label.IndexOf(" - ", StringComparison.Ordinal);
        var id = SourceText.Clean(option.GetAttribute("value"));
        return dash > 0 && NumberOf(id) > 0 && PageDate.Read(label[..dash], session) is { } date ? new BillVersion(id, date, label[(dash + 3)..].Trim(), null) : null;
    }

    // The last five characters of a version id are its number, 99 for the first print, and its state.
    private static int NumberOf(string versionId) =>
        versionId.Length > 5 && int.TryParse(versionId.AsSpan(versionId.Length - 5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@">\s*(Active|Inactive) Bill\s*-\s*(?<status>[^<]+)<")]
    private static partial Regex FlagText();

    // Commas part authors after a house mark; without any mark, every comma does.
    [GeneratedRegex(@"(?<=\([AS]\))\s*,|,(?![^,]*\([AS]\))")]
    private static partial Regex AuthorEnd();

    [GeneratedRegex(@"\s*\([AS]\)\s*$")]
    private static partial Regex HouseMark();
}
