using System.Collections.Immutable;
using System.Text;
using LegTracker.Legislature;
using LegTracker.Server.Comparing;
using LegTracker.Tests;

namespace LegTracker.Server.Tests.Sources.Bulk;

/// <summary>BILL_ANALYSIS_TBL of the bulk files.</summary>
public sealed class AnalysisTableTests
{
    private static readonly BillId Ab1 = BillId.FromLeginfoId("202520260AB1");
    private static readonly BillId Ab2 = BillId.FromLeginfoId("202520260AB2");

    [SharedDataFact]
    public async Task The_real_rows_of_AB_831_are_listed_by_date()
    {
        var analyses = await ReadAsync(BillId.FromLeginfoId("202520260AB831"), BulkZip.Real(["BILL_ANALYSIS_TBL.dat"], []));

        Assert.Equal(11, analyses!.Value.Length);
        Assert.Equal(new BillAnalysis("383203", new DateOnly(2025, 4, 1), House.Assembly, "Assembly Governmental Organization"), analyses.Value[0]);
        Assert.Equal(new BillAnalysis("393375", new DateOnly(2025, 9, 11), House.Assembly, "ASSEMBLY FLOOR ANALYSIS"), analyses.Value[^1]);
        Assert.Equal(analyses.Value.OrderBy(analysis => analysis.Date).AsEnumerable(), analyses.Value);
    }

    [Fact]
    public async Task A_file_without_the_table_says_nothing_and_one_without_rows_of_the_bill_lists_none()
    {
        Assert.Null(await ReadAsync(Ab1, Bill().Bytes()));
        Assert.Equal([], await ReadAsync(Ab1, With(Row("7", Ab2, "2026-03-10 00:00:00", "Senate Health"))));
    }

    [Fact]
    public async Task A_withdrawn_row_is_not_listed()
    {
        var analyses = await ReadAsync(Ab1, With(Row("7", Ab1, "2026-03-10 09:30:00", "Senate Health"), Row("8", Ab1, "2026-03-11 00:00:00", "Senate Health", "N")));

        Assert.Equal(["7"], analyses!.Value.Select(analysis => analysis.Id));
    }

    [Theory]
    [InlineData("7\t`202520260AB1`\n")]
    [InlineData("7\t`202520260AB1`\t`S`\t`CMTE`\t`CS48`\t`Health`\t`x`\tsoon\tNULL\tNULL\tNULL\t`Y`\t`Y`\t`u`\tNULL\n")]
    [InlineData("7\t`202520260AB1")]
    public async Task A_broken_table_says_nothing_and_the_bill_is_read_all_the_same(string table) =>
        Assert.Null(await ReadAsync(Ab1, Bill().Bytes(("BILL_ANALYSIS_TBL.dat", Encoding.UTF8.GetBytes(table)))));

    [Fact]
    public void The_first_list_is_the_baseline_and_later_ones_tell_what_is_new()
    {
        ImmutableArray<BillAnalysis> known = [new("7", new DateOnly(2026, 3, 10), House.Senate, "Senate Health")];
        ImmutableArray<BillAnalysis> later = [new("9", new DateOnly(2026, 4, 2), House.Senate, "Sen. Floor Analyses")];

        Assert.Empty(AnalysisNews.Of("AB 1", null, known));
        Assert.Empty(AnalysisNews.Of("AB 1", known, null));
        Assert.Empty(AnalysisNews.Of("AB 1", known, known));
        var change = Assert.Single(AnalysisNews.Of("AB 1", known, later));
        Assert.Equal((ChangeKind.FieldChanged, "analyses", new DateOnly(2026, 4, 2)), (change.Kind, change.Field, change.EventDate));
        Assert.Equal("An analysis of AB 1 dated April 2, 2026 was published: Sen. Floor Analyses.", change.Summary);
        Assert.Equal(["7", "9"], AnalysisNews.Fill(known, later)!.Value.Select(analysis => analysis.Id));
        Assert.Equal(known.AsEnumerable(), AnalysisNews.Fill(known, null)!.Value);
    }

    private static async Task<ImmutableArray<BillAnalysis>?> ReadAsync(BillId bill, byte[] file)
    {
        await using var host = new BulkHost();
        host.Put("pubinfo_2025.zip", file, BulkHost.Sunday);
        return (await host.PollAsync(null, new BillRequest(bill, null))).Read(bill).Record.Analyses;
    }

    private static BulkZip Bill() => new BulkZip().Bill(Ab1, "In Committee Process", "Read first time.  To   print.");

    private static byte[] With(params string[] rows) => Bill().Bytes(("BILL_ANALYSIS_TBL.dat", Encoding.UTF8.GetBytes(string.Concat(rows))));

    private static string Row(string id, BillId bill, string date, string by, string active = "Y") =>
        $"{id}\t`{bill.LeginfoId}`\t`S`\t`CMTE`\t`CS48`\t`{by}`\t`x`\t{date}\tNULL\tNULL\tNULL\t`Y`\t`{active}`\t`u`\tNULL\n";
}
