using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>The operative dates of a law beside the day it takes effect, as of a day.</summary>
/// <param name="Text">The law's text as passed; null while it was not read.</param>
/// <param name="Began">The latest operative date reached, when it is later than the effective date.</param>
/// <param name="Next">The next operative date to come.</param>
/// <param name="Condition">A part of the law that waits for something.</param>
public sealed record OperativeDates(TextReading? Text, OperativeStatement? Began, OperativeStatement? Next, OperativeStatement? Condition)
{
    /// <summary>Said of a law whose text was not read.</summary>
    public const string NotChecked = "operative date not checked";

    /// <summary>Whether the law's text was read.</summary>
    public bool IsChecked => Text is not null;

    /// <param name="text">What was read of the bill's text; null when nothing was.</param>
    /// <param name="effective">The day the law takes effect; null when it is not known.</param>
    public static OperativeDates Of(TextReading? text, DateOnly? effective, DateOnly asOf)
    {
        if (text is not { IsRead: true, IsFinal: true })
        {
            return new OperativeDates(null, null, null, null);
        }

        var begins = text.Operative.Where(said => said.Kind == OperativeKind.Operative).ToImmutableArray();
        var later = begins.Where(said => said.Date is not null && (effective is null || said.Date > effective)).ToImmutableArray();
        return new OperativeDates(
            text,
            later.Where(said => said.Date <= asOf).MaxBy(said => said.Date),
            later.Where(said => said.Date > asOf).MinBy(said => said.Date),
            begins.FirstOrDefault(said => said.Condition is not null));
    }

    /// <summary>What is known of a bill's operative dates, in words: a date with what it is of, that the text states none, or that nobody checked.</summary>
    /// <param name="isLaw">Of a bill that is no law yet, nothing is said when its text states nothing.</param>
    public static string Words(TextReading? text, bool isLaw)
    {
        if (text is not { IsRead: true } || (isLaw && !text.IsFinal))
        {
            return isLaw ? NotChecked : "";
        }

        var said = text.Operative.Where(statement => statement.Kind == OperativeKind.Operative).Select(Words).Distinct().ToImmutableArray();
        return !said.IsEmpty ? $"{string.Join("; ", said)} (text of {text.VersionId})"
            : isLaw ? $"no later operative date stated in the text of {text.VersionId}"
            : "";
    }

    /// <summary>"operative from January 1, 2025", with the part it is of and the condition.</summary>
    public static string Words(OperativeStatement statement)
    {
        var part = statement.Part is null or "this act" ? "" : $"{statement.Part} ";
        var from = statement.Date is { } date ? $" from {StageWords.Day(date)}" : "";
        return $"{part}operative{from}{(statement.Condition is { } condition ? $" {condition.Words.TrimEnd('.')}" : "")}";
    }
}
