using System.Globalization;
using System.Text.RegularExpressions;

namespace LegTracker.Legislature;

/// <summary>The figures of a line: votes, hearing date, chapter; and the line without the parentheses that hold them.</summary>
internal static partial class LineDetails
{
    /// <summary>A month and a day, sometimes with a year.</summary>
    public const string DatePattern = @"(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2}(?:,\s*\d{4})?\b";

    private const int Grace = 31;

    private static readonly string[] Ordinals = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth"];

    /// <summary>The words alone, with plain apostrophes and single spaces.</summary>
    public static string Words(string text) =>
        Spaces().Replace(Figures().Replace(text.Replace('’', '\'').Replace('‘', '\''), " "), " ").Trim();

    /// <summary>The line's vote when it gives exactly one.</summary>
    public static VoteCount? Votes(string text)
    {
        var votes = Vote().Matches(text);
        return votes is [var only]
            && int.TryParse(only.Groups["ayes"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var ayes)
            && int.TryParse(only.Groups["noes"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var noes)
                ? new VoteCount(ayes, noes)
                : null;
    }

    /// <summary>The hearing a line is about: the date in its last parentheses, or the one it sets, postpones or begins with.</summary>
    public static DateOnly? HearingDate(HistoryLine line)
    {
        var text = line.Text;
        if (HearingText().Match(text) is { Success: true } named)
        {
            return DateNear(named.Groups["date"].Value, line.Date, IsAhead(named, text));
        }

        return DateInParentheses().Matches(text).LastOrDefault() is { } told ? DateNear(told.Groups["date"].Value, line.Date, isAhead: false) : null;
    }

    /// <summary>The chapter a line gives.</summary>
    public static ChapterCitation? Chapter(string text)
    {
        var match = ChapterText().Match(text);
        if (!match.Success
            || !int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !int.TryParse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return null;
        }

        var extraordinary = match.Groups["nth"].Success
            ? OrdinalOf(match.Groups["nth"].Value) ?? 0
            : 0;
        return new ChapterCitation(number, year, extraordinary, match.Groups["res"].Success);
    }

    /// <summary>The word of an extraordinary session's number: First, Second …</summary>
    public static string Ordinal(int number) => number >= 1 && number <= Ordinals.Length
        ? Ordinals[number - 1]
        : string.Create(CultureInfo.InvariantCulture, $"{number}th");

    /// <summary>The number of an extraordinary session that a word gives; null when it is none of the words.</summary>
    public static int? OrdinalOf(string word) =>
        Array.FindIndex(Ordinals, known => known.Equals(word, StringComparison.OrdinalIgnoreCase)) is >= 0 and var index ? index + 1 : null;

    /// <summary>Whether a line sets or calls off a hearing to come, rather than tells of one that was held.</summary>
    private static bool IsAhead(Match named, string text)
    {
        var rest = text[(named.Index + named.Length)..];
        return named.Value.StartsWith("Set", StringComparison.OrdinalIgnoreCase)
            || rest.Trim(' ', '.').Length == 0
            || rest.Contains("postponed", StringComparison.OrdinalIgnoreCase)
            || rest.Contains("cancel", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// A date without a year: the next one of its name for a hearing to come, the last one for a hearing held, with a month's grace
    /// because lines are posted late and early.
    /// </summary>
    private static DateOnly? DateNear(string text, DateOnly near, bool isAhead)
    {
        var years = text.Contains(',', StringComparison.Ordinal) ? [""] : new[] { -1, 0, 1 }
            .Where(offset => near.Year + offset is >= 1 and <= 9999)
            .Select(offset => string.Create(CultureInfo.InvariantCulture, $", {near.Year + offset:0000}"));
        return years
            .Select(year => DateOnly.TryParseExact(Spaces().Replace(text + year, " "), ["MMMM d, yyyy", "MMMM dd, yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : (DateOnly?)null)
            .OfType<DateOnly>()
            .OrderBy(date => (isAhead ? date.DayNumber - near.DayNumber : near.DayNumber - date.DayNumber) >= -Grace ? 0 : 1)
            .ThenBy(date => Math.Abs(date.DayNumber - near.DayNumber))
            .Select(date => (DateOnly?)date)
            .FirstOrDefault();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\(\s*Ayes\s+(?<ayes>\d{1,3})\.?,?\s+Noes\s+(?<noes>\d{1,3})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Vote();

    [GeneratedRegex(@"\(\s*(?:Ayes\b[^()]*|Pages?\s*\d*[\s.]*|Corrected\b[^()]*|" + DatePattern + @"[\s.]*)\)", RegexOptions.IgnoreCase)]
    private static partial Regex Figures();

    [GeneratedRegex(@"(?:Set for hearing\s+(?<date>" + DatePattern + @"))|(?:^|\.\s+)(?<date>" + DatePattern + @")\s+(?:hearing|set for \w+ hearing)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HearingText();

    [GeneratedRegex(@"\(\s*(?<date>" + DatePattern + @")[\s.]*\)", RegexOptions.IgnoreCase)]
    private static partial Regex DateInParentheses();

    [GeneratedRegex(@"(?<res>Res(?:olution|\.)?\s+)?(?:Chapter|Ch\.)\s+(?<number>\d{1,5}),?\s+Statutes of (?<year>\d{4})(?:-\d{2,4})?(?:,?\s+(?<nth>\w+)\s+Extraordinary)?", RegexOptions.IgnoreCase)]
    private static partial Regex ChapterText();
}
