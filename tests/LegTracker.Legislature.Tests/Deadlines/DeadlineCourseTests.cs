using FsCheck;
using FsCheck.Fluent;

namespace LegTracker.Legislature.Tests;

/// <summary>Deadlines along whole histories, real ones and moved ones.</summary>
public class DeadlineCourseTests
{
    [SharedDataFact]
    public void AB_831_met_each_of_its_deadlines() => Assert.Equal(
        [
            "2025-02-19 AtLatest 2025-05-09 J.R. 61(a)(3)", // not known to be fiscal
            "2025-04-03 Ahead 2025-05-23 J.R. 61(a)(5)",
            "2025-04-10 Ahead 2025-06-06 J.R. 61(a)(8)",
            "2025-05-05 Ahead 2025-07-18 J.R. 61(a)(10)",
            "2025-06-10 Ahead 2025-09-12 J.R. 61(a)(14)",
            "2025-06-27 AtLatest 2025-09-12 J.R. 61(a)(14)", // sent to committee under Senate Rule 29.10(c)
            "2025-07-08 Ahead 2025-07-18 J.R. 61(a)(10)",
            "2025-07-15 Ahead 2025-08-29 J.R. 61(a)(11)",
            "2025-08-29 Ahead 2025-09-12 J.R. 61(a)(14)",
            "2025-09-12 None",
            "2025-09-24 Ahead 2025-10-13 Art. IV, Sec. 10(b)",
            "2025-10-11 None",
        ],
        Course("202520260AB831", null, "2025-02-19", "2025-12-31"));

    [SharedDataFact]
    public void AB_2052_has_until_the_end_of_August() => Assert.Equal(
        [
            "2026-02-18 Ahead 2026-05-01 J.R. 61(b)(6)",
            "2026-04-15 Ahead 2026-05-29 J.R. 61(b)(11)",
            "2026-04-23 Ahead 2026-07-02 J.R. 61(b)(13)",
            "2026-06-10 Ahead 2026-08-31 J.R. 61(b)(17), Art. IV, Sec. 10(c)",
        ],
        Course("202520260AB2052", false, "2026-02-18", "2026-08-31"));

    [SharedDataTheory]
    [InlineData("2025-08-28", DeadlineOutlook.Ahead, "2025-08-29", 1, null)]
    [InlineData("2025-08-30", DeadlineOutlook.Ahead, "2026-08-14", 349, "2025-08-29")]
    [InlineData("2026-02-04", DeadlineOutlook.Ahead, "2026-08-14", 191, "2025-08-29")]
    [InlineData("2026-08-15", DeadlineOutlook.Missed, null, null, "2026-08-14")]
    [InlineData("2026-12-01", DeadlineOutlook.None, null, null, null)]
    public void AB_392_was_held_on_the_fiscal_deadline_and_became_a_two_year_bill(string asOf, DeadlineOutlook outlook, string? next, int? left, string? missed)
    {
        var deadline = At("202520260AB392", Histories.Day(asOf), null, LegislativeCalendar.Official);

        Assert.Equal((outlook, DayOrNull(next), left, DayOrNull(missed)), (deadline.Outlook, deadline.Next?.Date, deadline.DaysLeft, deadline.Missed?.Date));
        Assert.Equal(missed == "2025-08-29", deadline.IsTwoYear);
    }

    [SharedDataTheory]
    [InlineData("2024-05-17", DeadlineOutlook.Ahead, "2024-05-17")]
    [InlineData("2024-05-18", DeadlineOutlook.Unreported, null)]
    [InlineData("2024-05-19", DeadlineOutlook.Unreported, null)]
    [InlineData("2024-05-20", DeadlineOutlook.Ahead, "2024-05-24")]
    [InlineData("2024-06-28", DeadlineOutlook.AtLatest, "2024-08-31")] // of its second house the day of the Constitution alone is known
    [InlineData("2024-08-30", DeadlineOutlook.Ahead, "2024-08-31")]
    [InlineData("2024-08-31", DeadlineOutlook.None, null)]
    [InlineData("2024-09-20", DeadlineOutlook.Ahead, "2024-09-30")]
    [InlineData("2024-09-26", DeadlineOutlook.None, null)]
    public void SB_1414_was_reported_four_days_after_its_hearing_and_missed_nothing(string asOf, DeadlineOutlook outlook, string? next)
    {
        var calendar = LegislativeCalendar.Official.With(LegislativeCalendar.Parse(
            "2024-05-17\tFiscalCommittees\tJ.R. 61(b)(8)\tFiscal committees\n2024-05-24\tHouseOfOrigin\tJ.R. 61(b)(11)\tHouse of origin"));

        var deadline = At("202320240SB1414", Histories.Day(asOf), null, calendar);

        Assert.Equal((outlook, DayOrNull(next), null), (deadline.Outlook, deadline.Next?.Date, deadline.Missed));
    }

    [SharedDataFact]
    public void No_bill_of_2025_that_became_law_is_ever_said_to_have_missed_a_deadline()
    {
        var histories = Histories.Complete().Where(history => history.Id.Session == new Session(2025)).ToArray();

        Assert.Contains(histories, history => history.Name == "202520260AB831");
        foreach (var history in histories)
        {
            for (var day = history.Lines[0].Date; day <= history.Lines[^1].Date; day = day.AddDays(1))
            {
                var deadline = NextDeadline.Of(StageReader.Read(history.Id, history.Lines, day), null, LegislativeCalendar.Official);

                Assert.True(deadline.Missed is null && deadline.Outlook is not (DeadlineOutlook.Missed or DeadlineOutlook.Unknown), $"{history.Name} {day:yyyy-MM-dd}: {deadline}");
            }
        }
    }

    [Fact]
    public void The_next_deadline_is_never_over_and_never_comes_nearer_while_nothing_happens() => Samples.Properties(
        from name in Gen.Elements("ab-chaptered", "sb-vetoed", "sb-held", "sb-rescinded")
        let history = Moved(Histories.Fixture(name))
        from count in Gen.Choose(1, history.Lines.Count)
        from first in Gen.Choose(0, 500)
        from more in Gen.Choose(0, 300)
        from fiscal in Gen.Elements<bool?>(true, false, null)
        let begun = history with { Lines = [.. history.Lines.Take(count)] }
        let day = begun.Lines[^1].Date.AddDays(first)
        select (History: begun, First: day, Second: day.AddDays(more), Fiscal: fiscal),
        sample =>
        {
            var (first, second) = (Of(sample.First), Of(sample.Second));
            return Holds(first, sample.First) && Holds(second, sample.Second)
                && (first.Next is null || second.Next is null || first.Next.Date <= second.Next.Date)
                && (first.Outlook != DeadlineOutlook.Missed || second.Next is null)
                && (first.Missed is null || second.Missed is null || first.Missed.Date <= second.Missed.Date)
                && DeadlineWords.Sentence(first).EndsWith('.');

            NextDeadline Of(DateOnly asOf) =>
                NextDeadline.Of(StageReader.Read(sample.History.Id, sample.History.Lines, asOf), sample.Fiscal, LegislativeCalendar.Official);
        });

    private static bool Holds(NextDeadline deadline, DateOnly asOf) =>
        (deadline.Next is null || (deadline.Next.Date >= asOf && deadline.DaysLeft == deadline.Next.Date.DayNumber - asOf.DayNumber))
        && (deadline.Next is not null) == (deadline.Outlook is DeadlineOutlook.Ahead or DeadlineOutlook.AtLatest)
        && (deadline.Missed is null || deadline.Missed.Date < asOf)
        && (deadline.Outlook != DeadlineOutlook.Missed || deadline.Missed is not null);

    /// <summary>A history of 2023-24 as if it were of 2025-26.</summary>
    private static TestHistory Moved(TestHistory history) => history with
    {
        Id = history.Id with { Session = new Session(2025) },
        Lines = [.. history.Lines.Select(line => line with { Date = line.Date.AddYears(2) })],
    };

    /// <summary>The days on which the answer changed, and how.</summary>
    private static List<string> Course(string leginfoId, bool? fiscal, string from, string to)
    {
        var course = new List<string>();
        var before = "";
        for (var day = Histories.Day(from); day <= Histories.Day(to); day = day.AddDays(1))
        {
            var deadline = At(leginfoId, day, fiscal, LegislativeCalendar.Official);
            var told = deadline.Next is { } next ? $"{deadline.Outlook} {next.Date:yyyy-MM-dd} {next.Rule}" : $"{deadline.Outlook}";
            if (told != before)
            {
                course.Add($"{day:yyyy-MM-dd} {told}");
            }

            before = told;
        }

        return course;
    }

    private static NextDeadline At(string leginfoId, DateOnly asOf, bool? fiscal, LegislativeCalendar calendar)
    {
        var history = Histories.OfBill(leginfoId);
        return NextDeadline.Of(StageReader.Read(history.Id, history.Lines, asOf), fiscal, calendar);
    }

    private static DateOnly? DayOrNull(string? text) => text is null ? null : Histories.Day(text);
}
