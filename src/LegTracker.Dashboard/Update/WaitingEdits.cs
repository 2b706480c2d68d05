using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>Looking at what was written and has not arrived, and leaving with it.</summary>
internal static class WaitingEdits
{
    private const string Leaving = "Quit?";

    /// <summary>Edits that wait, conflicts, and drafts.</summary>
    public static DashboardModel Show(DashboardModel model) => Pickers.Open(model, new Picker("Not written yet: edits and drafts",
    [
        .. model.Editing.Queue.Select(edit => Row(edit.Measure, edit.Field, edit.After, EditQueue.Word(edit), new Msg.ShowEdit(edit.Id))),
        .. model.Editing.Drafts.Select(draft => Row(draft.Measure, draft.Field, draft.Text, "draft", new Msg.EditBill(draft.Bill, draft.Field, Typed: true))),
    ])
    { Empty = "Nothing waits, and there is no draft" });

    public static DashboardModel ShowOne(DashboardModel model, string id) => model.Editing.Find(id) switch
    {
        { State: EditState.Conflict } => Conflicts.Show(model, id),
        { State: EditState.Sending } edit => DashboardUpdate.Say(model, $"{edit.Measure}: being sent"),
        { State: EditState.Refused } edit => Pickers.Open(model, new Picker($"{edit.Measure} {EditField.Named(edit.Field).Title}: {edit.Reason}", [new("edit it again", new Msg.Withdraw(id)), new("send it once more", new Msg.SendAgain(id))])),
        { } edit => Pickers.Open(model, new Picker($"{edit.Measure} {EditField.Named(edit.Field).Title} waits for the server", [new("leave it waiting", new Msg.ShowEdits()), new("take it back and edit it again", new Msg.Withdraw(id))])),
        null => model,
    };

    /// <summary>The edit becomes a draft and is opened.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Withdraw(DashboardModel model, string id)
    {
        if (model.Editing.Find(id) is not { } edit || edit.State == EditState.Sending)
        {
            return (model, []);
        }

        var draft = Editors.Beside(model, new(edit.Bill, edit.Measure, edit.Field, edit.After, edit.Before, edit.Etag));
        var taken = Undoing.Forget(model with { Editing = model.Editing.Without(id).With(draft) }, id);
        return EditQueue.Pumped(Editors.Open(taken, edit.Bill, edit.Field, typed: true));
    }

    public static (DashboardModel Model, Cmd[] Commands) SendAgain(DashboardModel model, string id) => model.Editing.Find(id) is { State: EditState.Refused } edit
        ? EditQueue.Pumped(model with { Editing = model.Editing.With(edit with { State = EditState.Waiting, Reason = "" }) })
        : (model, []);

    /// <summary>Quits at once when nothing waits, or when it is asked for once more; else asks.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Leave(DashboardModel model)
    {
        var count = model.Editing.Queue.Length;
        var typing = model.Prompt is { Multiline: true } && !model.Editing.Drafts.IsEmpty;
        return (count == 0 && !typing) || model.Picker?.Title.StartsWith(Leaving, StringComparison.Ordinal) == true
            ? (model, [new Cmd.Quit()])
            : (Pickers.Open(model, new Picker($"{Leaving} {(count > 0 ? Count(count) : "What you type has not been sent")}",
                [new("stay", new Msg.ShowEdits()), new("quit; it is kept and goes on at the next start", new Msg.LeaveNow())])), []);
    }

    /// <summary>"1 edit waits", "2 edits wait".</summary>
    public static string Count(int edits) => edits == 1 ? "1 edit waits" : FormattableString.Invariant($"{edits} edits wait");

    private static Choice Row(string measure, string field, string text, string word, Msg does) =>
        new($"{measure} {EditField.Named(field).Title}", does) { Detail = $"{word}: {Editors.Shown(EditField.Named(field), text)}" };
}
