using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>Edits on their way to the server: one after another, kept until it has taken them.</summary>
internal static class EditQueue
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>How an edit stands, in a word.</summary>
    public static string Word(BillEdit edit) => edit.State switch
    {
        EditState.Conflict => "conflict",
        EditState.Refused => "refused",
        EditState.Sending => "being sent",
        _ => "waits",
    };

    /// <summary>A typed or chosen value becomes an edit, which can be undone.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Write(DashboardModel model, Draft draft)
    {
        var field = EditField.Named(draft.Field);
        var value = field.Tidy(draft.Text);
        var own = model.Editing.DraftOf(draft.Bill, draft.Field)?.Text == draft.Text;
        var written = own ? model with { Editing = model.Editing.WithoutDraft(draft.Bill, draft.Field) } : model;
        if (value == draft.Before)
        {
            return Kept(DashboardUpdate.Say(written, $"{draft.Measure}: {field.Title} is as before, nothing was written"));
        }

        var edit = new BillEdit(Id(model), draft.Bill, draft.Measure, draft.Field, draft.Before, value, draft.Etag, model.Now);
        var editing = written.Editing;
        return Add(written with { Editing = editing with { Undo = editing.Undo.Add(StepOf(edit)), Redo = [] } }, edit);
    }

    /// <summary>An edit at the end of the queue; what it does is said.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Add(DashboardModel model, BillEdit edit)
    {
        var editing = model.Editing;
        var (pumped, sent) = Pump(model with { Editing = editing with { Queue = editing.Queue.Add(edit), Made = editing.Made + 1 } });
        var toasted = DashboardUpdate.Say(pumped, model.Connection.Link == LinkMark.Live ? Said(edit) : $"{Said(edit)}: waits for the server, and is kept");
        return (toasted, [KeepCommand(toasted), .. sent]);
    }

    /// <summary>Sends the next edit, when there is a connection and nothing is under way.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Pump(DashboardModel model)
    {
        var editing = model.Editing;
        if (editing.Queue.IsEmpty || model.Connection.Link != LinkMark.Live || editing.RetryAt > model.Now || editing.Queue.Any(edit => edit.State == EditState.Sending))
        {
            return (model, []);
        }

        // What is written on top of an undecided edit waits for the decision.
        var stopped = new HashSet<(string, string)>();
        foreach (var edit in editing.Queue)
        {
            if (edit.State != EditState.Waiting)
            {
                stopped.Add((edit.Bill, edit.Field));
            }
            else if (!stopped.Contains((edit.Bill, edit.Field)))
            {
                var sending = edit with { State = EditState.Sending };
                return (model with { Editing = editing.With(sending) }, [new Cmd.SendEdit(sending)]);
            }
        }

        return (model, []);
    }

    public static (DashboardModel Model, Cmd[] Commands) Taken(DashboardModel model, string id, BillItem bill)
    {
        var known = Arrivals.Take(model, new Msg.BillChanged(bill));
        return known.Editing.Find(id) is { } edit ? Done(known, edit, bill) : Pumped(known);
    }

    /// <summary>Somebody wrote the bill since: an edit whose field nobody touched is sent again, the rest is for a person.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Mismatched(DashboardModel model, string id, BillItem bill)
    {
        var known = Arrivals.Take(model, new Msg.BillChanged(bill));
        if (known.Editing.Find(id) is not { } edit)
        {
            return Pumped(known);
        }

        var present = EditField.ValueOf(bill, edit.Field);
        return present == edit.After ? Done(known, edit, bill)
            : present == edit.Before ? Pumped(known with { Editing = known.Editing.With(edit with { State = EditState.Waiting, Etag = bill.Etag }) })
            : Conflicts.Arise(known, edit, bill);
    }

    public static (DashboardModel Model, Cmd[] Commands) Refused(DashboardModel model, string id, string reason)
    {
        if (model.Editing.Find(id) is not { } edit)
        {
            return Pumped(model);
        }

        var refused = model with { Editing = model.Editing.With(edit with { State = EditState.Refused, Reason = reason }) };
        return Pumped(DashboardUpdate.Say(refused, $"{edit.Measure}: {EditField.Named(edit.Field).Title} was refused and is kept (C shows it): {reason}", isProblem: true));
    }

    public static (DashboardModel Model, Cmd[] Commands) NotSent(DashboardModel model, string id) => model.Editing.Find(id) is { State: EditState.Sending } edit
        ? Kept(model with { Editing = model.Editing.With(edit with { State = EditState.Waiting }) with { RetryAt = model.Now + Pause } })
        : (model, []);

    /// <summary>What an earlier run could not send comes before what this one has.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Restored(DashboardModel model, Msg.EditsRestored kept)
    {
        var known = model.Editing.Queue.Select(edit => edit.Id).ToHashSet(StringComparer.Ordinal);
        var queue = kept.Queue.Where(edit => !known.Contains(edit.Id)).Select(edit => edit.State == EditState.Sending ? edit with { State = EditState.Waiting } : edit);
        var drafts = kept.Drafts.Where(draft => model.Editing.DraftOf(draft.Bill, draft.Field) is null);
        return Pumped(model with { Editing = model.Editing with { Queue = [.. queue, .. model.Editing.Queue], Drafts = [.. drafts, .. model.Editing.Drafts] } });
    }

    /// <summary>The model, and that what waits be kept.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Kept(DashboardModel model) => (model, [KeepCommand(model)]);

    /// <summary>What waits is kept, and the next is sent.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Pumped(DashboardModel model)
    {
        var (pumped, sent) = Pump(model);
        return (pumped, [KeepCommand(pumped), .. sent]);
    }

    public static EditStep StepOf(BillEdit edit) => new(edit.Id, edit.Bill, edit.Measure, edit.Field, edit.Before, edit.After);

    /// <summary>An id that no other edit has, of this run or an earlier one.</summary>
    public static string Id(DashboardModel model) => FormattableString.Invariant($"{model.Now.UtcTicks:x}-{model.Editing.Made}");

    private static Cmd.KeepEdits KeepCommand(DashboardModel model) => new(model.Editing.Queue, model.Editing.Drafts);

    // What was made from the same etag was made beside this edit: the new etag holds for it too.
    private static (DashboardModel Model, Cmd[] Commands) Done(DashboardModel model, BillEdit edit, BillItem bill)
    {
        var editing = model.Editing.Without(edit.Id);
        return Pumped(DashboardUpdate.Say(model, Said(edit)) with
        {
            Editing = editing with
            {
                RetryAt = null,
                Queue = [.. editing.Queue.Select(one => one.Bill == edit.Bill && one.Etag == edit.Etag ? one with { Etag = bill.Etag } : one)],
                Drafts = [.. editing.Drafts.Select(one => one.Bill == edit.Bill && one.Etag == edit.Etag ? one with { Etag = bill.Etag } : one)],
            },
        });
    }

    private static string Said(BillEdit edit)
    {
        var field = EditField.Named(edit.Field);
        return edit.Words.Length > 0 ? edit.Words
            : edit.After.Length == 0 ? $"{edit.Measure}: {field.Title} is empty now"
            : field is { Breaks: false, Longest: <= 200 } ? $"{edit.Measure}: {field.Title} is {edit.After}"
            : $"{edit.Measure}: {field.Title} written";
    }
}
