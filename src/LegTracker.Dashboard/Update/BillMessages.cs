using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>The messages of a bill's detail and of editing.</summary>
internal static class BillMessages
{
    /// <summary>The next model and effects; null for a message that is none of these.</summary>
    public static (DashboardModel Model, Cmd[] Commands)? Apply(DashboardModel model, Msg msg) => msg switch
    {
        Msg.DetailArrived arrived => (Details.Take(model, arrived.Detail), []),
        Msg.DetailFailed failed => (Details.Take(model, failed.Fault), []),
        Msg.ShowTab show => (Details.Show(model, show.Tab), []),
        Msg.ToTab to => (Details.Show(model, (DetailTab)(((int)model.DetailTab + to.Direction + Details.Tabs) % Details.Tabs)), []),

        Msg.StartEdit => (Editors.Choose(model), []),
        Msg.EditBill edit => (Editors.Open(model, edit.Bill, edit.Field, edit.Typed), []),
        Msg.Drafted drafted => Editors.Keep(model, drafted.Draft),
        Msg.LeftDraft left => (Editors.Left(model, left.Bill, left.Field), []),
        Msg.KeepDraft => (DashboardUpdate.Say(model, "Kept as a draft: e goes on with it"), []),
        Msg.DropDraft drop => EditQueue.Kept(DashboardUpdate.Say(model, "Discarded") with { Editing = model.Editing.WithoutDraft(drop.Bill, drop.Field) }),
        Msg.Write write => EditQueue.Write(model, write.Draft),
        Msg.UndoEdit => Undoing.Undo(model),
        Msg.RedoEdit => Undoing.Redo(model),

        Msg.EditsRestored kept => EditQueue.Restored(model, kept),
        Msg.EditTaken taken => EditQueue.Taken(model, taken.Edit, taken.Bill),
        Msg.EditMismatched mismatched => EditQueue.Mismatched(model, mismatched.Edit, mismatched.Bill),
        Msg.EditRefused refused => EditQueue.Refused(model, refused.Edit, refused.Reason),
        Msg.EditNotSent not => EditQueue.NotSent(model, not.Edit),

        Msg.ShowEdits => (WaitingEdits.Show(model), []),
        Msg.ShowEdit show => (WaitingEdits.ShowOne(model, show.Edit), []),
        Msg.Withdraw withdraw => WaitingEdits.Withdraw(model, withdraw.Edit),
        Msg.SendAgain again => WaitingEdits.SendAgain(model, again.Edit),
        Msg.KeepTheirs keep when Conflict(model, keep.Edit) is { } edit => Conflicts.KeepTheirs(model, edit),
        Msg.WriteOver over when Conflict(model, over.Edit) is { } edit => Conflicts.WriteOver(model, edit),
        Msg.EditBoth both when Conflict(model, both.Edit) is { } edit => Conflicts.EditBoth(model, edit),
        Msg.LeaveNow => (model, [new Cmd.Quit()]),
        _ => null,
    };

    private static BillEdit? Conflict(DashboardModel model, string id) => model.Editing.Find(id) is { State: EditState.Conflict } edit ? edit : null;
}
