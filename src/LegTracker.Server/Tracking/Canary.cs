using System.Globalization;
using LegTracker.Legislature;
using LegTracker.Server.Comparing;

namespace LegTracker.Server.Tracking;

/// <summary>A bill chaptered long ago, whose history stands still: when a line of it goes or changes, the source is at fault, not the bill.</summary>
internal static class Canary
{
    /// <summary>Days after chaptering in which the history may still be put right.</summary>
    public const int UnquietDays = 60;

    /// <summary>Lines that a reading lost or says in other words; lines with only their journal page or punctuation touched do not count.</summary>
    public static int MovedLines(Comparison comparison) => comparison.Differences.Count(IsMoved);

    /// <summary>Whether the history of a bill stands still. Canaries are read first, so that a source at fault is known before it is believed.</summary>
    public static bool Is(TrackedBill bill, DateOnly today) =>
        bill.Actions.Any(action => action.Line.Date.AddDays(UnquietDays) < today && action.Line.Text.StartsWith("Chaptered", StringComparison.OrdinalIgnoreCase))
        && ChapteredDate(bill, today) is { } chaptered && chaptered.AddDays(UnquietDays) < today;

    /// <summary>What moved, in words; null when the bill is no canary or nothing of it moved. Added lines never count.</summary>
    public static string? Fault(TrackedBill before, Comparison comparison, DateOnly today)
    {
        if (comparison.Differences.FirstOrDefault(IsMoved) is not { } moved
            || !Is(before, today)
            || ChapteredDate(before, today) is not { } chaptered)
        {
            return null;
        }

        var became = moved.Kind == ChangeKind.ActionRemoved ? "is gone" : $"now reads “{moved.NewValue}”";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{before.Id} was chaptered on {StageWords.Day(chaptered)}, so its history stands still, yet its line of {StageWords.Day(moved.EventDate!.Value)} “{moved.OldValue}” {became}");
    }

    private static DateOnly? ChapteredDate(TrackedBill bill, DateOnly today) => bill.ProgressOn(today).ChapteredDate;

    private static bool IsMoved(Difference difference) => difference.Kind is ChangeKind.ActionRemoved or ChangeKind.ActionReworded;
}
