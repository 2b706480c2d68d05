using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace LegTracker.Legislature;

/// <summary>Reads which sections of California's 29 codes a bill's title or action line names.</summary>
public static partial class CodeSection
{
    /// <summary>Longer titles are read up to here: the longest list several hundred sections.</summary>
    private const int LongestTitle = 100_000;

    /// <summary>
    /// "Penal Code 236.1", once each, in the order of the text. A range gives its two ends, a chapter the section it commences with.
    /// Sections of the constitution, of the Budget Act and of other uncodified law are left out.
    /// </summary>
    /// <param name="title">"An act to amend Sections 647 and 653.22 of the Penal Code, relating to minors." Cleaned text; read up to "relating to".</param>
    public static ImmutableArray<string> In(string title)
    {
        var text = title.Length > LongestTitle ? title[..LongestTitle] : title;
        if (text.IndexOf(", relating to ", StringComparison.OrdinalIgnoreCase) is >= 0 and var end)
        {
            text = text[..end];
        }

        var sections = new List<string>();
        var from = 0;
        foreach (Match body in BodyOfLaw().Matches(text))
        {
            if (body.Groups["code"] is { Success: true, Value: var code })
            {
                // Sections come before the code that holds them: "to amend Section 1 of, and to add Section 2 to, the Penal Code".
                var lists = SectionList().Matches(text[from..body.Index]);
                sections.AddRange(lists.SelectMany(list => list.Groups["number"].Captures).Select(number => $"{code} {number.Value}"));
            }

            from = body.Index + body.Length;
        }

        return [.. sections.Distinct(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"\b(?<code>Code of Civil Procedure|(?:Business and Professions|Civil|Commercial|Corporations|Education|Elections|Evidence|Family|Financial|Fish and Game|Food and Agricultural|Government|Harbors and Navigation|Health and Safety|Insurance|Labor|Military and Veterans|Penal|Probate|Public Contract|Public Resources|Public Utilities|Revenue and Taxation|Streets and Highways|Unemployment Insurance|Vehicle|Water|Welfare and Institutions) Code)\b|\bStatutes of [0-9]{4}|\bAct of [0-9]{4}|\bConstitution\b")]
    private static partial Regex BodyOfLaw();

    [GeneratedRegex(@"\bSections?\s{1,3}(?<number>[0-9]{1,6}[a-z]{0,2}(?:\.[0-9]{1,5}[a-z]{0,2}){0,3})(?:(?:,\s(?:and\s|to\s|or\s)?|\s(?:and|to|through|or)\s)(?<number>[0-9]{1,6}[a-z]{0,2}(?:\.[0-9]{1,5}[a-z]{0,2}){0,3})){0,999}(?![0-9])")]
    private static partial Regex SectionList();
}
