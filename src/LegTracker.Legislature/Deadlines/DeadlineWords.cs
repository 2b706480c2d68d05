using System.Globalization;

namespace LegTracker.Legislature;

/// <summary>Deadlines in words.</summary>
public static class DeadlineWords
{
    /// <summary>One or two sentences on a measure's next deadline and on what it missed; "It" is the measure.</summary>
    /// <param name="daysLeft">False leaves "12 days left" out, which is true on one day only.</param>
    public static string Sentence(NextDeadline deadline, bool daysLeft = true)
    {
        var left = daysLeft && deadline.DaysLeft is { } days ? $", {Left(days)}" : "";
        var missed = deadline.Missed is { } day
            ? deadline.IsTwoYear ? $"It missed the deadline of {Cited(day)} and is a two-year bill. " : $"It missed the deadline of {Cited(day)}. "
            : "";
        return missed + deadline.Outlook switch
        {
            DeadlineOutlook.Ahead => $"{deadline.Next!.What}: {Cited(deadline.Next)}{left}.",
            DeadlineOutlook.AtLatest => $"{deadline.Next!.What}: {Cited(deadline.Next)}{left}, at the latest: {deadline.Reason}.",
            DeadlineOutlook.Unreported => $"Its deadline was {Cited(deadline.Unreported!)}: {deadline.Reason}.",
            DeadlineOutlook.Missed => "Without a waiver of the rules it does not go on this session.",
            DeadlineOutlook.None => $"No deadline is ahead of it: {deadline.Reason}.",
            _ => $"Its next deadline is unknown: {deadline.Reason}.",
        };
    }

    /// <summary>The deadline ahead as a sentence that stays true on any day it is read, without "days left".</summary>
    /// <param name="name">What the measure is called: "AB 1394".</param>
    /// <exception cref="InvalidOperationException">It has no deadline ahead.</exception>
    public static string Dated(NextDeadline deadline, string name)
    {
        var next = deadline.Next ?? throw new InvalidOperationException("no deadline is ahead of it");
        var what = char.ToLowerInvariant(next.What[0]) + next.What[1..];
        var atLatest = deadline.Outlook == DeadlineOutlook.AtLatest ? $" It may be due earlier: {deadline.Reason}." : "";
        return $"{StageWords.Day(next.Date)}: {what}, which {name} has to meet.{atLatest}";
    }

    /// <summary>The deadline ahead in a few words: "policy committee deadline"; "deadline" where the record cannot tell which one it has to meet.</summary>
    public static string Short(NextDeadline deadline) => deadline is not { Outlook: DeadlineOutlook.Ahead, Next.Kind: var kind } ? "deadline" : kind switch
    {
        DeadlineKind.FiscalPolicyCommittees or DeadlineKind.NonFiscalPolicyCommittees or DeadlineKind.SecondHouseFiscalPolicyCommittees or DeadlineKind.SecondHousePolicyCommittees or DeadlineKind.TwoYearFiscalPolicyCommittees => "policy committee deadline",
        DeadlineKind.FiscalCommittees or DeadlineKind.SecondHouseFiscalCommittees => "fiscal committee deadline",
        DeadlineKind.TwoYearCommittees => "committee deadline",
        DeadlineKind.HouseOfOrigin or DeadlineKind.TwoYearHouseOfOrigin => "house of origin deadline",
        DeadlineKind.LastDayToPass => "deadline to pass bills",
        _ => "deadline",
    };

    private static string Cited(LegislativeDeadline day) => day.Rule is { } rule ? $"{StageWords.Day(day.Date)} ({rule})" : StageWords.Day(day.Date);

    private static string Left(int days) => days switch
    {
        0 => "today",
        1 => "1 day left",
        _ => string.Create(CultureInfo.InvariantCulture, $"{days} days left"),
    };
}
