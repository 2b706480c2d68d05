using LegTracker.Replay.Histories;

namespace LegTracker.Replay.Tests;

public sealed class HistoryTests
{
    private static readonly Library Library = Library.Load(journalPageDelay: 0, copies: 0);

    [Fact]
    public void Every_measure_has_lines_in_order_of_date_and_prints_that_count_down()
    {
        Assert.Equal(61, Library.Bills.Count);
        Assert.All(Library.Bills, bill =>
        {
            Assert.NotEmpty(bill.Lines);
            Assert.Equal(bill.Lines.Select(line => line.Date).Order(), bill.Lines.Select(line => line.Date));
            Assert.Equal(bill.Versions.OrderByDescending(version => version.Number), bill.Versions);
            Assert.True(bill.Lines.Count < 100);
            Assert.All(bill.Versions, version => Assert.StartsWith(bill.Id.LeginfoId.Remove(4, 4)[..5], version.Id, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void An_invented_number_says_so_and_a_real_one_does_not()
    {
        Assert.Equal(42, Library.Bills.Count(bill => bill.NumberIsInvented));
        Assert.All(Library.Bills, bill => Assert.Equal(bill.Id.Number >= 9001, bill.Topic.Contains("the measure number is invented", StringComparison.Ordinal)));
    }

    [Fact]
    public void Copies_have_numbers_and_prints_of_their_own()
    {
        var more = Library.Load(journalPageDelay: 0, copies: 2);

        Assert.Equal(61 + 2 * 42, more.Bills.Count);
        var copy = more.Bills.Single(bill => bill.Id.LeginfoId == "202320240AB11001");
        Assert.StartsWith("20230AB11001", copy.Versions[0].Id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Re-referred to Com. on APPR.", "Re-referred to Com. on  APPR.")]
    [InlineData("In Senate. Read first time. To Com. on RLS. for assignment.", "In Senate. Read first time. To Com. on RLS. for assignment.")]
    [InlineData("From committee: Do pass. (Ayes 7. Noes 0.) (April 2).", "From committee: Do pass. (Ayes  7. Noes  0.) (April  2).")]
    [InlineData("Read third time. Passed. (Ayes 77. Noes 0. Page 1420.)", "Read third time. Passed. (Ayes 77. Noes  0. Page 1420.)")]
    public void Bulk_rows_space_a_line_as_the_real_ones_do(string page, string bulk)
    {
        var line = new ReplayedLine(new DateOnly(2024, 1, 1), 1, null, null, null, null, null, page);

        Assert.Equal(bulk, line.BulkText);
        Assert.Equal(page, (line with { Text = bulk }).PageText);
    }

    [Fact]
    public void A_row_that_is_no_row_is_named()
    {
        using var text = new StringReader("bill\t202520260AB1\ntopic\tT\n2025-13-01\t1\n");

        var fault = Assert.Throws<FormatException>(() => HistoryFile.Read("x.tsv", text).ToList());

        Assert.StartsWith("x.tsv:3:", fault.Message, StringComparison.Ordinal);
    }
}
