using System.Globalization;
using System.Text.RegularExpressions;

namespace LegTracker.Legislature.Tests;

/// <summary>The calendar's days, published and fixed by the Constitution, and its text form.</summary>
public class LegislativeCalendarTests
{
    /// <summary>The published titles by how they begin, the longer before the shorter, each with the kind it stands for.</summary>
    private static readonly (string Title, DeadlineKind Kind)[] Titles =
    [
        ("Statutes take effect", DeadlineKind.StatutesTakeEffect),
        ("Legislature reconvenes", DeadlineKind.Reconvenes),
        ("Budget bill must be submitted", DeadlineKind.BudgetSubmitted),
        ("Budget bill must be passed", DeadlineKind.BudgetPassed),
        ("Last day to submit bill requests", DeadlineKind.BillRequests),
        ("Last day for bills to be introduced", DeadlineKind.Introduction),
        (@"\w+ Recess begins", DeadlineKind.RecessBegins),
        ("Last day for policy committees to hear and report to fiscal committees fiscal bills introduced in their house in the odd", DeadlineKind.TwoYearFiscalPolicyCommittees),
        ("Last day for any committee to hear and report to the Floor bills introduced in that house in the odd", DeadlineKind.TwoYearCommittees),
        ("Last day for each house to pass bills introduced in that house in the odd", DeadlineKind.TwoYearHouseOfOrigin),
        ("Last day for policy committees to hear and report to fiscal committees fiscal bills", DeadlineKind.FiscalPolicyCommittees),
        ("Last day for policy committees to hear and report to the Floor nonfiscal bills", DeadlineKind.NonFiscalPolicyCommittees),
        ("Last day for policy committees to meet prior", DeadlineKind.PolicyCommitteesMeet),
        ("Last day for fiscal committees to hear and report to the Floor bills introduced", DeadlineKind.FiscalCommittees),
        ("Last day for fiscal committees to meet prior", DeadlineKind.FiscalCommitteesMeet),
        ("Floor sessions", DeadlineKind.FloorSessions),
        ("Last day for each house to pass bills introduced in that house", DeadlineKind.HouseOfOrigin),
        ("Committee meetings may resume", DeadlineKind.CommitteesResume),
        ("Last day for policy committees to hear and report bills", DeadlineKind.SecondHousePolicyCommittees),
        ("Last day for fiscal committees to hear and report bills to the Floor", DeadlineKind.SecondHouseFiscalCommittees),
        ("Last day to amend", DeadlineKind.FloorAmendments),
        ("Last day for each house to pass bills", DeadlineKind.LastDayToPass),
        ("Last day for Governor", DeadlineKind.Governor),
        ("Last day for a legislative measure to qualify", DeadlineKind.BallotQualification),
        ("General Election", DeadlineKind.GeneralElection),
        ("Adjournment sine die", DeadlineKind.EndOfSession),
        ("12 Noon convening", DeadlineKind.SessionConvenes),
        (".* Day( observed)?", DeadlineKind.Holiday),
    ];

    private sealed record Row(string Title, DateOnly Start, DateOnly Last)
    {
        public DeadlineKind Kind => Titles.First(title => Regex.IsMatch(Title, "^" + title.Title, RegexOptions.IgnoreCase)).Kind;
    }

    [SharedDataFact]
    public void Every_published_day_of_2025_and_2026_is_there()
    {
        var slip = Histories.Day("2026-01-06"); // the 2026 file's own slip: the Legislature came back on January 5, as the 2025 file says

        var rows = Rows();
        var missing = rows.Where(row => row.Start != slip && !LegislativeCalendar.Official.DaysOf(row.Start.Year)
            .Any(day => day.Kind == row.Kind && day.Date == row.Start && (day.Until ?? day.Date) == row.Last));

        Assert.True(rows.Count > 60, $"only {rows.Count} rows were read");
        Assert.Empty(missing);
    }

    [SharedDataFact]
    public void No_day_of_2025_and_2026_is_there_that_nobody_published()
    {
        var rows = Rows();
        var policyMeetings = Histories.Day("2025-05-16"); // in the courts' copy of the official calendar, not in the file

        var invented = new[] { 2025, 2026 }.SelectMany(year => LegislativeCalendar.Official.DaysOf(year))
            .Where(day => day.Date != policyMeetings && !rows.Any(row => row.Kind == day.Kind && row.Start == day.Date));

        Assert.Empty(invented);
    }

    [Theory]
    [InlineData(2025, 'a', 14)]
    [InlineData(2026, 'b', 17)]
    public void Each_paragraph_of_Joint_Rule_61_is_cited_once_and_in_order_of_date(int year, char subdivision, int last)
    {
        var cited = LegislativeCalendar.Official.DaysOf(year)
            .Select(day => (day.Date, Match: Regex.Match(day.Rule ?? "", $@"^J\.R\. 61\({subdivision}\)\((\d+)\)")))
            .Where(day => day.Match.Success)
            .Select(day => (day.Date, Paragraph: int.Parse(day.Match.Groups[1].Value, CultureInfo.InvariantCulture)))
            .OrderBy(day => day.Paragraph)
            .ToArray();

        Assert.Equal(Enumerable.Range(1, last), cited.Select(day => day.Paragraph));
        Assert.Equal(cited.Select(day => day.Date).Order(), cited.Select(day => day.Date));
    }

    [Fact]
    public void A_deadline_always_has_its_rule_except_the_request_to_Counsel()
    {
        var without = new[] { 2025, 2026, 2027, 2028 }.SelectMany(year => LegislativeCalendar.Official.DaysOf(year)).Where(day => day.IsDeadline && day.Rule is null);

        Assert.All(without, day => Assert.Equal(DeadlineKind.BillRequests, day.Kind));
    }

    [Theory]
    [InlineData(2028, DeadlineKind.TwoYearHouseOfOrigin, "2028-01-31")]
    [InlineData(2028, DeadlineKind.BudgetPassed, "2028-06-15")]
    [InlineData(2028, DeadlineKind.LastDayToPass, "2028-08-31")]
    [InlineData(2028, DeadlineKind.Governor, "2028-09-30")]
    [InlineData(2028, DeadlineKind.EndOfSession, "2028-11-30")]
    [InlineData(2028, DeadlineKind.SessionConvenes, "2028-12-04")]
    [InlineData(2030, DeadlineKind.SessionConvenes, "2030-12-02")]
    [InlineData(2027, DeadlineKind.BudgetPassed, "2027-06-15")]
    [InlineData(2027, DeadlineKind.LastDayToPass, null)]
    [InlineData(2027, DeadlineKind.TwoYearHouseOfOrigin, null)]
    [InlineData(2027, DeadlineKind.Introduction, null)]
    [InlineData(2028, DeadlineKind.FiscalCommittees, null)]
    public void Of_a_year_nobody_published_the_days_of_the_Constitution_alone_are_known(int year, DeadlineKind kind, string? date)
    {
        var day = LegislativeCalendar.Official.Find(year, kind);

        Assert.Equal(date is null ? null : Histories.Day(date), day?.Date);
        Assert.True(day?.ByRule ?? true);
    }

    [Fact]
    public void The_published_days_agree_with_those_of_the_Constitution()
    {
        var byRule = LegislativeCalendar.ConstitutionOnly.DaysOf(2025).Concat(LegislativeCalendar.ConstitutionOnly.DaysOf(2026));

        Assert.All(byRule, day => Assert.Equal(day.Date, LegislativeCalendar.Official.Find(day.Date.Year, day.Kind)?.Date));
        Assert.DoesNotContain(LegislativeCalendar.Official.DaysOf(2026), day => day.ByRule);
    }

    [Fact]
    public void A_file_adds_a_year_and_replaces_one()
    {
        var file = LegislativeCalendar.Parse(string.Join('\n',
            "# the calendar of 2027",
            "",
            "2027-02-19\tintroduction\tJ.R. 61(a)(1)\tLast day to introduce bills.",
            "2027-06-01..2027-06-04\tFloorSessions\t\tFloor sessions only",
            "2026-05-22\tFiscalCommittees\tJ.R. 61(b)(8)\tMoved"));

        var calendar = LegislativeCalendar.Official.With(file);

        Assert.Equal(
            new LegislativeDeadline(Histories.Day("2027-02-19"), DeadlineKind.Introduction, "J.R. 61(a)(1)", "Last day to introduce bills"),
            calendar.Find(2027, DeadlineKind.Introduction));
        Assert.Equal((null, Histories.Day("2027-06-04")), (calendar.Find(2027, DeadlineKind.FloorSessions)!.Rule, calendar.Find(2027, DeadlineKind.FloorSessions)!.Until));
        Assert.Equal(Histories.Day("2026-05-22"), calendar.Find(2026, DeadlineKind.FiscalCommittees)!.Date);
        Assert.Null(calendar.Find(2026, DeadlineKind.HouseOfOrigin));
        Assert.True(calendar.Find(2026, DeadlineKind.LastDayToPass)!.ByRule);
        Assert.Equal(Histories.Day("2025-05-23"), calendar.Find(2025, DeadlineKind.FiscalCommittees)!.Date);
        Assert.Equal("2025 2026 2027", string.Join(' ', calendar.PublishedYears));
    }

    [Theory]
    [InlineData("2027-02-19\tIntroduction\tJ.R. 61(a)(1)", "calendar line 1: 3 columns instead of 4")]
    [InlineData("# 2027\n\n2027-02-30\tIntroduction\t\tx", "calendar line 3: '2027-02-30' is no date")]
    [InlineData("2/19/2027\tIntroduction\t\tx", "calendar line 1: '2/19/2027' is no date")]
    [InlineData("2027-02-19\tIntroducing\t\tx", "calendar line 1: 'Introducing' is no kind of day; the kinds are FiscalPolicyCommittees, ")]
    [InlineData("2027-02-19\t7\t\tx", "calendar line 1: '7' is no kind of day")]
    [InlineData("2027-02-19\tIntroduction\t\t .", "calendar line 1: the words are missing")]
    [InlineData("2027-06-04..2027-06-01\tFloorSessions\t\tx", "calendar line 1: the period '2027-06-04..2027-06-01' ends before it begins")]
    [InlineData("2027-06-01..2027-06-02..2027-06-03\tFloorSessions\t\tx", "calendar line 1: '2027-06-01..2027-06-02..2027-06-03' is no period")]
    [InlineData("2027-02-19\tIntroduction\t\tx\r\n2027-02-19\tintroduction\t\tx", "calendar line 2: 2027-02-19 Introduction is there already")]
    public void A_fault_in_a_file_is_named_with_its_line(string text, string fault)
    {
        var thrown = Assert.Throws<FormatException>(() => LegislativeCalendar.Parse(text));

        Assert.StartsWith(fault, thrown.Message, StringComparison.Ordinal);
    }

    private static List<Row> Rows()
    {
        var rows = new List<Row>();
        foreach (var line in Directory.GetFiles(SharedData.PathOf("calendars"), "*.csv").SelectMany(file => File.ReadAllLines(file).Skip(1)))
        {
            var match = Regex.Match(line, @"^""?(?<title>.*?)""?,(?<start>\d{4}-\d\d-\d\d),(?<end>\d{4}-\d\d-\d\d),true$");
            Assert.True(match.Success, line);
            rows.Add(new Row(match.Groups["title"].Value, Histories.Day(match.Groups["start"].Value), Histories.Day(match.Groups["end"].Value).AddDays(-1)));
        }

        return rows;
    }
}
