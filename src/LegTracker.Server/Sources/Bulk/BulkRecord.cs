using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Bulk;

/// <summary>A bill's rows as the record that every source gives.</summary>
internal static class BulkRecord
{
    /// <summary>Name and version of this reader.</summary>
    public const string Reader = "bulk/3";

    /// <summary>The record; null when the rows hold no history, which no published bill is without.</summary>
    public static BillRecord? From(BillRows rows)
    {
        if (rows.History.Count == 0)
        {
            return null;
        }

        var latest = rows.Latest;
        var authors = latest is not null && rows.Authors.TryGetValue(latest.Version.Id, out var listed) ? listed : [];
        return new BillRecord
        {
            Id = rows.Id,
            Topic = latest?.Version.Topic ?? "",
            Title = latest?.Text?.Title,
            LeadAuthors = [.. authors.Where(row => row.IsLead).OrderBy(row => !row.IsPrimary).Select(row => row.Name).Distinct()],
            Coauthors = [.. Sorted(authors, "PRINCIPAL_COAUTHOR"), .. Sorted(authors, "COAUTHOR")],
            History = InOrder(rows.History),
            Versions = [.. rows.Versions.Values.OrderByDescending(row => row.Number).ThenBy(row => row.Version.Id, StringComparer.Ordinal).Select(row => row.Version)],
            StatusText = rows.State?.Status,
            HouseLocation = rows.State?.House,
            Text = latest?.Text,
            Analyses = rows.Analyses,
        };
    }

    // Rows from before 2000 have no sequence and ids that fall with time; later ones ascend in both.
    private static ImmutableArray<HistoryLine> InOrder(List<HistoryRow> history) =>
    [
        .. history.Where(row => row.Sequence is null).OrderByDescending(row => row.Id).Select(row => row.Line),
        .. history.Where(row => row.Sequence is not null).OrderBy(row => row.Sequence).ThenBy(row => row.Id).Select(row => row.Line),
    ];

    // The tables and the pages list coauthors in orders of their own: by name they are the same list.
    private static IEnumerable<string> Sorted(List<AuthorRow> authors, string contribution) =>
        authors.Where(row => row.Contribution == contribution).Select(row => row.Name).Distinct().Order(StringComparer.Ordinal);
}
