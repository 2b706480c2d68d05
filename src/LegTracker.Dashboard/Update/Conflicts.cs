using System.Globalization;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>An edit of a field that somebody else wrote meanwhile: both texts are shown whole and a person decides.</summary>
internal static class Conflicts
{
    /// <summary>The edit as a conflict with what the bill has now; shown at once unless something is being typed or chosen.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Arise(DashboardModel model, BillEdit edit, BillItem bill)
    {
        var conflict = edit with { State = EditState.Conflict, Theirs = bill.Written.FirstOrDefault(written => written.Field == edit.Field), TheirEtag = bill.Etag };
        var known = model with { Editing = model.Editing.With(conflict) };
        return EditQueue.Pumped(known is { Prompt: null, Picker: null }
            ? Show(known, edit.Id)
            : DashboardUpdate.Say(known, $"{edit.Measure}: somebody else wrote {EditField.Named(edit.Field).Title} too; C shows both", isProblem: true));
    }

    /// <summary>Both texts, and what can be done.</summary>
    public static DashboardModel Show(DashboardModel model, string id)
    {
        if (model.Editing.Find(id) is not { State: EditState.Conflict } edit)
        {
            return model;
        }

        var field = EditField.Named(edit.Field);
        return Pickers.Open(model, new Picker($"{edit.Measure} {field.Title}: somebody else wrote it too",
        [
            new("keep theirs; yours stays as a draft", new Msg.KeepTheirs(id)),
            new("write yours over it; u brings theirs back", new Msg.WriteOver(id)),
            .. field.Id == "priority" ? Array.Empty<Choice>() : [new("edit again from both", new Msg.EditBoth(id))],
            .. Told(model, id, $"now there{Who(model, edit.Theirs)}:", edit.Theirs?.Text ?? ""),
            .. Told(model, id, "yours:", edit.After),
        ]));
    }

    public static (DashboardModel Model, Cmd[] Commands) KeepTheirs(DashboardModel model, BillEdit edit)
    {
        var draft = Editors.Beside(model, new(edit.Bill, edit.Measure, edit.Field, edit.After, edit.Theirs?.Text ?? "", edit.TheirEtag));
        var kept = Undoing.Forget(model with { Editing = model.Editing.Without(edit.Id).With(draft) }, edit.Id);
        return EditQueue.Pumped(DashboardUpdate.Say(kept, $"{edit.Measure}: theirs stays; yours is a draft (e opens it)"));
    }

    public static (DashboardModel Model, Cmd[] Commands) WriteOver(DashboardModel model, BillEdit edit)
    {
        var theirs = edit.Theirs?.Text ?? "";
        var again = edit with { State = EditState.Waiting, Before = theirs, Etag = edit.TheirEtag, Theirs = null, TheirEtag = "" };
        var undo = model.Editing.Undo.Select(step => step.Edit == edit.Id ? step with { Before = theirs } : step);
        return EditQueue.Pumped(model with { Editing = model.Editing.With(again) with { Undo = [.. undo] } });
    }

    public static (DashboardModel Model, Cmd[] Commands) EditBoth(DashboardModel model, BillEdit edit)
    {
        var theirs = edit.Theirs?.Text ?? "";
        var draft = Editors.Beside(model, new(edit.Bill, edit.Measure, edit.Field, Editors.Both(EditField.Named(edit.Field), theirs, edit.After), theirs, edit.TheirEtag));
        var both = Undoing.Forget(model with { Editing = model.Editing.Without(edit.Id).With(draft) }, edit.Id);
        return EditQueue.Pumped(Editors.Open(both, edit.Bill, edit.Field, typed: true));
    }

    // Rows to read in the picker; taking one shows the picker again.
    private static IEnumerable<Choice> Told(DashboardModel model, string id, string head, string text) =>
        new[] { "", head }.Concat(TextRows.Lines(text.Length == 0 ? "(empty)" : text, Math.Min(100, model.Columns - 2) - 10).Select(line => "  " + line))
            .Select(line => new Choice(line, new Msg.ShowEdit(id)));

    private static string Who(DashboardModel model, WrittenText? theirs) => theirs is not { Author.Length: > 0 } ? ""
        : $", by {theirs.Author}{(theirs.Written is { } at ? TimeZoneInfo.ConvertTime(at, model.Zone).ToString(" yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "")}";
}
