namespace LegTracker.Legislature;

/// <summary>Cuts a bill's digest or text into its sentences.</summary>
public static class BillSentences
{
    private static readonly string[] Abbreviations = ["Sec", "SEC", "Secs", "Subd", "subd", "subds", "Art", "No", "Nos", "Stats", "Ch", "Ex", "Sess", "Div", "par", "seq"];

    /// <summary>The sentences, without those longer than <paramref name="longest"/> characters.</summary>
    public static IEnumerable<string> Of(string text, int longest) =>
        Places(text).Where(place => place.End.Value - place.Start.Value <= longest).Select(place => text[place]);

    /// <summary>
    /// Where each sentence lies. A stop ends one when white space and a capital, a digit, a bracket or a quotation mark follow; an empty line
    /// ends one always, a single line end never. One pass over the text.
    /// </summary>
    private static IEnumerable<Range> Places(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsWhiteSpace(text[at]))
            {
                continue;
            }

            var next = at;
            var lineEnds = 0;
            while (next < text.Length && char.IsWhiteSpace(text[next]))
            {
                lineEnds += text[next++] is '\n' or '\u2028' or '\u2029' ? 1 : 0;
            }

            if (at == start)
            {
                start = next;
            }
            else if (next < text.Length && (lineEnds > 1 || IsStop(text, start, at) && MayBegin(text[next])))
            {
                yield return start..at;
                start = next;
            }

            at = next - 1;
        }

        var end = text.AsSpan(start).TrimEnd().Length + start;
        if (end > start)
        {
            yield return start..end;
        }
    }

    private static bool MayBegin(char first) => char.IsUpper(first) || char.IsAsciiDigit(first) || first is '(' or '“' or '"' or '‘' or '[';

    private static bool IsStop(string text, int start, int end)
    {
        var last = end - 1;
        while (last > start && text[last] is '”' or '"' or '’' or ')')
        {
            last--;
        }

        if (text[last] is '?' or '!')
        {
            return true;
        }

        var sentence = text.AsSpan(start, last - start);
        return text[last] == '.' && !Abbreviations.Any(word => EndsWithWord(text.AsSpan(start, last - start), word)) && !IsInitial(sentence);
    }

    private static bool EndsWithWord(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word, StringComparison.Ordinal) && (text.Length == word.Length || !char.IsLetter(text[^(word.Length + 1)]));

    /// <summary>The C of "U.S.C.": a single capital after a stop.</summary>
    private static bool IsInitial(ReadOnlySpan<char> text) => text.Length > 2 && char.IsUpper(text[^1]) && text[^2] == '.';
}
