using System.Buffers;

namespace LegTracker.Server.Sources.Pages;

/// <summary>An element cut out of a page's text by its id, without parsing the page.</summary>
internal static class PageSlice
{
    // An id stands once in a page; more tries are for quoted mentions, not for a page made to be slow.
    private const int MostTries = 4;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    /// <summary>From the opening tag to its closing tag; empty when there is no such element or it is not closed.</summary>
    public static ReadOnlySpan<char> Find(string html, string id)
    {
        foreach (var quote in "\"'")
        {
            var mark = $" id={quote}{id}{quote}";
            var tries = 0;
            for (var found = html.IndexOf(mark, StringComparison.Ordinal); found >= 0 && tries++ < MostTries; found = html.IndexOf(mark, found + 1, StringComparison.Ordinal))
            {
                var start = html.LastIndexOf('<', found);
                if (start >= 0 && html.IndexOf('>', start) > found && EndOf(html, start) is var end and > 0)
                {
                    return html.AsSpan(start..end);
                }
            }
        }

        return default;
    }

    // Position after the closing tag that fits the opening tag at start, counting tags of the same name; 0 when there is none.
    private static int EndOf(string html, int start)
    {
        var nameEnd = html.AsSpan(start + 1).IndexOfAny(NameEnds);
        if (nameEnd <= 0)
        {
            return 0;
        }

        var name = html.Substring(start + 1, nameEnd);
        var depth = 0;
        for (var at = start; at >= 0; at = html.IndexOf('<', at + 1))
        {
            if (IsTag(html, at + 1, name))
            {
                depth++;
            }
            else if (at + 1 < html.Length && html[at + 1] == '/' && IsTag(html, at + 2, name) && --depth == 0)
            {
                var end = html.IndexOf('>', at);
                return end < 0 ? 0 : end + 1;
            }
        }

        return 0;
    }

    private static bool IsTag(string html, int at, string name) =>
        string.Compare(html, at, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
        && at + name.Length < html.Length
        && html[at + name.Length] is ' ' or '\t' or '\r' or '\n' or '/' or '>';
}
