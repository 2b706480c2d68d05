using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>Filters under a name: the built-in ones and the user's own, which also keep their order and columns.</summary>
internal static class SavedViews
{
    private const int LongestName = 40;

    public static DashboardModel Choose(DashboardModel model)
    {
        ImmutableArray<SavedView> own = model.View.Views;
        var here = SavedView.NameOf(model.View, model.Filter);
        var title = model.Keys.KeyOf(new Msg.NameView()) is { Length: > 0 } key ? $"Views ({key} saves this one)" : "Views";
        return Pickers.Open(model, new Picker(title,
        [
            .. own.Concat(SavedView.BuiltIn).Select(view => new Choice(view.Name, new Msg.TakeView(view)) { Detail = view.Filter.Length > 0 ? view.Filter : "everything", Marked = view.Name == here || (here.Length + view.Filter.Length + model.Filter.Length == 0) }),
            .. own.Select(view => new Choice($"delete {view.Name}", new Msg.DeleteView(view.Name)) { Detail = view.Filter }),
        ]));
    }

    public static (DashboardModel Model, Cmd[] Commands) Take(DashboardModel model, SavedView view)
    {
        var seen = model.View with { Sort = view.Sort ?? model.View.Sort, Columns = view.Columns ?? model.View.Columns };
        var (kept, commands) = Keeping.Keep(model with { Filter = view.Filter }, seen);
        return (DashboardUpdate.Say(Arrivals.Reorder(kept), $"View {view.Name}"), commands);
    }

    public static DashboardModel Name(DashboardModel model)
    {
        var here = SavedView.NameOf(model.View, model.Filter);
        var name = model.View.Views.Any(view => view.Name == here) ? here : "";
        return model with { Prompt = new Prompt("save this view as", name, text => new Msg.SaveView(text)) { Longest = LongestName } };
    }

    /// <summary>Filter, order and columns as they are under a name; an own view of that name is replaced.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Save(DashboardModel model, string text)
    {
        var name = text.Trim();
        if (name.Length == 0)
        {
            return (DashboardUpdate.Say(model, "Nothing is saved: the view has no name", isProblem: true), []);
        }

        if (SavedView.BuiltIn.Any(view => string.Equals(view.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            return (DashboardUpdate.Say(model, $"“{name}” is built in: save it under another name", isProblem: true), []);
        }

        var others = model.View.Views.RemoveAll(view => string.Equals(view.Name, name, StringComparison.OrdinalIgnoreCase));
        var saved = new SavedView(name, model.Filter) { Sort = model.View.Sort, Columns = model.View.Columns };
        return Keeping.Keep(
            DashboardUpdate.Say(model, $"View {name} is {(others.Length < model.View.Views.Length ? "saved anew" : "saved")}"),
            model.View with { Views = [.. others.Append(saved).OrderBy(view => view.Name, StringComparer.OrdinalIgnoreCase)] });
    }

    public static (DashboardModel Model, Cmd[] Commands) Delete(DashboardModel model, string name) => Keeping.Keep(
        DashboardUpdate.Say(model, $"View {name} is deleted"),
        model.View with { Views = model.View.Views.RemoveAll(view => view.Name == name) });
}
