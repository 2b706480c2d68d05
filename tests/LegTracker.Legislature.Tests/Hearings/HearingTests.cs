namespace LegTracker.Legislature.Tests;

public class HearingTests
{
    private static readonly string[] Referred = ["2024-02-16 | Introduced. Read first time. To Com. on RLS. for assignment. To print.", "2024-02-29 | Referred to Com. on PUB S."];

    [Theory]
    [InlineData("2024-03-20", "2024-04-16", new string[0])]
    [InlineData("2024-04-16", "2024-04-16", new string[0])]
    [InlineData("2024-04-17", null, new string[0])]
    [InlineData("2024-04-10", null, new[] { "2024-04-10 | April 16 set for first hearing canceled at the request of author." })]
    [InlineData("2024-04-10", null, new[] { "2024-04-10 | In committee: Hearing postponed by committee." })]
    [InlineData("2024-04-11", "2024-04-23", new[] { "2024-04-10 | April 16 hearing postponed by committee.", "2024-04-11 | Set for hearing April 23." })]
    [InlineData("2024-04-12", null, new[] { "2024-04-12 | From committee: Do pass. (Ayes 4. Noes 0.) (April 12)." })]
    [InlineData("2024-04-12", null, new[] { "2024-04-12 | Withdrawn from committee." })]
    public void A_hearing_is_next_until_it_is_held_moved_or_canceled(string asOf, string? next, string[] more) =>
        Assert.Equal(next is null ? null : Histories.Day(next), Next(asOf, [.. Referred, "2024-03-14 | Set for hearing April 16.", .. more]));

    [Fact]
    public void A_hearing_set_and_canceled_on_one_day_is_not_set_in_either_order()
    {
        string[] day = ["2024-03-14 | Set for hearing April 16.", "2024-03-14 | April 16 set for first hearing canceled at the request of author."];

        Assert.Null(Next("2024-03-20", [.. Referred, .. day]));
        Assert.Null(Next("2024-03-20", [.. Referred, day[1], day[0]]));
    }

    [Fact]
    public void A_hearing_set_in_the_next_committee_outlives_the_report_of_the_first()
    {
        string[] lines = [.. Referred, "2024-04-10 | Set for hearing April 19.", "2024-04-11 | Set for hearing April 25 in APPR. pending receipt."];

        Assert.Equal(Histories.Day("2024-04-19"), Next("2024-04-12", lines));
        Assert.Equal(Histories.Day("2024-04-25"), Next("2024-04-19", [.. lines, "2024-04-19 | From committee: Do pass and re-refer to Com. on APPR. (Ayes 6. Noes 2.) (April 19). Re-referred to Com. on APPR."]));
    }

    private static DateOnly? Next(string asOf, params string[] lines) =>
        StageReader.Read(BillId.FromLeginfoId("202320240SB9001"), Histories.Lines(lines), Histories.Day(asOf)).NextHearing;
}
