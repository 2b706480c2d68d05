using System.Collections.Immutable;

namespace LegTracker.Legislature.Tests;

/// <summary>Every hearing that lines tell of, and what became of each.</summary>
public class LineHearingsTests
{
    private const string Referred = "2024-02-29 | Referred to Com. on PUB S.";
    private const string Safety = "Senate Public Safety Committee";

    [Theory]
    [InlineData(HearingStatus.Set, "2024-03-20", new string[0])]
    [InlineData(HearingStatus.Unreported, "2024-04-17", new string[0])]
    [InlineData(HearingStatus.Held, "2024-04-17", new[] { "2024-04-17 | From committee: Do pass and re-refer to Com. on APPR. (Ayes 4. Noes 0.) (April 16). Re-referred to Com. on APPR." })]
    [InlineData(HearingStatus.Held, "2024-04-17", new[] { "2024-04-16 | April 16 hearing: Held in committee and under submission." })]
    [InlineData(HearingStatus.Canceled, "2024-04-12", new[] { "2024-04-10 | April 16 set for first hearing canceled at the request of author." })]
    [InlineData(HearingStatus.Postponed, "2024-04-12", new[] { "2024-04-10 | In committee: Hearing postponed by committee." })]
    [InlineData(HearingStatus.Moved, "2024-04-12", new[] { "2024-04-10 | Set for hearing April 23." })]
    [InlineData(HearingStatus.Overtaken, "2024-04-12", new[] { "2024-04-10 | Withdrawn from committee." })]
    public void A_hearing_that_was_set_has_the_status_that_the_lines_after_it_give(HearingStatus status, string asOf, string[] more)
    {
        var hearing = Read(asOf, [Referred, "2024-03-14 | Set for hearing April 16.", .. more]).Single(one => one.Date == Histories.Day("2024-04-16"));

        Assert.Equal((status, Safety, House.Senate), (hearing.Status, hearing.Committee, hearing.House));
        Assert.Equal("Set for hearing April 16.", hearing.Sources[0].Text);
        Assert.Null(hearing.Time);
    }

    [Theory]
    [InlineData("In committee: Hearing postponed by committee.", HearingStatus.Postponed)]
    [InlineData("In committee: Set, first hearing. Hearing canceled at the request of author.", HearingStatus.Canceled)]
    [InlineData("April 16 hearing postponed by committee.", HearingStatus.Postponed)]
    public void A_hearing_set_and_called_off_on_one_day_is_never_given_as_set(string off, HearingStatus status)
    {
        string[] day = ["2024-03-14 | Set for hearing April 16.", $"2024-03-14 | {off}"];

        Assert.Equal((Histories.Day("2024-04-16"), status), Of(Assert.Single(Read("2024-03-20", Referred, day[0], day[1]))));
        Assert.Equal((Histories.Day("2024-04-16"), status), Of(Assert.Single(Read("2024-03-20", Referred, day[1], day[0]))));
        Assert.Equal(
            [(Histories.Day("2024-03-05"), HearingStatus.Postponed), (Histories.Day("2024-04-16"), HearingStatus.Postponed)],
            Read("2024-03-20", Referred, "2024-03-01 | Set for hearing March 5.", "2024-03-05 | In committee: Hearing postponed by committee.", day[0], "2024-03-14 | In committee: Hearing postponed by committee.").Select(Of));
    }

    [Fact]
    public void A_line_that_names_no_day_calls_off_what_was_set_before_and_leaves_the_new_day_of_its_own_day()
    {
        string[] day = ["2024-04-10 | In committee: Hearing postponed by committee.", "2024-04-10 | Set for hearing April 23."];

        Assert.All(new[] { day, [day[1], day[0]] }, lines => Assert.Equal(
            [(Histories.Day("2024-04-16"), HearingStatus.Postponed), (Histories.Day("2024-04-23"), HearingStatus.Set)],
            Read("2024-04-12", [Referred, "2024-03-14 | Set for hearing April 16.", .. lines]).Select(Of)));
    }

    [Fact]
    public void The_day_a_report_names_is_a_hearing_held_though_no_line_set_it()
    {
        var hearing = Assert.Single(Read("2024-04-20", Referred, "2024-04-17 | From committee: Do pass. (Ayes 4. Noes 0.) (April 16)."));

        Assert.Equal((Histories.Day("2024-04-16"), HearingStatus.Held, Safety), (hearing.Date, hearing.Status, hearing.Committee));
    }

    [Fact]
    public void A_hearing_in_the_next_committee_is_that_committees()
    {
        var hearings = Read("2024-04-12", Referred, "2024-03-14 | Set for hearing April 16.", "2024-04-11 | Set for hearing April 25 in APPR. pending receipt.");

        Assert.Equal(
            [(Histories.Day("2024-04-16"), Safety, HearingStatus.Set), (Histories.Day("2024-04-25"), "Senate Appropriations Committee", HearingStatus.Set)],
            hearings.Select(hearing => (hearing.Date, hearing.Committee!, hearing.Status)));
    }

    [Fact]
    public void A_report_without_a_day_gives_no_hearing_of_its_own() =>
        Assert.Empty(Read("2024-05-20", Referred, "2024-05-08 | In committee: Referred to APPR. suspense file."));

    [Theory]
    [InlineData("2023-12-20", "Set for hearing January 9.", "2024-01-09")]
    [InlineData("2023-12-20", "January 9 hearing postponed by committee.", "2024-01-09")]
    [InlineData("2023-12-20", "January 9 set for first hearing canceled at the request of author.", "2024-01-09")]
    [InlineData("2024-01-03", "From committee: Do pass. (Ayes 4. Noes 0.) (December 29).", "2023-12-29")]
    [InlineData("2024-01-12", "Set for hearing January 18.", "2024-01-18")]
    [InlineData("2024-01-03", "Set for hearing August 27.", "2024-08-27")]
    [InlineData("2024-11-20", "From committee: Do pass. (Ayes 4. Noes 0.) (March 2).", "2024-03-02")]
    [InlineData("2024-01-03", "Set for hearing December 29.", "2023-12-29")]
    [InlineData("2023-12-31", "Set for hearing February 29.", "2024-02-29")]
    public void The_year_of_a_hearing_is_the_one_that_its_line_must_mean(string day, string text, string expected) =>
        Assert.Equal(Histories.Day(expected), ActionReader.Read(BillId.FromLeginfoId("202320240SB9001"), new HistoryLine(Histories.Day(day), text)).HearingDate);

    private static (DateOnly Date, HearingStatus Status) Of(Hearing hearing) => (hearing.Date, hearing.Status);

    private static ImmutableArray<Hearing> Read(string asOf, params string[] lines) => StageReader.Read(
        BillId.FromLeginfoId("202320240SB9001"),
        Histories.Lines(["2024-02-16 | Introduced. Read first time. To Com. on RLS. for assignment. To print.", .. lines]),
        Histories.Day(asOf)).Hearings;
}
