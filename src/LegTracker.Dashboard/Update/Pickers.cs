using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>Keys and pasted text in an open picker.</summary>
internal static class Pickers
{
    private const int LongestQuery = 100;

    /// <summary>The picker open, with its cursor on its first choice.</summary>
    public static DashboardModel Open(DashboardModel model, Picker picker) => Move(model with { Prompt = null, Chord = "" }, picker, 0);

    public static (DashboardModel Model, Cmd[] Commands) Press(DashboardModel model, Picker picker, KeyStroke key)
    {
        var page = Picker.HeightOf(model.Rows) - 1;
        return key.Name switch
        {
            "esc" => (model with { Picker = null }, []),
            "enter" => Take(model, picker),
            "ctrl+c" or "ctrl+l" or "ctrl+z" => Keyboard.Strike(model, key),
            "down" or "ctrl+n" => (Move(model, picker, picker.Place.Index + 1), []),
            "up" or "ctrl+p" => (Move(model, picker, picker.Place.Index - 1), []),
            "pgdn" or "ctrl+d" => (Move(model, picker, picker.Place.Index + page), []),
            "pgup" => (Move(model, picker, picker.Place.Index - page), []),
            "left" => (Move(model, picker, OtherGroup(picker, -1)), []),
            "right" => (Move(model, picker, OtherGroup(picker, 1)), []),
            "home" => (Move(model, picker, 0), []),
            "end" => (Move(model, picker, int.MaxValue), []),
            "backspace" => (Narrow(model, picker, picker.Query[..^Math.Min(1, picker.Query.Length)]), []),
            "ctrl+u" => (Narrow(model, picker, ""), []),
            _ => (key.Text.Length > 0 ? Type(model, picker, key.Text) : model, []),
        };
    }

    public static DashboardModel Type(DashboardModel model, Picker picker, string text) =>
        Narrow(model, picker, new string([.. (picker.Query + text.ReplaceLineEndings(" ")).Where(c => !char.IsControl(c)).Take(LongestQuery)]));

    /// <summary>The cursor on a row; on the row it is on already: take it.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Pick(DashboardModel model, Picker picker, int row) =>
        row == picker.Place.Index ? Take(model, picker) : (Move(model, picker, row), []);

    private static (DashboardModel Model, Cmd[] Commands) Take(DashboardModel model, Picker picker) =>
        picker.Chosen is not { } chosen ? (model, [])
        : chosen.Off.Length > 0 ? (DashboardUpdate.Say(model, chosen.Off), [])
        : DashboardUpdate.Apply(model with { Picker = null }, chosen.Does);

    public static DashboardModel Move(DashboardModel model, Picker picker, int row) => model with
    {
        Picker = picker with { Place = picker.Place.At(row, picker.Rows.Length, Picker.HeightOf(model.Rows), i => picker.Rows[i].Label) },
    };

    private static DashboardModel Narrow(DashboardModel model, Picker picker, string query)
    {
        var words = query.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var rows = picker.All.Where(choice => words.All(word => Has(choice.Label, word) || Has(choice.Detail, word) || Has(choice.Keys, word) || Has(choice.Also, word)));
        // What has just this key comes first, then what has the words in its own name: one letter stands in many words.
        var ranked = rows.OrderByDescending(choice => choice.Keys.Split(' ').Contains(query)).ThenByDescending(choice => words.All(word => Has(choice.Label, word)));
        return Move(model, picker with { Query = query, Rows = [.. ranked], Place = ListPlace.Start }, 0);
    }

    // The first choice of the next group, or of this one or the one before it.
    private static int OtherGroup(Picker picker, int direction)
    {
        var here = picker.Place.Index;
        var starts = Enumerable.Range(0, picker.Rows.Length).Where(row => row == 0 || picker.Rows[row].Group != picker.Rows[row - 1].Group);
        return direction > 0 ? starts.FirstOrDefault(start => start > here, here) : starts.LastOrDefault(start => start < here, here);
    }

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
