using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>The hearings that the lines of a history tell of, with what became of each.</summary>
/// <remarks>
/// A day's lines count as a whole: a hearing that is set and called off on one day is not set, whatever the order of the two lines. A line that
/// calls off without naming a day means the hearing that was set before; where none was, the one that is set on its own day.
/// </remarks>
internal sealed class LineHearings
{
    /// <summary>A line that calls off a hearing comes this many days after the hearing's day at most.</summary>
    private const int LatestOff = 7;

    private readonly BillId bill;
    private readonly List<Entry> entries = [];

    private LineHearings(BillId bill) => this.bill = bill;

    private IEnumerable<Entry> Open => entries.Where(entry => entry.IsOpen);

    /// <summary>By date, then committee.</summary>
    /// <param name="isOver">Whether the bill's course in the houses is over: nothing is heard any more.</param>
    public static ImmutableArray<Hearing> Of(BillId bill, IEnumerable<ReadAction> actions, DateOnly asOf, bool isOver)
    {
        var read = new LineHearings(bill);
        foreach (var day in actions.GroupBy(action => action.Line.Date).OrderBy(day => day.Key))
        {
            read.Take([.. day]);
        }

        return [.. read.entries
            .Select(entry => entry.Hearing with
            {
                Status = entry.Hearing.Status != HearingStatus.Set ? entry.Hearing.Status : StatusOf(entry.Hearing.Date, asOf, isOver || !entry.IsOpen),
            })
            .OrderBy(hearing => hearing.Date)
            .ThenBy(hearing => hearing.Committee, StringComparer.Ordinal)];
    }

    /// <summary>The status of a hearing that was set and that no line tells more of.</summary>
    public static HearingStatus StatusOf(DateOnly date, DateOnly asOf, bool isOver) =>
        date < asOf ? HearingStatus.Unreported : isOver ? HearingStatus.Overtaken : HearingStatus.Set;

    public static bool IsOff(ReadAction action) =>
        action.Kinds.Contains(ActionKind.HearingPostponed) || action.Kinds.Contains(ActionKind.HearingCanceled);

    public static bool IsReport(ReadAction action) => action.Kinds.Any(kind =>
        kind is ActionKind.PassedCommittee or ActionKind.FailedCommittee or ActionKind.Suspense or ActionKind.Held);

    public static HearingStatus OffStatus(ReadAction action) =>
        action.Kinds.Contains(ActionKind.HearingCanceled) ? HearingStatus.Canceled : HearingStatus.Postponed;

    private void Take(ImmutableArray<ReadAction> day)
    {
        ReadAction? offUnknown = null;
        foreach (var action in day)
        {
            if (action.Kinds.Any(IsEnd))
            {
                Close(Open, action);
            }
            else if (IsReport(action))
            {
                Report(action);
            }
            else if (IsOff(action) && action.HearingDate is null)
            {
                offUnknown = Open.Any(entry => entry.Hearing.Date.AddDays(LatestOff) >= action.Line.Date) ? null : action;
                Close(Open, action, OffStatus(action));
            }
        }

        foreach (var action in day.Where(action => action.Kinds.Contains(ActionKind.HearingSet) && action.HearingDate is not null))
        {
            Set(action);
        }

        if (offUnknown is { } off)
        {
            Close(Open.Where(entry => entry.Hearing.Sources.Any(source => source.Date == off.Line.Date)), off, OffStatus(off));
        }

        foreach (var action in day.Where(action => IsOff(action) && action.HearingDate is not null))
        {
            var named = Open.Where(entry => entry.Hearing.Date == action.HearingDate).ToList();
            Close(named.Count > 0 ? named : [Add(action, HearingStatus.Set)], action, OffStatus(action));
        }
    }

    private void Set(ReadAction action)
    {
        var ahead = action.Line.Text.Contains("pending receipt", StringComparison.OrdinalIgnoreCase);
        var date = action.HearingDate!.Value;
        var same = Open.FirstOrDefault(entry => entry.Hearing.Date == date && (!ahead || entry.InNextCommittee));
        Close(Open.Where(entry => entry != same && !ahead && !(entry.InNextCommittee && entry.Hearing.Date != date)), action, HearingStatus.Moved);
        if (same is null)
        {
            Add(action, HearingStatus.Set).InNextCommittee = ahead;
        }
        else
        {
            Tell(same, action);
            same.InNextCommittee = ahead;
        }
    }

    // A report ends what was set in its committee: held on its own day, or on an earlier one when it names none.
    private void Report(ReadAction action)
    {
        var date = action.HearingDate <= action.Line.Date ? action.HearingDate : null;
        var here = Open.Where(entry => !entry.InNextCommittee).ToList();
        foreach (var entry in here)
        {
            var held = date is null ? entry.Hearing.Date <= action.Line.Date : entry.Hearing.Date == date;
            Close([entry], action, held ? HearingStatus.Held : HearingStatus.Set);
        }

        if (date is not null && !here.Any(entry => entry.Hearing.Status == HearingStatus.Held))
        {
            Close([Add(action, HearingStatus.Held)], action, HearingStatus.Held);
        }

        foreach (var next in Open)
        {
            next.InNextCommittee = false;
        }
    }

    // What is closed while still set is overtaken when its day is not over yet.
    private static void Close(IEnumerable<Entry> closed, ReadAction action, HearingStatus status = HearingStatus.Set)
    {
        foreach (var entry in closed.ToList())
        {
            entry.IsOpen = false;
            var known = status == HearingStatus.Set && entry.Hearing.Date >= action.Line.Date ? HearingStatus.Overtaken : status;
            entry.Hearing = entry.Hearing with { Status = known };
            if (known is not HearingStatus.Set)
            {
                Tell(entry, action);
            }
        }
    }

    private Entry Add(ReadAction action, HearingStatus status)
    {
        var committee = action.Kinds.Contains(ActionKind.HearingSet) && action.Committees.Length > 0 ? action.Committees[0] : action.ActingCommittee;
        var entry = new Entry(new Hearing(bill, action.HearingDate!.Value, null, committee, action.House, null, status, [Source(action)]));
        entries.Add(entry);
        return entry;
    }

    private static void Tell(Entry entry, ReadAction action)
    {
        if (!entry.Hearing.Sources.Contains(Source(action)))
        {
            entry.Hearing = entry.Hearing with { Sources = entry.Hearing.Sources.Add(Source(action)) };
        }
    }

    private static HearingSource Source(ReadAction action) => new(HearingSourceKind.Line, action.Line.Text, action.Line.Date, null);

    private static bool IsEnd(ActionKind kind) =>
        kind is ActionKind.Withdrawn or ActionKind.PassedHouse or ActionKind.Died or ActionKind.Chaptered or ActionKind.Vetoed;

    private sealed class Entry(Hearing hearing)
    {
        public Hearing Hearing { get; set; } = hearing;

        public bool IsOpen { get; set; } = true;

        /// <summary>Set in the committee that the bill goes to when this one has reported it.</summary>
        public bool InNextCommittee { get; set; }
    }
}
