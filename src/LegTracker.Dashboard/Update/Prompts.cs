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
            "enter" => Send(model with { Prompt = null }, prompt.Done(text)),
            "ctrl+c" or "ctrl+l" or "ctrl+z" => Keyboard.Strike(model, key),
            "up" or "down" or "pgup" or "pgdn" => prompt.MovesList ? Keyboard.Strike(model, key) : (model, []),
            "left" => At(model, prompt, Before(text, caret)),
            "right" => At(model, prompt, After(text, caret)),
            "home" or "ctrl+a" => At(model, prompt, 0),
            "end" or "ctrl+e" => At(model, prompt, text.Length),
            "backspace" => Write(model, prompt, text.Remove(Before(text, caret), caret - Before(text, caret)), Before(text, caret)),
            "delete" => Write(model, prompt, text.Remove(caret, After(text, caret) - caret), caret),
            "ctrl+u" => Write(model, prompt, text[caret..], 0),
            "ctrl+w" => WordStart(text, caret) is var from ? Write(model, prompt, text.Remove(from, caret - from), from) : default,
            _ => key.Text.Length > 0 ? Insert(model, prompt, key.Text) : (model, []),
        };
    }

    /// <summary>Text where the caret is: without control characters, cut at the longest.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Insert(DashboardModel model, Prompt prompt, string text)
    {
        var clean = new string([.. text.ReplaceLineEndings(" ").Where(c => !char.IsControl(c)).Take(Math.Max(0, prompt.Longest - prompt.Text.Length))]);
        return Write(model, prompt, prompt.Text.Insert(prompt.Caret, clean), prompt.Caret + clean.Length);
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

    private static int WordStart(string text, int caret) => text[..caret].TrimEnd().LastIndexOf(' ') + 1;
}
