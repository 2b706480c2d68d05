using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>Undo and redo: each is a new edit with the other value, so the log tells both.</summary>
internal static class Undoing
{
    public static (DashboardModel Model, Cmd[] Commands) Undo(DashboardModel model)
    {
        if (model.Editing.Undo.LastOrDefault() is not { } step)
        {
            return (DashboardUpdate.Say(model, "Nothing to undo: no edit was made since the start"), []);
        }

        var editing = model.Editing;
        var popped = model with { Editing = editing with { Undo = editing.Undo.RemoveAt(editing.Undo.Length - 1), Redo = editing.Redo.Add(step) } };

        // What the server refused was never written: it leaves the queue, and its text stays a draft.
        return editing.Find(step.Edit) is { State: EditState.Conflict or EditState.Refused } edit
            ? EditQueue.Pumped(DashboardUpdate.Say(
                popped with { Editing = popped.Editing.Without(edit.Id).With(Editors.Beside(popped, new(edit.Bill, edit.Measure, edit.Field, edit.After, edit.Before, edit.Etag))) },
                $"Undone: {Words(step, step.Before)}; it was never written, and yours stays as a draft"))
            : Turn(popped, step, step.After, step.Before, "Undone", EditQueue.Id(model));
    }

    public static (DashboardModel Model, Cmd[] Commands) Redo(DashboardModel model)
    {
        if (model.Editing.Redo.LastOrDefault() is not { } step)
        {
            return (DashboardUpdate.Say(model, "Nothing to redo"), []);
        }

        var editing = model.Editing;
        var id = EditQueue.Id(model);
        var popped = model with { Editing = editing with { Redo = editing.Redo.RemoveAt(editing.Redo.Length - 1), Undo = editing.Undo.Add(step with { Edit = id }) } };
        return Turn(popped, step, step.Before, step.After, "Redone", id);
    }

    /// <summary>The steps without an edit that was never written.</summary>
    public static DashboardModel Forget(DashboardModel model, string edit) => model with
    {
        Editing = model.Editing with { Undo = model.Editing.Undo.RemoveAll(step => step.Edit == edit) },
    };

    private static (DashboardModel Model, Cmd[] Commands) Turn(DashboardModel model, EditStep step, string from, string to, string word, string id)
    {
        if (!model.Bills.TryGetValue(step.Bill, out var bill))
        {
            return (DashboardUpdate.Say(model, $"{step.Measure} is not tracked any more: nothing was written", isProblem: true), []);
        }

        var present = model.Editing.ValueOf(bill, step.Field);
        if (present == to)
        {
            return (DashboardUpdate.Say(model, $"{Words(step, to)} already"), []);
        }

        var edit = new BillEdit(id, step.Bill, step.Measure, step.Field, from, to, model.Editing.EtagOf(bill, step.Field), model.Now) { Words = $"{word}: {Words(step, to)} again" };
        if (present == from)
        {
            return EditQueue.Add(model, edit);
        }

        // Somebody else wrote it since: they are shown before they are written over.
        return Conflicts.Arise(model with { Editing = model.Editing with { Queue = model.Editing.Queue.Add(edit), Made = model.Editing.Made + 1 } }, edit, bill);
    }

    private static string Words(EditStep step, string value)
    {
        var shown = Editors.Shown(EditField.Named(step.Field), value);
        return $"{step.Measure} {EditField.Named(step.Field).Title} is {(shown.Length > 40 ? $"“{shown[..40].TrimEnd()} …”" : shown)}";
    }
}
