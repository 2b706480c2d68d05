using System.Globalization;
using LegTracker.Legislature;
using LegTracker.Replay;
using LegTracker.Server.Comparing;
using LegTracker.Server.Recording;
using LegTracker.Server.Tracking;

namespace LegTracker.Server.Tests.Tracking;

/// <summary>A generated season tracked evening by evening on a virtual clock, with its change log held against the script.</summary>
/// <remarks>
/// Every evening on which anything is scripted is polled as the schedule does it: at 21:35 and every half hour, at least twice and until the evening is
/// recorded, at most eight times. A few measures are read from their pages before, until two weeks after the last that is scripted of them.
/// </remarks>
internal sealed class SeasonRun(TrackedWorld world, ReplayedSeason season, int measuresOnPages)
{
    private static readonly TimeSpan[] Attempts =
        [.. new[] { 21 * 60 + 35, 22 * 60 + 5, 22 * 60 + 35, 23 * 60 + 5, 23 * 60 + 35, 30 * 60 + 5, 30 * 60 + 35, 31 * 60 }.Select(minutes => TimeSpan.FromMinutes(minutes))];

    private readonly Dictionary<Entry, int> open = [];
    private long readUpTo;

    /// <summary>A change as script and log both say it.</summary>
    public sealed record Entry(BillId Bill, ChangeKind Kind, string? Field, DateOnly? Date, string? Text);

    public int Evenings { get; private set; }

    public int Polls { get; private set; }

    public int PagePolls { get; private set; }

    /// <summary>Scripted changes, with tracking and first readings, by kind.</summary>
    public SortedDictionary<ChangeKind, int> Scripted { get; } = [];

    /// <summary>Recorded changes by kind.</summary>
    public SortedDictionary<ChangeKind, int> Recorded { get; } = [];

    /// <summary>Scripted and not recorded.</summary>
    public IReadOnlyList<Entry> Missing => [.. open.Where(entry => entry.Value > 0).SelectMany(entry => Enumerable.Repeat(entry.Key, entry.Value))];

    /// <summary>Recorded and not scripted, or more than once.</summary>
    public IReadOnlyList<Entry> Extra => [.. open.Where(entry => entry.Value < 0).SelectMany(entry => Enumerable.Repeat(entry.Key, -entry.Value))];

    public async Task RunAsync(DateOnly until)
    {
        var introduced = season.Introductions.ToLookup(bill => bill.Introduced, bill => bill.Bill);
        var script = season.Script.ToLookup(change => change.Evening);
        var ends = season.Script.GroupBy(change => change.Bill).ToDictionary(bill => bill.Key, bill => bill.Max(change => change.Evening).AddDays(14));
        var onPages = season.Introductions.Take(measuresOnPages).ToList();
        var evenings = introduced.Select(day => day.Key).Concat(script.Select(day => day.Key)).Distinct().Where(day => day <= until).Order();
        foreach (var evening in evenings)
        {
            Evenings++;
            world.GoTo(evening, new TimeOnly(18, 0));
            foreach (var bill in introduced[evening])
            {
                await world.TrackAsync(bill);
                Expect(new Entry(bill, ChangeKind.Tracked, null, null, null));
                Expect(new Entry(bill, ChangeKind.FieldChanged, "freshness", null, "CURRENT"));
            }

            foreach (var change in script[evening])
            {
                Expect(new Entry(change.Bill, change.Kind, change.Field, change.Date, TextOf(change)));
            }

            await PollAsync(evening, onPages.Where(bill => bill.Introduced <= evening && evening <= ends.GetValueOrDefault(bill.Bill)).Select(bill => bill.Bill));
        }
    }

    /// <summary>The counts, for people.</summary>
    public string Counts()
    {
        var (answers, faults) = world.Replay.Faults.Drawn;
        var kinds = Scripted.Keys.Union(Recorded.Keys).Order().Select(kind => string.Create(
            CultureInfo.InvariantCulture, $"  {kind,-18} scripted {Scripted.GetValueOrDefault(kind),7:N0}   recorded {Recorded.GetValueOrDefault(kind),7:N0}"));
        var met = faults.Values.Sum();
        return string.Create(CultureInfo.InvariantCulture, $"""
            {season.Introductions.Count:N0} measures, {Evenings:N0} evenings, {Polls:N0} polls of the bulk files, {PagePolls:N0} of pages
            {answers:N0} answers, {met:N0} with a fault ({100.0 * met / Math.Max(1, answers):0.0} %): {string.Join(", ", faults.OrderBy(kind => kind.Key).Select(kind => $"{kind.Key} {kind.Value.ToString(CultureInfo.InvariantCulture)}"))}
            {string.Join('\n', kinds)}
              {"all",-18} scripted {Scripted.Values.Sum(),7:N0}   recorded {Recorded.Values.Sum(),7:N0}   missing {Missing.Count:N0}   extra {Extra.Count:N0}
            """);
    }

    private async Task PollAsync(DateOnly evening, IEnumerable<BillId> onPages)
    {
        world.GoTo(evening, new TimeOnly(19, 10));
        foreach (var bill in onPages)
        {
            await foreach (var _ in world.Desk.RunAsync("pages", bill, CancellationToken.None))
            {
            }

            PagePolls++;
        }

        var midnight = CaliforniaTime.At(evening, TimeOnly.MinValue);
        for (var attempt = 0; attempt < Attempts.Length; attempt++)
        {
            world.Pass(midnight + Attempts[attempt] - world.Clock.Now);
            await foreach (var _ in world.Desk.RunAsync("bulk", null, CancellationToken.None))
            {
            }

            Polls++;
            await TakeLogAsync();
            if (attempt >= 1 && Missing.Count == 0)
            {
                return;
            }
        }
    }

    private async Task TakeLogAsync()
    {
        foreach (var change in await world.Store.ReadChangesAsync(readUpTo, 1_000_000, CancellationToken.None))
        {
            readUpTo = change.Revision;
            var difference = change.Difference;
            Count(Recorded, difference.Kind);
            Settle(new Entry(change.Bill, difference.Kind, difference.Field, difference.EventDate, difference.Kind == ChangeKind.ActionRemoved ? difference.OldValue : difference.NewValue), -1);
        }
    }

    private void Expect(Entry entry)
    {
        Count(Scripted, entry.Kind);
        Settle(entry, 1);
    }

    private void Settle(Entry entry, int by)
    {
        var left = open.GetValueOrDefault(entry) + by;
        if (left == 0)
        {
            open.Remove(entry);
        }
        else
        {
            open[entry] = left;
        }
    }

    private static void Count(SortedDictionary<ChangeKind, int> counts, ChangeKind kind) => counts[kind] = counts.GetValueOrDefault(kind) + 1;

    private static string? TextOf(ScriptedChange change) =>
        change.Kind == ChangeKind.StageChanged ? Wording.ApiName(Enum.Parse<Stage>(change.Text!)) : change.Text;
}
