namespace LegTracker.Legislature;

/// <summary>Sentences on what a person wrote of a bill, to be read aloud.</summary>
internal static class HumanWords
{
    /// <summary>A longer text is cut in the sentence; the change itself holds all of it.</summary>
    private const int LongestQuote = 160;

    public static string Sentence(string measure, string field, HumanFields before, HumanFields after, string author)
    {
        var (old, now) = (before.ValueOf(field), after.ValueOf(field));
        var (noun, isMany) = Noun(measure, field);
        var subject = $"{noun} {(isMany ? "were" : "was")}";
        if (!HumanField.Texts.Contains(field))
        {
            return now is null ? $"{subject} removed by {author}; it was {Value(old!)}."
                : old is null ? $"{subject} set to {Value(now)} by {author}."
                : old == now ? $"{subject} recorded again by {author}: {Value(now)}."
                : $"{subject} changed from {Value(old)} to {Value(now)} by {author}.";
        }

        // Notes are the team's own and are not read out.
        var words = field == HumanField.Notes || now is null ? "" : $": “{Cut(now)}”";
        return now is null ? $"{subject} removed by {author}."
            : old is null ? $"{subject} written by {author}{words}."
            : old != now ? $"{subject} changed by {author}{words}."
            : after.Texts[field].ReviewedBy is not null ? $"{subject} read over by {author} and {(isMany ? "stand as they are" : "stands as it is")}."
            : $"{subject} said by {author} to be for version {after.Texts[field].ForVersion}.";
    }

    private static (string Noun, bool IsMany) Noun(string measure, string field) => field switch
    {
        HumanField.Position => ($"The position on {measure}", false),
        HumanField.Priority => ($"The priority of {measure}", false),
        HumanField.Labels => ($"The labels of {measure}", true),
        HumanField.Owner => ($"The owner of {measure}", false),
        HumanField.Sponsors => ($"The sponsors of {measure}", true),
        HumanField.PlainTitle => ($"The plain title of {measure}", false),
        HumanField.WhatItDoes => ($"The text on what {measure} does", false),
        HumanField.WhyItMatters => ($"The text on why {measure} matters", false),
        HumanField.WhatToDo => ($"The text on what to do about {measure}", false),
        HumanField.Contact => ($"The contact for {measure}", false),
        _ => ($"The notes on {measure}", true),
    };

    private static string Value(string value) => $"“{Cut(value.Replace("\n", ", ", StringComparison.Ordinal))}”";

    private static string Cut(string text)
    {
        var line = text.TrimEnd('.');
        if (line.Length <= LongestQuote)
        {
            return line;
        }

        // Never between the two halves of a character.
        var end = line.LastIndexOf(' ', LongestQuote) is > 0 and var space ? space : LongestQuote;
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)] + " …";
    }
}
