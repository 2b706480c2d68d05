using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>Choosing what to edit of a bill, and typing or choosing its new value; what is typed is a draft from its first letter on.</summary>
internal static class Editors
{
    /// <summary>The fields of the bill at hand to choose from.</summary>
    public static DashboardModel Choose(DashboardModel model) =>
        Visits.BillAtHand(model) is not { } at ? model
        : !model.Bills.TryGetValue(at.Name, out var bill) ? DashboardUpdate.Say(model, $"{at.Measure} is not tracked any more: it cannot be edited", isProblem: true)
        : Pickers.Open(model, new Picker($"Edit {bill.Measure}", [.. EditField.All.Select(field => Offer(model, bill, field))]));

    /// <summary>A picker of the field's values, or a prompt; a draft goes on where it was left.</summary>
    public static DashboardModel Open(DashboardModel model, string name, string id, bool typed)
    {
        var field = EditField.Named(id);
        if (model.Editing.DraftOf(name, id) is { } draft && (typed || field.Choices.IsEmpty))
        {
            return model with { Picker = null, Prompt = Prompt(field, draft) };
        }

        if (!model.Bills.TryGetValue(name, out var bill))
        {
            return DashboardUpdate.Say(model, "The bill is not tracked any more: it cannot be edited", isProblem: true);
        }

        var value = model.Editing.ValueOf(bill, id);
        var begun = new Draft(name, bill.Measure, id, value, value, model.Editing.EtagOf(bill, id));
        return typed || field.Choices.IsEmpty
            ? model with { Picker = null, Prompt = Prompt(field, begun) }
            : Pickers.Open(model, Values(model, field, begun));
    }

    /// <summary>Keeps what is typed so far; what is as before is no draft.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Keep(DashboardModel model, Draft draft)
    {
        var editing = draft.Text == draft.Before ? model.Editing.WithoutDraft(draft.Bill, draft.Field) : model.Editing.With(draft);
        return EditQueue.Kept(model with { Editing = editing });
    }

    /// <summary>Asks about a text that was typed and not sent; until an answer it stays a draft.</summary>
    public static DashboardModel Left(DashboardModel model, string bill, string field) => model.Editing.DraftOf(bill, field) is not { } draft ? model
        : Pickers.Open(model, new Picker($"{draft.Measure} {EditField.Named(field).Title}: what you typed was not sent",
        [
            new("keep it as a draft", new Msg.KeepDraft(bill, field)),
            new("go on writing", new Msg.EditBill(bill, field, Typed: true)),
            new("discard it", new Msg.DropDraft(bill, field)),
        ]));

    /// <summary>A text beside a draft that may be there already: both are kept.</summary>
    public static Draft Beside(DashboardModel model, Draft draft)
    {
        var field = EditField.Named(draft.Field);
        return model.Editing.DraftOf(draft.Bill, draft.Field) is { } there && there.Text != draft.Text
            ? draft with { Text = Both(field, there.Text, draft.Text) }
            : draft;
    }

    /// <summary>Two texts of a field as one, to be made into one by a person.</summary>
    public static string Both(EditField field, string first, string second) =>
        first.Length == 0 ? second : second.Length == 0 ? first : field.Tidy(first + (field.Breaks ? "\n" : " / ") + second);

    /// <summary>A value in one line.</summary>
    public static string Shown(EditField field, string value) => value.Length == 0 ? "(empty)" : value.Replace("\n", field.IsList ? ", " : " / ", StringComparison.Ordinal);

    private static Choice Offer(DashboardModel model, BillItem bill, EditField field)
    {
        var draft = model.Editing.DraftOf(bill.Name, field.Id);
        var waits = model.Editing.LastOf(bill.Name, field.Id);
        return new(field.Title, new Msg.EditBill(bill.Name, field.Id))
        {
            Detail = draft is not null ? $"draft: {Shown(field, draft.Text)}"
                : waits is not null ? $"{EditQueue.Word(waits)}: {Shown(field, waits.After)}"
                : Shown(field, EditField.ValueOf(bill, field.Id)),
            Marked = draft is not null || waits is not null,
        };
    }

    private static Picker Values(DashboardModel model, EditField field, Draft begun)
    {
        var used = field.Id == "position" ? model.Bills.Values.Select(bill => bill.Position).Where(word => word.Length > 0) : [];
        var values = field.Choices.Concat(used.Order(StringComparer.Ordinal)).Distinct(StringComparer.OrdinalIgnoreCase);
        return new Picker($"{begun.Measure} {field.Title}",
        [
            .. values.Select(value => new Choice(value, new Msg.Write(begun with { Text = value })) { Marked = value == begun.Text, Detail = field.Id == "priority" && value == "1" ? "highest" : "" }),
            .. field.Id == "position" ? [new Choice("another word …", new Msg.EditBill(begun.Bill, field.Id, Typed: true))] : Array.Empty<Choice>(),
            new("none", new Msg.Write(begun with { Text = "" })) { Marked = begun.Text.Length == 0 },
        ]);
    }

    private static Prompt Prompt(EditField field, Draft begun) => new($"{begun.Measure} {field.Title}", begun.Text, text => new Msg.Write(begun with { Text = text }))
    {
        Typed = text => new Msg.Drafted(begun with { Text = text }),
        Left = new Msg.LeftDraft(begun.Bill, field.Id),
        Longest = field.Longest,
        Multiline = true,
        Breaks = field.Breaks,
        Hint = field.IsList ? "one a line; Enter writes it, Alt-Enter next line, Esc leaves" : field.Breaks ? "Enter writes it, Alt-Enter breaks the line, Esc leaves" : "Enter writes it, Esc leaves",
    };
}
