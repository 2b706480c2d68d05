using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Api;

/// <summary>A tracked bill's history understood as of the record's day, with the deadline ahead of it.</summary>
/// <param name="Hearings">By date, past and to come.</param>
/// <param name="Text">What was read of its text; null when no source gave one.</param>
internal sealed record BillReading(BillProgress Progress, NextDeadline Deadline, ImmutableArray<Hearing> Hearings, TextReading? Text)
{
    /// <summary>True when the first year ended for it, or it missed a deadline of that year.</summary>
    public bool IsTwoYear => Progress.TwoYear || Deadline.IsTwoYear;

    /// <summary>How it stands to the deadlines ahead of it.</summary>
    public V1.BillDeadline DeadlineToProto() => new()
    {
        Outlook = EnumMapping.Of(Deadline.Outlook),
        Next = Of(Deadline.Next),
        DaysLeft = Deadline.DaysLeft ?? 0,
        Missed = Of(Deadline.Missed),
        Unreported = Of(Deadline.Unreported),
        Sentence = DeadlineWords.Sentence(Deadline),
        DatedSentence = DeadlineWords.Sentence(Deadline, daysLeft: false),
    };

    /// <summary>Known dates from the record's day on, soonest first.</summary>
    public IEnumerable<V1.NextDate> NextDates() => Dates().Concat(EffectDates()).OrderBy(next => next.Date, StringComparer.Ordinal);

    /// <summary>Days to come on which it takes effect, or a part of it becomes operative.</summary>
    public IEnumerable<V1.NextDate> EffectDates()
    {
        if (Progress.EffectiveDate is { } effective && effective > Progress.AsOf)
        {
            yield return new V1.NextDate { Date = Mapping.Day(effective), What = "Takes effect", Source = Progress.EffectiveRule ?? "" };
        }

        foreach (var operative in TextMapping.NextDates(Text, Progress))
        {
            yield return operative;
        }
    }

    private IEnumerable<V1.NextDate> Dates()
    {
        foreach (var hearing in Hearings.Where(hearing => hearing.IsAhead(Progress.AsOf)))
        {
            yield return HearingMapping.NextDate(hearing);
        }

        if (Deadline.Next is { } deadline)
        {
            var latest = Deadline.Outlook == DeadlineOutlook.AtLatest ? " (at the latest)" : "";
            yield return new V1.NextDate { Date = Mapping.Day(deadline.Date), What = deadline.What + latest, Source = deadline.Rule ?? "legislative calendar" };
        }
    }

    private static V1.CalendarDeadline? Of(LegislativeDeadline? day) =>
        day is null ? null : new V1.CalendarDeadline { Date = Mapping.Day(day.Date), What = day.What, Rule = day.Rule ?? "" };
}
