using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace LegTracker.Legislature.Tests;

/// <summary>Hearings of lines and of the table made one. The rows are constructed: no real row of COMMITTEE_HEARING_TBL was found.</summary>
public class HearingListTests
{
    private const string Introduced = "2024-02-16 | Introduced. Read first time. To Com. on RLS. for assignment. To print.";
    private const string Referred = "2024-02-29 | Referred to Com. on PUB S.";
    private const string Set = "2024-03-14 | Set for hearing April 16.";

    [Theory]
    [InlineData("CS72", "Senate Public Safety Committee")]
    [InlineData("CX18", "Assembly Public Safety Committee")]
    [InlineData("CS61", "Senate Appropriations Committee")]
    [InlineData("CX25", "Assembly Appropriations Committee")]
    [InlineData("CS99", null)]
    [InlineData("Second Reading", null)]
    public void A_location_code_names_its_committee_or_stays_a_code(string code, string? name) => Assert.Equal(name, Committees.OfCode(code));

    [Fact]
    public void A_line_and_a_row_of_one_day_and_committee_are_one_hearing_with_both_sources()
    {
        var hearing = Assert.Single(Of("2024-03-20", [Set], Row("2024-04-16", "CS72")));

        Assert.Equal([HearingSourceKind.Line, HearingSourceKind.Table], hearing.Sources.Select(source => source.Kind));
        Assert.Equal((HearingStatus.Set, "Senate Public Safety Committee"), (hearing.Status, hearing.Committee));
        Assert.Null(hearing.Time);
    }

    [Fact]
    public void A_row_whose_code_is_not_known_joins_the_line_of_its_day_and_house_and_stays_a_code_alone()
    {
        Assert.Equal("Senate Public Safety Committee", Assert.Single(Of("2024-03-20", [Set], Row("2024-04-16", "CS99"))).Committee);
        Assert.Equal("CS99", Assert.Single(Of("2024-03-20", [], Row("2024-04-16", "CS99"))).Committee);
    }

    [Fact]
    public void Two_committees_of_one_day_are_two_hearings() =>
        Assert.Equal(2, Of("2024-03-20", [Set], Row("2024-04-16", "CS61")).Length);

    [Theory]
    [InlineData(HearingStatus.Set, "2024-04-10", new string[0])]
    [InlineData(HearingStatus.Unreported, "2024-04-17", new string[0])]
    [InlineData(HearingStatus.Postponed, "2024-04-10", new[] { "2024-04-10 | In committee: Hearing postponed by committee." })]
    [InlineData(HearingStatus.Canceled, "2024-04-16", new[] { "2024-04-16 | In committee: Set, first hearing. Hearing canceled at the request of author." })]
    [InlineData(HearingStatus.Held, "2024-04-17", new[] { "2024-04-17 | In committee: Set, first hearing. Failed passage." })]
    [InlineData(HearingStatus.Held, "2024-04-17", new[] { "2024-04-17 | From committee: Do pass. (Ayes 4. Noes 0.) (April 16)." })]
    [InlineData(HearingStatus.Set, "2024-04-10", new[] { "2024-03-15 | In committee: Hearing postponed by committee." })]
    public void A_hearing_that_only_the_table_has_is_called_off_or_held_by_lines(HearingStatus status, string asOf, string[] lines) =>
        Assert.Equal(status, Assert.Single(Of(asOf, lines, Row("2024-04-16", "CS72", read: "2024-03-20"))).Status);

    [Fact]
    public void A_row_that_was_taken_out_is_canceled_and_says_so()
    {
        var hearing = Assert.Single(Of("2024-04-10", [Set], Row("2024-04-16", "CS72") with { GoneOn = Histories.Day("2024-04-07") }));

        Assert.Equal(HearingStatus.Canceled, hearing.Status);
        Assert.EndsWith("not in the table any more on 2024-04-07", hearing.Sources[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_line_moved_stays_moved_whatever_the_table_still_lists()
    {
        var hearings = Of("2024-04-10", [Set, "2024-04-09 | Set for hearing April 23."], Row("2024-04-16", "CS72"));

        Assert.Equal([HearingStatus.Moved, HearingStatus.Set], hearings.Select(hearing => hearing.Status));
    }

    [Fact]
    public void Rows_in_any_order_and_more_than_once_make_the_same_hearings()
    {
        var row = from day in Gen.Choose(1, 30) from code in Gen.Elements("CS72", "CS61", "CS99", "CX18", "xx") select Row($"2024-04-{day:00}", code);
        var cases = from rows in row.ListOf() from shuffled in Gen.Shuffle(rows.Concat(rows).ToArray()) select (rows, shuffled);

        Prop.ForAll(Arb.From(cases), one => Assert.Equal(
            Texts(Of("2024-04-10", [Set], [.. one.rows])),
            Texts(Of("2024-04-10", [Set], [.. one.shuffled])))).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<string> Texts(ImmutableArray<Hearing> hearings) =>
        hearings.Select(hearing => $"{hearing.Date} {hearing.Committee} {hearing.Status} {string.Join('|', hearing.Sources.Select(source => source.Text))}");

    private static HearingRow Row(string day, string code, string read = "2024-03-01") => new(
        Histories.Day(day), code, null, null, new Provenance("bulk", "https://example.org/", CaliforniaTime.At(Histories.Day(read), new TimeOnly(22, 0)), "", "polls/1", "hearings/1"), null);

    private static ImmutableArray<Hearing> Of(string asOf, string[] lines, params HearingRow[] rows) => HearingList.Of(
        StageReader.Read(BillId.FromLeginfoId("202320240SB9001"), Histories.Lines([Introduced, Referred, .. lines]), Histories.Day(asOf)), [.. rows]);
}
