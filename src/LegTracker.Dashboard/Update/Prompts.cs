using System.Globalization;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>Keys and pasted text in an open prompt.</summary>
internal static class Prompts
{
    public static (DashboardModel Model, Cmd[] Commands) Press(DashboardModel model, Prompt prompt, KeyStroke key)
    {
        var (text, caret) = (prompt.Text, prompt.Caret);
        return key.Name switch
        {
            "esc" => Send(model with { Prompt = null }, prompt.Left),
            "alt+enter" or "ctrl+j" when prompt.Breaks => Insert(model, prompt, "\n"),
            "up" or "down" or "home" or "end" when prompt.Multiline => At(model, prompt, TextRows.Move(text, caret, key.Name, Prompt.RowWidth(model.Columns))),
            "enter" => Send(model with { Prompt = null }, prompt.Done(text)),
            "ctrl+c" or "ctrl+l" or "ctrl+z" => Keyboard.Strike(model, key),
            "up" or "down" or "pgup" or "pgdn" => prompt.MovesList ? Keyboard.Strike(model, key) : (model, []),
            "left" => At(model, prompt, Before(text, caret)),
            "right" => At(model, prompt, After(text, caret)),
            "home" or "ctrl+a" => At(model, prompt, 0),
            "end" or "ctrl+e" => At(model, prompt, text.Length),
            "backspace" => Write(model, prompt, text.Remove(Before(text, caret), caret - Before(text, caret)), Before(text, caret)),
            "delete" => Write(model, prompt, text.Remove(caret, After(text, caret) - caret), caret),
            "ctrl+u" => (prompt.Multiline ? TextRows.Move(text, caret, "home", Prompt.RowWidth(model.Columns)) : 0) is var from ? Write(model, prompt, text.Remove(from, caret - from), from) : default,
            "ctrl+w" => WordStart(text, caret) is var from ? Write(model, prompt, text.Remove(from, caret - from), from) : default,
            _ => key.Text.Length > 0 ? Insert(model, prompt, key.Text) : (model, []),
        };
    }

    /// <summary>Text where the caret is: without control characters, cut at the longest, which is said.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Insert(DashboardModel model, Prompt prompt, string text)
    {
        var lines = text.ReplaceLineEndings(prompt.Breaks ? "\n" : " ");
        var clean = new string([.. lines.Where(c => !char.IsControl(c) || c == '\n')]);
        var room = Math.Max(0, prompt.Longest - prompt.Text.Length);
        var fits = clean.Length <= room ? clean : clean[..(room > 0 && char.IsHighSurrogate(clean[room - 1]) ? room - 1 : room)];
        var said = fits.Length == clean.Length ? model
            : DashboardUpdate.Say(model, FormattableString.Invariant($"At most {prompt.Longest:N0} characters: the last {clean.Length - fits.Length:N0} did not fit"), isProblem: true);
        return Write(said, prompt, prompt.Text.Insert(prompt.Caret, fits), prompt.Caret + fits.Length);
    }

    private static (DashboardModel Model, Cmd[] Commands) Write(DashboardModel model, Prompt prompt, string text, int caret)
    {
        var next = model with { Prompt = prompt with { Text = text, Caret = caret } };
        return text == prompt.Text ? (next, []) : Send(next, prompt.Typed?.Invoke(text));
    }

    private static (DashboardModel Model, Cmd[] Commands) At(DashboardModel model, Prompt prompt, int caret) => (model with { Prompt = prompt with { Caret = caret } }, []);

    private static (DashboardModel Model, Cmd[] Commands) Send(DashboardModel model, Msg? msg) => msg is null ? (model, []) : DashboardUpdate.Apply(model, msg);

    // Text elements, not UTF-16 units.
    private static int Before(string text, int caret) => StringInfo.ParseCombiningCharacters(text).LastOrDefault(start => start < caret);

    private static int After(string text, int caret) => StringInfo.ParseCombiningCharacters(text).FirstOrDefault(start => start > caret, text.Length);

    private static int WordStart(string text, int caret) => text[..caret].TrimEnd().LastIndexOfAny([' ', '\n']) + 1;
}
