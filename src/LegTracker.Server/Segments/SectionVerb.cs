using System.Text.RegularExpressions;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments;

/// <summary>What the title of an act says that it does to a section: it adds, amends or repeals it.</summary>
internal static partial class SectionVerb
{
    private const string RelatingTo = ", relating to ";

    /// <summary>"add", "amend" or "repeal"; null where the title does not say one of them alone, or may speak of another code's section of that number.</summary>
    /// <param name="title">"An act to amend Section 647 of the Penal Code, relating to minors."</param>
    /// <param name="section">"Penal Code 647", as <see cref="CodeSection.In"/> reads it from such a title.</param>
    public static string? Of(string title, string section)
    {
        var acts = title.IndexOf(RelatingTo, StringComparison.OrdinalIgnoreCase) is >= 0 and var end ? title[..end] : title;
        var number = section[(section.LastIndexOf(' ') + 1)..];
        var named = CodeSection.In(title).Where(known => known.EndsWith($" {number}", StringComparison.Ordinal)).ToList();
        var clauses = ClauseStart().Split(acts).Where(clause => Regex.IsMatch(clause, $@"(?<![\w.]){Regex.Escape(number)}(?![\w]|\.\d)")).ToList();
        return named is [var only] && only == section && clauses is [var clause] && OneVerb().Match(clause) is { Success: true } said ? said.Groups["verb"].Value : null;
    }

    [GeneratedRegex(@"(?=\bto\s(?:amend|add|repeal)\b)")]
    private static partial Regex ClauseStart();

    // Not "to amend, repeal, and add", and not a chapter that commences with the section.
    [GeneratedRegex(@"^to\s(?<verb>amend|add|repeal)\sSections?\s(?!.*commencing)")]
    private static partial Regex OneVerb();
}
