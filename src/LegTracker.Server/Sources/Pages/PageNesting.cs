namespace LegTracker.Server.Sources.Pages;

/// <summary>A look at how deep a page's tags nest, before a parser sees it.</summary>
/// <remarks>
/// AngleSharp is quadratic in depth (34 s for 100,000 nested divs). The count errs to the deep side: every opening tag counts, wherever it
/// stands; a closing tag counts only outside comments, quoted values and raw text, and takes back one tag of its own name alone.
/// A page on which this look itself would take long (many comments or tags without an end) is refused too.
/// </remarks>
internal sealed class PageNesting
{
    private const int LooksPerCharacter = 8;

    public const int MostDepth = 512;
    public const int MostTags = 200_000;

    // Void elements hold nothing; the rest are closed by their next sibling and nest only inside others that count.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Uncounted = new HashSet<string>(
        "area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th tbody thead tfoot colgroup".Split(' '),
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Raw = new HashSet<string>(
        "script style textarea title xmp iframe noembed noframes noscript plaintext".Split(' '),
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly string html;
    private long looksLeft;

    private PageNesting(string html)
    {
        this.html = html;
        looksLeft = (long)(html.Length + 1) * LooksPerCharacter;
    }

    /// <summary>Whether a page nests or counts more tags than any page of the site comes near.</summary>
    public static bool IsTooDeep(string html) => new PageNesting(html).IsTooDeep();

    private bool IsTooDeep()
    {
        var open = new List<string>();
        var (tags, quietUntil) = (0, 0);
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length && looksLeft > 0; at = html.IndexOf('<', at + 1))
        {
            var closes = html[at + 1] == '/';
            var name = NameAt(closes ? at + 2 : at + 1);
            if (name.IsEmpty)
            {
                quietUntil = Math.Max(quietUntil, EndOfComment(at));
                continue;
            }

            if (++tags > MostTags)
            {
                return true;
            }

            if (closes)
            {
                if (at >= quietUntil && LastOf(open, name) is var last and >= 0)
                {
                    open.RemoveAt(last);
                }

                continue;
            }

            quietUntil = Math.Max(quietUntil, Raw.Contains(name) ? EndOfRaw(at, name) : EndOfTag(at));
            if (!Uncounted.Contains(name))
            {
                open.Add(name.ToString());
                if (open.Count > MostDepth)
                {
                    return true;
                }
            }
        }

        return looksLeft <= 0;
    }

    private ReadOnlySpan<char> NameAt(int start)
    {
        var end = start;
        while (end < html.Length && end - start < 32 && (char.IsAsciiLetterOrDigit(html[end]) || html[end] is '-' or ':'))
        {
            end++;
        }

        return end > start && char.IsAsciiLetter(html[start]) ? html.AsSpan(start, end - start) : default;
    }

    private static int LastOf(List<string> open, ReadOnlySpan<char> name)
    {
        for (var index = open.Count - 1; index >= 0; index--)
        {
            if (name.Equals(open[index], StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }
        }

        return -1;
    }

    private int EndOfComment(int at) =>
        string.CompareOrdinal(html, at, "<!--", 0, 4) == 0 ? Find("-->", at + 4)
        : html[at + 1] is '!' or '?' or '/' ? Find(">", at)
        : at;

    // With quotes, where a parser could see an earlier or a later end: the later one. Without a further quote both are the same.
    private int EndOfTag(int at)
    {
        var quote = '\0';
        for (var index = at; index < html.Length && looksLeft > 0; index++, looksLeft--)
        {
            var letter = html[index];
            if (quote == '\0' && letter == '>')
            {
                return index;
            }

            quote = quote == letter ? '\0' : quote == '\0' && letter is '"' or '\'' ? letter : quote;
        }

        return html.Length;
    }

    private int EndOfRaw(int at, ReadOnlySpan<char> name)
    {
        for (var end = Find("</", at); end < html.Length; end = Find("</", end + 2))
        {
            if (NameAt(end + 2).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return end;
            }
        }

        return html.Length;
    }

    private int Find(string mark, int from)
    {
        var found = from < html.Length ? html.IndexOf(mark, from, StringComparison.Ordinal) : -1;
        var end = found < 0 ? html.Length : found;
        looksLeft -= end - from;
        return end;
    }
}
