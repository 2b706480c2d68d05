using System.Globalization;
using System.Text.RegularExpressions;
using LegTracker.Legislature;

namespace LegTracker.Server.Comparing;

/// <summary>The words that summaries are made of, and the comparison of texts that ignores how they are printed.</summary>
internal static partial class Wording
{
    /// <summary>The API's name of a stage: <c>STAGE_IN_COMMITTEE</c>.</summary>
    public static string ApiName(Stage stage) => "STAGE_" + CapitalInside().Replace(stage.ToString(), "_$0").ToUpperInvariant();

    /// <summary>Chapter 623, Statutes of 2025.</summary>
    public static string Of(ChapterCitation chapter)
    {
        var kind = chapter.IsResolution ? "Resolution Chapter" : "Chapter";
        var extraordinary = chapter.Extraordinary == 0 ? "" : $", extraordinary session {chapter.Extraordinary}";
        return string.Create(CultureInfo.InvariantCulture, $"{kind} {chapter.Number}, Statutes of {chapter.StatutesYear}{extraordinary}");
    }

    /// <summary>A date as fields carry it: 2025-10-10.</summary>
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The text with one stop at its end.</summary>
    public static string Stopped(string text) => text.Length > 0 && text[^1] is '.' or '!' or '?' ? text : text + ".";

    /// <summary>Names as they are said: A, B and C.</summary>
    public static string Listed(IReadOnlyCollection<string> names) => names.Count switch
    {
        0 => "nobody",
        1 => names.First(),
        _ => $"{string.Join(", ", names.Take(names.Count - 1))} and {names.Last()}",
    };

    /// <summary>Whether two texts say the same, whatever their case, spacing and closing stop.</summary>
    public static bool IsSame(string? one, string? other) => string.Equals(Bare(one), Bare(other), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string? text) => Gaps().Replace(text ?? "", " ").Trim().TrimEnd('.').TrimEnd();

    [GeneratedRegex(@"(?<=.)[A-Z]")]
    private static partial Regex CapitalInside();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Gaps();
}
