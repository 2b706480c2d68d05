using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Dashboard.Model;

namespace LegTracker.Benchmarks.Screen;

/// <summary>Made-up bills and changes in the numbers of a whole session.</summary>
internal static class GeneratedList
{
    private static readonly string[] Stages = ["In committee", "Suspense file", "On the floor", "Chaptered", "Vetoed", "Did not pass", "With the Governor"];

    public static ImmutableArray<BillItem> Bills(int count) => [.. Enumerable.Range(1, count).Select(number => Bill(number, new DateOnly(2025, 1, 6).AddDays(number % 280), 0))];

    /// <summary>A bill that moved on so many times.</summary>
    public static BillItem Bill(int number, DateOnly last, int moves)
    {
        var house = number % 2 == 0 ? "AB" : "SB";
        return new BillItem(string.Create(CultureInfo.InvariantCulture, $"states/ca/sessions/20252026-0/bills/{house}{number}"), string.Create(CultureInfo.InvariantCulture, $"{house} {number}"), "2025-26")
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"Subject {number * 7919 % 100_003} of a made-up measure that is long enough to be cut in most windows"),
            Authors = ["Rivera", "Lindqvist"],
            Stage = Stages[(number + moves) % Stages.Length],
            Mark = (StageMark)((number + moves) % 7),
            LastActionDate = last,
            LastAction = "From committee: Do pass and re-refer to Com. on APPR. (Ayes 8. Noes 0.)",
            Actions = [.. Enumerable.Range(0, 12).Select(line => new ActionItem(last.AddDays(line - 12), "Read second time. Ordered to third reading."))],
            NextDates = [new NextDate(last.AddDays(30), "Last day for fiscal committees", "bulk files")],
            Freshness = Freshness.Current,
            LastConfirmed = new DateTimeOffset(2025, 9, 1, 16, 0, 0, TimeSpan.Zero),
            Source = "bulk files",
        };
    }

    /// <summary>The change that made a bill so.</summary>
    public static ChangeItem Change(BillItem bill, long revision, DateTimeOffset recorded) => new(string.Create(CultureInfo.InvariantCulture, $"changes/{revision}.0"), bill.Name, bill.Measure)
    {
        Revision = revision,
        Kind = "stage",
        Summary = $"{bill.Measure} is now: {bill.Stage}.",
        Recorded = recorded,
        Unread = true,
        Source = "bulk files",
    };
}
