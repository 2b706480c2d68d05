using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>Unread marks: set by arriving changes, cleared on purpose only.</summary>
internal static class Reading
{
    /// <summary>The model with its unread figures counted from its changes.</summary>
    public static DashboardModel Count(DashboardModel model)
    {
        var byBill = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (var change in model.Changes)
        {
            if (change.Unread)
            {
                byBill[change.Bill] = byBill.GetValueOrDefault(change.Bill) + 1;
            }
        }

        return model with
        {
            UnreadByBill = byBill.ToImmutable(),
            UnreadChanges = byBill.Values.Sum(),
            UnreadSinceVisit = model.LastVisit is { } visit ? model.Changes.Count(change => change.Unread && change.Revision > visit.Revision) : 0,
        };
    }

    /// <summary>The model with its unread figures carried on: changes that came, and those that were forgotten.</summary>
    public static DashboardModel Recount(DashboardModel model, ImmutableArray<ChangeItem> came, ImmutableArray<ChangeItem> went)
    {
        var byBill = model.UnreadByBill.ToBuilder();
        var (total, sinceVisit) = (model.UnreadChanges, model.UnreadSinceVisit);
        foreach (var change in came)
        {
            Add(change, 1);
        }

        foreach (var change in went)
        {
            Add(change, -1);
        }

        return model with { UnreadByBill = byBill.ToImmutable(), UnreadChanges = total, UnreadSinceVisit = sinceVisit };

        void Add(ChangeItem change, int count)
        {
            if (!change.Unread)
            {
                return;
            }

            total += count;
            sinceVisit += model.LastVisit is { } visit && change.Revision > visit.Revision ? count : 0;
            var left = byBill.GetValueOrDefault(change.Bill) + count;
            if (left == 0)
            {
                byBill.Remove(change.Bill);
            }
            else
            {
                byBill[change.Bill] = left;
            }
        }
    }

    /// <summary>Marks the chosen changes read or unread, and asks that it be remembered.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Mark(DashboardModel model, Func<ChangeItem, bool> chosen, bool read)
    {
        var names = model.Changes.Where(change => change.Unread == read && chosen(change)).Select(change => change.Name).ToImmutableArray();
        if (names.IsEmpty)
        {
            return (model, []);
        }

        var marked = names.ToHashSet(StringComparer.Ordinal);
        return (Turn(model, change => marked.Contains(change.Name) ? !read : change.Unread), [new Cmd.MarkRead(names, read)]);
    }

    /// <summary>Takes up what another dashboard of this user has marked; what it left alone stays as it is here.</summary>
    public static DashboardModel Take(DashboardModel model, Msg.MarkedElsewhere marked) =>
        Turn(model, change => marked.After.IsUnread(change.Name) is var unread && unread != marked.Before.IsUnread(change.Name) ? unread : change.Unread);

    // The rows stay as they are, even under the filter "new": nothing vanishes from under the cursor.
    private static DashboardModel Turn(DashboardModel model, Func<ChangeItem, bool> isUnread)
    {
        ImmutableArray<ChangeItem> Turned(ImmutableArray<ChangeItem> changes) =>
            [.. changes.Select(change => isUnread(change) is var unread && unread == change.Unread ? change : change with { Unread = unread })];

        return Count(model with { Changes = Turned(model.Changes), ChangeRows = Turned(model.ChangeRows) });
    }

    /// <summary>The change under the cursor, or all of the bill at hand: read when anything is unread, else its newest unread again.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Toggle(DashboardModel model)
    {
        if (model.Screen == Screen.Changes && model.ChangeUnderCursor is { } here)
        {
            return Mark(model, change => change.Name == here.Name, read: here.Unread);
        }

        if (model.Screen == Screen.Candidates)
        {
            return (Candidates.ToggleRead(model), []);
        }

        if (Visits.BillAtHand(model) is not { } bill)
        {
            return (model, []);
        }

        if (model.UnreadOf(bill.Name) > 0)
        {
            return Mark(model, change => change.Bill == bill.Name, read: true);
        }

        return model.Changes.FirstOrDefault(change => change.Bill == bill.Name) is { } newest
            ? Mark(model, change => change.Name == newest.Name, read: false)
            : (DashboardUpdate.Say(model, $"No change of {bill.Measure} is in the feed"), []);
    }

    /// <summary>Asks whether everything that the filter lets through is to be marked read.</summary>
    public static DashboardModel AskShown(DashboardModel model)
    {
        var shown = Shown(model);
        var count = model.Changes.Count(change => change.Unread && shown(change));
        return count == 0 ? DashboardUpdate.Say(model, "Nothing is unread here") : Pickers.Open(model, new Picker(
            FormattableString.Invariant($"Mark {(count == 1 ? "1 change" : $"all {count} changes")} shown here read?"),
            [new("Yes, mark them read", new Msg.MarkShown()), new("No, leave them unread", new Msg.MoveBy(0))]));
    }

    public static (DashboardModel Model, Cmd[] Commands) MarkShown(DashboardModel model) => Mark(model, Shown(model), read: true);

    private static Func<ChangeItem, bool> Shown(DashboardModel model)
    {
        var shown = (model.Screen == Screen.Changes ? model.ChangeRows.Select(change => change.Name) : model.BillRows.Select(bill => bill.Name)).ToHashSet(StringComparer.Ordinal);
        return change => shown.Contains(model.Screen == Screen.Changes ? change.Name : change.Bill);
    }

    /// <summary>The cursor on the next or previous unread row, round the ends.</summary>
    public static DashboardModel ToUnread(DashboardModel model, int direction)
    {
        var count = model.Screen switch { Screen.Changes => model.ChangeRows.Length, Screen.Candidates => model.Candidates.Rows.Length, _ => model.BillRows.Length };
        for (var step = 1; step <= count; step++)
        {
            var row = (((Places.Cursor(model) + (step * direction)) % count) + count) % count;
            if (model.Screen switch { Screen.Changes => model.ChangeRows[row].Unread, Screen.Candidates => model.Candidates.Rows[row].Unread, _ => model.UnreadOf(model.BillRows[row].Name) > 0 })
            {
                return Places.MoveTo(model, row);
            }
        }

        return DashboardUpdate.Say(model, "Nothing is unread here");
    }
}
