using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>The line being typed, with its caret where the next letter goes.</summary>
internal static class PromptView
{
    public static void Draw(Prompt prompt, Glyphs glyphs, LineBuilder line)
    {
        var hint = "   " + prompt.Hint;
        line.Add(prompt.Label + " ", Role.Key);
        var room = Math.Max(8, line.Room - 1 - (line.Room > 40 ? TextWidth.Of(hint) : 0));
        var before = Tail(prompt.Text[..prompt.Caret], room);
        line.Add(before, Role.Input).Add(glyphs.Caret, Role.Input).Add(Fitting.Cut(prompt.Text[prompt.Caret..], Math.Max(0, room - TextWidth.Of(before)), glyphs.Ellipsis), Role.Input);
        if (line.Room > TextWidth.Of(hint))
        {
            line.Add(hint, Role.Dim);
        }
    }

    // The end of a text too long for its place: that is where typing goes on.
    private static string Tail(string text, int width) => text.Length <= width ? text : text[^width..];
}
