using System.Globalization;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>Clean text made to fit: cut with a mark, or broken into lines.</summary>
internal static class Fitting
{
    /// <summary>The text, cut to at most so many cells; a cut is marked at its end.</summary>
    public static string Cut(string text, int width, string mark)
    {
        if (TextWidth.Of(text) <= width)
        {
            return text;
        }

        var room = width - TextWidth.Of(mark);
        return room <= 0 ? Head(text, Math.Max(0, width)) : Head(text, room).TrimEnd() + mark;
    }

    /// <summary>The text in lines of at most so many cells, broken at spaces, inside words only where a word is too long.</summary>
    public static List<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        var room = Math.Max(2, width);
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word;
            if (line.Length > 0 && TextWidth.Of(line) + 1 + TextWidth.Of(rest) <= room)
            {
                line += " " + rest;
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }

            while (TextWidth.Of(rest) > room)
            {
                var head = Head(rest, room);
                lines.Add(head);
                rest = rest[head.Length..];
            }

            line = rest;
        }

        if (line.Length > 0 || lines.Count == 0)
        {
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>The text's elements: what a person calls a letter.</summary>
    public static IEnumerable<string> Elements(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            yield return text.Substring(at, length);
            at += length;
        }
    }

    // As many whole text elements as fit.
    private static string Head(string text, int width)
    {
        var used = 0;
        var at = 0;
        while (at < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            var cells = TextWidth.OfElement(text.AsSpan(at, length));
            if (used + cells > width)
            {
                break;
            }

            used += cells;
            at += length;
        }

        return text[..at];
    }
}
