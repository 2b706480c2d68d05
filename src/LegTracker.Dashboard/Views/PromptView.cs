using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>What is being typed, with its caret where the next letter goes.</summary>
internal static class PromptView
{
    public static void Draw(Prompt prompt, Glyphs glyphs, LineBuilder line)
    {
        var hint = "   " + prompt.Hint;
        line.Add(prompt.Label + " ", Role.Key);
        if (prompt.Multiline)
        {
            line.Add(" " + prompt.Hint, Role.Dim);
            return;
        }

        var room = Math.Max(8, line.Room - 1 - (line.Room > 40 ? TextWidth.Of(hint) : 0));
        var before = Tail(prompt.Text[..prompt.Caret], room);
        line.Add(before, Role.Input).Add(glyphs.Caret, Role.Input).Add(Fitting.Cut(prompt.Text[prompt.Caret..], Math.Max(0, room - TextWidth.Of(before)), glyphs.Ellipsis), Role.Input);
        if (line.Room > TextWidth.Of(hint))
        {
            line.Add(hint, Role.Dim);
        }
    }

    /// <summary>The rows of a longer text above the last row of the screen; where they do not all fit, those around the caret.</summary>
    public static void DrawRows(Prompt prompt, FrameBuilder frame, int rows)
    {
        var texts = TextRows.Of(prompt.Text, Prompt.RowWidth(frame.Width));
        var here = TextRows.RowOf(texts, prompt.Caret);
        var height = Math.Min(texts.Count, Math.Max(1, (rows * 2 / 3) - 2));
        var top = Math.Clamp(here - (height / 2), 0, texts.Count - height);
        var edge = frame.Line().Add(frame.Glyphs.Rule, Role.Border).Add($" {prompt.Label} ", Role.Heading);
        if (height < texts.Count)
        {
            edge.Add(FormattableString.Invariant($"row {here + 1} of {texts.Count} "), Role.Dim);
        }

        frame.Overlay(rows - 2 - height, 0, edge.Fill(frame.Glyphs.Rule, Role.Border).Build());
        for (var at = 0; at < height; at++)
        {
            var row = texts[top + at];
            var text = prompt.Text.Substring(row.Start, row.Length);
            var line = frame.Line().Add("  ");
            if (top + at == here)
            {
                var split = prompt.Caret - row.Start;
                line.Add(text[..split], Role.Input).Add(frame.Glyphs.Caret, Role.Input).Add(text[split..].TrimEnd(), Role.Input);
            }
            else
            {
                line.Add(text.TrimEnd(), Role.Input);
            }

            frame.Overlay(rows - 1 - height + at, 0, line.Build());
        }
    }

    // The end of a text too long for its place: that is where typing goes on.
    private static string Tail(string text, int width) => text.Length <= width ? text : text[^width..];
}
