using System.Globalization;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>Keys into requests: the filter line takes what is typed, chords wait for their next key without a timer.</summary>
internal static class Keyboard
{
    private const int LongestFilter = 200;
    private const string Alt = "alt+";

    public static (DashboardModel Model, Cmd[] Commands) Press(DashboardModel model, KeyStroke key)
    {
        if (key.Name.StartsWith(Alt, StringComparison.Ordinal) && model.Keys.Find(key.Name, model.Screen) is null)
        {
            // Terminals send Alt as Escape and the key; over a slow line Escape and a key arrive as one.
            var (escaped, first) = Press(model, new("esc"));
            var (pressedToo, second) = Press(escaped, new(key.Name[Alt.Length..], key.Text));
            return (pressedToo, [.. first, .. second]);
        }

        var pressed = model with { LastKey = model.Now, Toast = null };
        return pressed.Filtering ? Type(pressed, key) : Strike(pressed, key);
    }

    /// <summary>Pasted text goes into an open filter line and nowhere else.</summary>
    public static DashboardModel Paste(DashboardModel model, string text) =>
        model.Filtering ? Refilter(model, model.Filter + text.ReplaceLineEndings(" ")) : model;

    private static (DashboardModel Model, Cmd[] Commands) Strike(DashboardModel model, KeyStroke key)
    {
        if (model.Chord.Length > 0 && key.Name == "esc")
        {
            return (model with { Chord = "" }, []);
        }

        var keys = model.Chord.Length == 0 ? key.Name : $"{model.Chord} {key.Name}";
        var plain = model with { Chord = "" };
        return plain.Keys.Find(keys, plain.Screen) is { } command ? DashboardUpdate.Apply(plain, command.Does)
            : plain.Keys.Beginning(keys, plain.Screen).IsEmpty ? (plain, [])
            : (plain with { Chord = keys }, []);
    }

    private static (DashboardModel Model, Cmd[] Commands) Type(DashboardModel model, KeyStroke key) => key.Name switch
    {
        "esc" => (Visits.Back(model), []),
        "enter" => (model with { Filtering = false }, []),
        "backspace" => (Refilter(model, WithoutLast(model.Filter)), []),
        "ctrl+u" => (Refilter(model, ""), []),
        "ctrl+w" => (Refilter(model, model.Filter.TrimEnd() is var text && text.LastIndexOf(' ') is var at && at >= 0 ? text[..(at + 1)] : ""), []),
        _ when key.Text.Length > 0 => (Refilter(model, model.Filter + key.Text), []),
        "up" or "down" or "pgup" or "pgdn" or "home" or "end" or "ctrl+c" or "ctrl+l" or "ctrl+z" => Strike(model, key),
        _ => (model, []),
    };

    private static DashboardModel Refilter(DashboardModel model, string filter)
    {
        var text = new string([.. filter.Where(c => !char.IsControl(c)).Take(LongestFilter)]);
        return text == model.Filter ? model : Arrivals.Reorder(model with { Filter = text });
    }

    // One text element, not one UTF-16 unit.
    private static string WithoutLast(string text)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        return starts.Length == 0 ? "" : text[..starts[^1]];
    }
}
