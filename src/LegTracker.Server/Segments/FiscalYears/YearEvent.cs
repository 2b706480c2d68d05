using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments.FiscalYears;

/// <summary>Something that happened to a bill and brings it into the report of the year it lies in.</summary>
/// <param name="Words">Goes on after the bill's name: "was signed on October 8, 2023".</param>
/// <param name="Short">"signed": for events that are named with their year alone.</param>
/// <param name="Kinds">The lines that tell it; none for what a rule or a text tells.</param>
internal sealed record YearEvent(DateOnly Date, string Words, string Short, ImmutableArray<ActionKind> Kinds)
{
    /// <summary>A bill's events up to the day it was read as of, by date.</summary>
    public static ImmutableArray<YearEvent> Of(SelectedBill bill)
    {
        var progress = bill.Progress;
        var events = new List<YearEvent>();
        if (progress.Actions is [var first, ..])
        {
            if (TellsTheBeginning(first))
            {
                Add(first.Line.Date, "was introduced", "introduced", []);
            }
            else if (FiscalYear.Of(progress.Id.Session.FirstDay) == FiscalYear.Of(first.Line.Date))
            {
                // The record begins later than the bill; no day is made up, the year is sure.
                events.Add(new YearEvent(first.Line.Date, $"was introduced on or before {StageWords.Day(first.Line.Date)}", "introduced", []));
            }
        }

        if (bill.IsLaw)
        {
            Add(progress.SignedDate, "was signed", "signed", ActionKind.Signed);
            if (progress.SignedDate is null || progress.ChapteredDate != progress.SignedDate)
            {
                Add(progress.ChapteredDate, "was chaptered", "chaptered", ActionKind.Chaptered);
            }

            Add(progress.EffectiveDate, "took effect", "in effect", []);
            Add(bill.Operative.Began?.Date, bill.Operative.Began is { Part: { } part } && part != "this act" ? $"became operative in part ({part})" : "became operative", "operative", []);
        }
        else if (progress.Stage is Stage.Vetoed)
        {
            Add(progress.Since, "was vetoed", "vetoed", ActionKind.Vetoed);
        }
        else if (progress.Stage is Stage.Dead)
        {
            Add(progress.Since, progress.Cause?.Rule == StageReader.EndOfSession ? "did not pass before the session ended" : "failed to pass", "not passed", []);
        }
        else if (progress.Stage is Stage.Adopted)
        {
            Add(progress.Since, "was adopted", "adopted", []);
        }

        return [.. events.Where(happened => happened.Date <= progress.AsOf).OrderBy(happened => happened.Date)];

        static bool TellsTheBeginning(ReadAction first) =>
            first.Kinds.Contains(ActionKind.Introduced) || (first.Kinds.Contains(ActionKind.ReadFirst) && !first.Kinds.Contains(ActionKind.Received));

        void Add(DateOnly? date, string verb, string shortly, params ActionKind[] kinds)
        {
            if (date is { } day)
            {
                events.Add(new YearEvent(day, $"{verb} on {StageWords.Day(day)}", shortly, [.. kinds]));
            }
        }
    }
}
