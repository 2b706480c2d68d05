using System.Globalization;
using System.Text.RegularExpressions;

namespace LegTracker.Legislature;

/// <summary>The turns of phrase in which California's bills say when a part of them begins or ends to be in operation.</summary>
internal static partial class OperativePatterns
{
    private const string Date = @"(?<date>(?:January|February|March|April|May|June|July|August|September|October|November|December)\s{1,9}[0-9]{1,2},?\s{1,9}[0-9]{4})\b";

    /// <summary>A parenthesis ", beginning January 1, 2025," or one at the sentence's start or after "would".</summary>
    [GeneratedRegex(@"(?:^|[,;:]\s{1,9}(?:and\s{1,9})?|\bwould\s{1,9}|\bthat\s{1,9})(?:beginning|commencing|starting|effective|(?:on|from)\s{1,9}and\s{1,9}after|on\s{1,9}or\s{1,9}after)(?:,?\s{1,9}(?:on(?:\s{1,9}(?:and|or)\s{1,9}after)?|with))?\s{1,9}" + Date, RegexOptions.IgnoreCase)]
    public static partial Regex Beginning();

    /// <summary>"operative on January 1, 2027"; "not become operative until January 1, 2027".</summary>
    [GeneratedRegex(@"(?:\boperative(?:\s{1,9}(?:on(?:\s{1,9}and\s{1,9}after)?|as\s{1,9}of|beginning|commencing|beginning\s{1,9}on|commencing\s{1,9}on))?\s{1,9}|\bnot\s{1,9}(?:become|be)\s{1,9}operative\s{1,9}until\s{1,9})" + Date, RegexOptions.IgnoreCase)]
    public static partial Regex OperativeOn();

    /// <summary>"on January 1, 2027, this section shall become operative".</summary>
    [GeneratedRegex(@"^(?:On|As of|Commencing|Beginning)\s{1,9}" + Date + @",?\s{1,9}[^.,;]{1,200}\b(?:shall|would)\s{1,9}(?:become|be)\s{1,9}operative\b")]
    public static partial Regex OnDateOperative();

    /// <summary>"inoperative on July 1, 2028"; "in effect only until January 1, 2030"; ", until January 1, 2030,"; "extend the repeal date … to January 1, 2030".</summary>
    [GeneratedRegex(@"(?:\binoperative\s{1,9}(?:on|as\s{1,9}of|commencing|beginning)\s{1,9}|\b(?:in\s{1,9}effect|in\s{1,9}operation|operative)\s{1,9}(?:only\s{1,9})?(?:until|to)\s{1,9}|(?:^|,\s{1,9}(?:and\s{1,9})?(?:only\s{1,9})?)until\s{1,9}|\bextends?\s{1,9}(?:the\s{1,9})?(?:operation|repeal\s{1,9}date|sunset\s{1,9}date|sunset)\b[^.;]{0,160}?\b(?:until|to)\s{1,9})" + Date, RegexOptions.IgnoreCase)]
    public static partial Regex Until();

    /// <summary>"and as of that date is repealed", after an <see cref="Until"/>.</summary>
    [GeneratedRegex(@"\b(?:as\s{1,9}of|on)\s{1,9}that\s{1,9}date\s{1,9}(?:is|are|shall\s{1,9}be|would\s{1,9}be)\s{1,9}repealed\b", RegexOptions.IgnoreCase)]
    public static partial Regex RepealedThatDay();

    /// <summary>"as of January 1, 2029, is repealed"; "repealed on January 1, 2030"; "would repeal these provisions on January 1, 2030".</summary>
    [GeneratedRegex(@"(?:\b(?:as\s{1,9}of|on)\s{1,9}" + Date + @",?\s{1,9}(?:is|are|shall\s{1,9}be|would\s{1,9}be)\s{1,9}repealed\b|\b(?:repealed|repeal\s{1,9}(?:them|(?:these|those|its|the|the\s{1,9}above)\s{1,9}provisions))\s{1,9}(?:on|as\s{1,9}of|effective|commencing)\s{1,9}" + Date + ")", RegexOptions.IgnoreCase)]
    public static partial Regex RepealedOn();

    /// <summary>"operative only if …", "only become operative if …", "not become operative unless …", "contingent upon the enactment of …".</summary>
    [GeneratedRegex(@"(?:(?<not>\bnot\s{1,9})?(?:(?:become|be|is|are)\s{1,9})?\boperative(?<dated>\s{1,9}(?:(?:on|commencing|beginning|as\s{1,9}of)\s{1,9})?[A-Z][a-z]{2,8}\s{1,9}[0-9]{1,2},\s{1,9}[0-9]{4})?,?\s{1,9}(?:but\s{1,9})?(?:only\s{1,9})?(?<words>(?:if|unless|upon|when)\b.*)|\bcontingent\s{1,9}(?<words>(?:up)?on\s{1,9}the\s{1,9}enactment\b.*))", RegexOptions.Singleline)]
    public static partial Regex OnlyIf();

    /// <summary>Words after a date that leave it open: "or upon certification, whichever is later".</summary>
    [GeneratedRegex(@"\bwhichever\b|\bor\s{1,9}(?:up)?on\b|\bor\s{1,9}(?:until|when|such\s{1,9}(?:time|later)|the\s{1,9}date|a\s{1,9}later|as\s{1,9}soon)\b", RegexOptions.IgnoreCase)]
    public static partial Regex LeftOpen();

    /// <summary>Words before a date that make it one of the law as it is, or of a change to another date.</summary>
    [GeneratedRegex(@"\b(?:existing|current|delete|deletes|repeal|repeals|remove|removes|eliminate|eliminates|extend|extends|delay|delays|postpone|postpones|recast|previously|formerly|prior|intent)\b|\btaxable\s{1,9}years?\b", RegexOptions.IgnoreCase)]
    public static partial Regex AnotherDate();

    /// <summary>Null for no day of the calendar: "February 30, 2025".</summary>
    public static DateOnly? DayOf(Match match) => DateOnly.TryParseExact(
        SourceText.Clean(match.Groups["date"].Value).Replace(",", "", StringComparison.Ordinal), "MMMM d yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : null;
}
