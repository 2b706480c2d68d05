using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Legislature;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tracking;

/// <summary>The readings of one poll: a reading that only adds lines is recorded at once, one that lost or changed lines when all have been seen.</summary>
/// <remarks>
/// Three rules stand between a reading and the record (docs/decisions/0010-quarantine-and-evidence.md): a bill chaptered long ago does not move
/// (<see cref="Canary"/>); of at least 50 bills looked at, at most 20 % lose or change lines; a lost line is seen to be lost twice. When the first or
/// second is broken, the source has drifted: what is held back of this sweep and every reading of later ones is quarantined, until the bills
/// concerned are as recorded again or a person says that they are right.
/// </remarks>
internal sealed class ReadingSweep(string source, ImmutableDictionary<BillId, Doubt> doubts, RecordStore store, ReadingRecorder recorder, LegislativeClock clock)
{
    /// <summary>Fewer bills than this are too few to judge a source by the share that moved.</summary>
    public const int FewestBills = 50;

    /// <summary>Share of the bills looked at that may lose or change lines in one sweep.</summary>
    public const double MostMoved = 0.2;

    private readonly List<HeldReading> held = [];
    private readonly HashSet<BillId> seen = [];
    private readonly HashSet<BillId> asRecorded = [];
    private readonly HashSet<BillId> doubted = [.. doubts.Keys];
    private readonly bool drifted = doubts.Values.Any(doubt => doubt.IsDrift);
    private string? canary;
    private int moved;

    /// <summary>Why nothing of the source is believed, in words; null when it is. Known once the sweep has ended.</summary>
    public string? Drift { get; private set; }

    /// <summary>Whether readings are held back.</summary>
    public bool IsDoubtful => doubted.Count > 0;

    /// <summary>The source showed a bill as it is recorded.</summary>
    public void Confirm(SourceEvent.BillUnchanged unchanged)
    {
        if (!unchanged.NotModified)
        {
            seen.Add(unchanged.Bill);
            asRecorded.Add(unchanged.Bill);
        }
    }

    /// <summary>Records a reading, or holds it back.</summary>
    /// <returns>Null when it is held back: its entry comes at the end.</returns>
    public async Task<PollEntry?> TakeAsync(PollEntry started, SourceEvent.BillRead reading, CancellationToken cancellationToken)
    {
        var bill = reading.Record.Id;
        if (await recorder.CompareAsync(reading, cancellationToken) is not var (before, comparison))
        {
            return recorder.NotTracked(started, reading);
        }

        seen.Add(bill);
        var accepted = IsAccepted(reading);
        var lines = accepted ? 0 : Canary.MovedLines(comparison);
        if (lines == 0)
        {
            if (!accepted)
            {
                asRecorded.Add(bill);
            }

            if (!drifted && canary is null)
            {
                return await RecordAsync(started, reading, cancellationToken);
            }

            held.Add(new HeldReading(started, reading, 0, null));
            return null;
        }

        moved++;
        var fault = Canary.Fault(before, comparison, clock.Today);
        canary ??= fault;
        held.Add(new HeldReading(started, reading, comparison.LostLines, fault ?? string.Create(CultureInfo.InvariantCulture, $"{lines} recorded line(s) are missing or changed")) { IsCanary = fault is not null });
        return null;
    }

    /// <summary>Judges the sweep, and records what was held back or leaves it in quarantine.</summary>
    /// <param name="whole">Whether so many bills were asked for that a source which looks well is well: the whole watch list, or enough of it.</param>
    public async Task<ImmutableArray<PollEntry>> EndAsync(bool whole, CancellationToken cancellationToken)
    {
        var tooMany = seen.Count >= FewestBills && moved > MostMoved * seen.Count
            ? string.Create(CultureInfo.InvariantCulture, $"{moved} of {seen.Count} bills lost or changed recorded lines in one sweep")
            : null;
        var open = doubts.Values.Where(doubt => doubt.IsDrift && !IsSettled(doubt, whole && tooMany is null)).MinBy(doubt => doubt.FirstSeen);
        Drift = canary ?? tooMany ?? open?.Reason;
        var entries = ImmutableArray.CreateBuilder<PollEntry>(held.Count);
        foreach (var one in held)
        {
            entries.Add(Drift is null ? await SettleAsync(one, cancellationToken) : await WithholdAsync(one, tooMany, cancellationToken));
        }

        foreach (var bill in asRecorded)
        {
            await DropAsync(bill, cancellationToken);
        }

        return entries.ToImmutable();
    }

    // A sweep that is well again settles what the bad one held back; a canary has to be seen as recorded.
    private bool IsSettled(Doubt doubt, bool wellAgain) =>
        asRecorded.Contains(doubt.Bill) || (doubt.Kind == DoubtKind.SweepMoved && wellAgain && seen.Contains(doubt.Bill));

    private bool IsAccepted(SourceEvent.BillRead reading) =>
        doubts.GetValueOrDefault(reading.Record.Id) is { Accepted: true } doubt && doubt.Sha256 == reading.Provenance.ContentSha256;

    private async Task<PollEntry> SettleAsync(HeldReading one, CancellationToken cancellationToken)
    {
        var seenBefore = doubts.GetValueOrDefault(one.Bill)?.Sha256 == one.Sha256;
        return one.LostLines == 0 || seenBefore
            ? await RecordAsync(one.Started, one.Reading, cancellationToken)
            : await DoubtAsync(one, DoubtKind.Shrank, "HISTORY_SHRANK", string.Create(
                CultureInfo.InvariantCulture, $"{one.LostLines} recorded line(s) are missing; recorded only if the next poll shows the same"), cancellationToken);
    }

    private async Task<PollEntry> WithholdAsync(HeldReading one, string? tooMany, CancellationToken cancellationToken) => one switch
    {
        { IsCanary: true } => await DoubtAsync(one, DoubtKind.CanaryMoved, "CANARY_MOVED", one.Moved!, cancellationToken),
        { Moved: { } words } when tooMany is not null => await DoubtAsync(one, DoubtKind.SweepMoved, "SWEEP_MOVED", $"{words}; {tooMany}", cancellationToken),
        _ => await FailAsync(one, "SOURCE_DRIFTED", $"not recorded, because {source} is not believed now: {Drift}", cancellationToken),
    };

    private async Task<PollEntry> DoubtAsync(HeldReading one, DoubtKind kind, string reason, string words, CancellationToken cancellationToken)
    {
        var known = doubts.GetValueOrDefault(one.Bill);
        var first = known is null || known.Sha256 != one.Sha256 || known.Kind != kind;
        var doubt = new Doubt(one.Bill, kind, one.Sha256, words, known?.Kind == kind ? known.FirstSeen : clock.Now, Accepted: false);
        await store.KeepDoubtAsync(source, doubt, cancellationToken);
        doubted.Add(one.Bill);
        if (first)
        {
            await store.KeepQuarantinedAsync(one.Bill, one.Reading.Provenance.Url, reason, one.Reading.Evidence.ToArray(), one.Started, cancellationToken);
        }

        return await FailAsync(one, reason, words, cancellationToken);
    }

    private Task<PollEntry> FailAsync(HeldReading one, string reason, string words, CancellationToken cancellationToken) => recorder.FailAsync(
        one.Started with { HttpStatus = one.Reading.HttpStatus, BodyBytes = one.Reading.BodyBytes }, one.Bill, Freshness.Quarantined, reason, words, cancellationToken);

    private async Task<PollEntry> RecordAsync(PollEntry started, SourceEvent.BillRead reading, CancellationToken cancellationToken)
    {
        var entry = await recorder.RecordAsync(started, reading, cancellationToken);
        await DropAsync(reading.Record.Id, cancellationToken);
        return entry;
    }

    private async Task DropAsync(BillId bill, CancellationToken cancellationToken)
    {
        if (doubted.Remove(bill))
        {
            await store.DropDoubtAsync(source, bill, cancellationToken);
        }
    }

    /// <param name="Started">Its entry as it began, with what it makes of the bill's due time.</param>
    /// <param name="LostLines">Recorded lines that it lacks.</param>
    /// <param name="Moved">What it lost or changed, in words; null for a reading that is held back only because its source has drifted.</param>
    private sealed record HeldReading(PollEntry Started, SourceEvent.BillRead Reading, int LostLines, string? Moved)
    {
        public BillId Bill => Reading.Record.Id;

        public string Sha256 => Reading.Provenance.ContentSha256;

        public bool IsCanary { get; init; }
    }
}
