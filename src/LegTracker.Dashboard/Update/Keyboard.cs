using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>Keys into requests: a picker or a prompt takes what is typed, chords wait for their next key without a timer.</summary>
internal static class Keyboard
{
    private const string Alt = "alt+";

    public static (DashboardModel Model, Cmd[] Commands) Press(DashboardModel model, KeyStroke key)
    {
        if (model.Prompt is { Breaks: true } broken && model.Picker is null && key.Name is "alt+enter" or "ctrl+j")
        {
            return Prompts.Press(model with { LastKey = model.Now, Toast = null }, broken, key);
        }

        if (key.Name == "ctrl+j")
        {
            // What a line feed means where no line can be broken.
            return Press(model, new("enter"));
        }

        if (key.Name.StartsWith(Alt, StringComparison.Ordinal) && model.Keys.Find(key.Name, model.Screen) is null)
        {
            // Terminals send Alt as Escape and the key; over a slow line Escape and a key arrive as one.
            var (escaped, first) = Press(model, new("esc"));
            var (pressedToo, second) = Press(escaped, new(key.Name[Alt.Length..], key.Text));
            return (pressedToo, [.. first, .. second]);
        }

        var pressed = model with { LastKey = model.Now, Toast = null };
        return pressed.Picker is { } picker ? Pickers.Press(pressed, picker, key)
            : pressed.Prompt is { } prompt ? Prompts.Press(pressed, prompt, key)
            : Strike(pressed, key);
    }

    /// <summary>Pasted text goes into what takes typing and nowhere else.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Paste(DashboardModel model, string text) =>
        model.Picker is { } picker ? (Pickers.Type(model, picker, text), [])
        : model.Prompt is { } prompt ? Prompts.Insert(model, prompt, text)
        : (model, []);

    /// <summary>A key by the key map, or a part of a chord of it.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Strike(DashboardModel model, KeyStroke key)
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
}
