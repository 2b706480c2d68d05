using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments;

/// <summary>What was recorded after the segment that was shown last, which is what the next meeting has not heard yet.</summary>
/// <remarks>docs/decisions/0015-what-a-meeting-hears.md. By revision and not by date: what is posted late is not lost.</remarks>
internal sealed class RecordedSince
{
    private readonly ILookup<BillId, Change> changes;

    /// <param name="shownOn">The meeting that saw that segment; its statements were worded for that day.</param>
    /// <param name="asOf">The Legislature's day on which that segment was published.</param>
    /// <param name="revision">The revision that it shows.</param>
    /// <param name="later">Every change after that revision.</param>
    public RecordedSince(DateOnly shownOn, DateOnly asOf, long revision, IEnumerable<Change> later)
    {
        (ShownOn, Revision) = (shownOn, revision);
        From = asOf <= shownOn ? asOf : shownOn.AddDays(1);
        changes = later.ToLookup(change => change.Bill);
    }

    public DateOnly ShownOn { get; }

    public long Revision { get; }

    /// <summary>The first day whose lines that segment could not tell all of.</summary>
    public DateOnly From { get; }

    /// <summary>The first day that is news of a bill by its date alone: for a bill that segment did not know, from its as-of on; for others, the day after its meeting.</summary>
    public DateOnly FromFor(BillId bill) => IsNewTo(bill) ? From : ShownOn.AddDays(1);

    /// <summary>The bill's lines that nobody was told yet, dated at most until a day.</summary>
    public ImmutableArray<RecordedAction> LinesOf(TrackedBill bill, DateOnly until)
    {
        var from = FromFor(bill.Id);
        var recorded = changes[bill.Id]
            .Where(change => change.Difference is { Kind: ChangeKind.ActionAdded or ChangeKind.ActionPostedLate or ChangeKind.ActionReworded, NewValue: not null, EventDate: not null })
            .CountBy(change => KeyOf(change.Difference.EventDate!.Value, change.Difference.NewValue!))
            .ToDictionary();
        var told = new HashSet<RecordedAction>(ReferenceEqualityComparer.Instance);

        // Of lines that a day repeats word for word, the last ones are the new ones.
        foreach (var action in bill.Actions.Reverse())
        {
            var key = KeyOf(action.Line.Date, action.Line.Text);
            if (recorded.GetValueOrDefault(key) is > 0 and var left)
            {
                recorded[key] = left - 1;
                told.Add(action);
            }
        }

        return [.. bill.Actions.Where(action => action.Line.Date <= until && (told.Contains(action) || action.Line.Date >= from))];
    }

    /// <summary>Whether a hearing was moved or called off, or a line taken back: a pending bill then stands otherwise than it was told.</summary>
    public bool IsTakenBack(BillId bill) =>
        changes[bill].Any(change => change.Difference.Kind is ChangeKind.HearingChanged or ChangeKind.HearingCanceled or ChangeKind.ActionRemoved);

    private bool IsNewTo(BillId bill) => changes[bill].Any(change =>
        change.Difference is { Kind: ChangeKind.Tracked } or { Kind: ChangeKind.FieldChanged, Field: "freshness", OldValue: "NEVER_POLLED" });

    private static (DateOnly Date, string Text) KeyOf(DateOnly date, string text) => (date, ActionText.Normalize(text));
}
