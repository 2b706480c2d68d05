using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Legislature;
using LegTracker.Server.Api;

namespace LegTracker.Server.Feeds;

/// <summary>What an address asks of a feed: which bills, how many entries, and before which one.</summary>
/// <param name="Filter">Null for every bill.</param>
/// <param name="Bills">As they were spelled; empty for every bill.</param>
/// <param name="Before">Only entries older than this change; null for the newest.</param>
internal sealed record FeedQuery(BillFilter? Filter, ImmutableArray<BillSpelling> Bills, int Limit, (long Revision, int Index)? Before)
{
    public const int Standard = 100;
    public const int Most = 500;

    private const int MostBills = 100;

    /// <summary>Reads the query of an address.</summary>
    /// <param name="paged">Whether the feed has pages: <c>limit</c> and <c>before</c>.</param>
    /// <exception cref="ApiError">Names the parameter that is wrong and what it may be.</exception>
    public static FeedQuery Read(IQueryCollection query, bool paged)
    {
        string[] known = paged ? ["filter", "bill", "limit", "before"] : ["filter", "bill"];
        if (query.Keys.FirstOrDefault(key => !known.Contains(key)) is { } unknown)
        {
            throw ApiError.FieldInvalid(SourceText.Clean(unknown), $"is no parameter of this feed; it has {string.Join(", ", known)}");
        }

        var filter = string.Join(' ', query["filter"].AsEnumerable());
        var bills = query["bill"].Select(ReadBill).ToImmutableArray();
        return new FeedQuery(
            string.IsNullOrWhiteSpace(filter) ? null : BillFilterReader.Read(filter),
            bills.Length <= MostBills ? bills : throw ApiError.FieldInvalid("bill", string.Create(CultureInfo.InvariantCulture, $"is given {bills.Length} times; at most {MostBills}")),
            ReadLimit(query["limit"]),
            ReadBefore(query["before"]));
    }

    /// <summary>The bills that are asked for, on the watch list or not; null for all.</summary>
    /// <param name="tracked">The watch list.</param>
    /// <param name="fits">Whether a bill fits a filter as it stands.</param>
    /// <exception cref="ApiError">A bill without a session is on nobody's list.</exception>
    public ImmutableHashSet<BillId>? Wanted(IReadOnlyCollection<TrackedBill> tracked, Func<BillFilter, TrackedBill, bool> fits)
    {
        ImmutableHashSet<BillId>? wanted = null;
        if (!Bills.IsEmpty)
        {
            wanted = [.. Bills.SelectMany(spelled => Named(spelled, tracked))];
        }

        if (Filter is { } filter)
        {
            var fitting = tracked.Where(bill => fits(filter, bill)).Select(bill => bill.Id).ToImmutableHashSet();
            wanted = wanted?.Intersect(fitting) ?? fitting;
        }

        return wanted;
    }

    // A bill that is named whole may have left the watch list: its entries stay.
    private static List<BillId> Named(BillSpelling spelled, IReadOnlyCollection<TrackedBill> tracked)
    {
        var fitting = tracked.Select(bill => bill.Id).Where(spelled.Fits).ToList();
        return fitting.Count > 0 ? fitting
            : spelled.Session is { } session ? [spelled.In(session)]
            : throw ApiError.FieldInvalid("bill", $"no {spelled.Measure} is on the watch list; name its session too, as in '{spelled.Measure} 2025-26'");
    }

    private static BillSpelling ReadBill(string? text) => BillSpelling.TryParse(text)
        ?? throw ApiError.FieldInvalid("bill", $"'{SourceText.Clean(text)}' is no bill; write it as 'AB 1394' or 'AB 1394 2023-24'");

    private static int ReadLimit(string? text) => string.IsNullOrEmpty(text) ? Standard
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= Most ? limit
        : throw ApiError.FieldInvalid("limit", string.Create(CultureInfo.InvariantCulture, $"'{SourceText.Clean(text)}' is not a number from 1 to {Most}"));

    private static (long Revision, int Index)? ReadBefore(string? text) => string.IsNullOrEmpty(text) ? null
        : text.Split('.') is [var revision, var index]
            && long.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? (last, place)
        : throw ApiError.FieldInvalid("before", $"'{SourceText.Clean(text)}' is no change's number; take the address of the feed's link 'next'");
}
