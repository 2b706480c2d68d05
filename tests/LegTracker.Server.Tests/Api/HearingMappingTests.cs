using LegTracker.Legislature;
using LegTracker.Server.Api;
using LegTracker.Server.Tests.Segments;
using LegTracker.Tests;

namespace LegTracker.Server.Tests.Api;

/// <summary>Hearings in the API's Bill.</summary>
public sealed class HearingMappingTests
{
    private static readonly BillMapping Mapping = new(new LegislativeClock(new ManualTimeProvider(SegmentFixture.AsOf)), LegislativeCalendar.Official);

    private static TrackedBill Ab379
    {
        get
        {
            var bill = SegmentFixture.Ab379();
            return bill with { HearingRows = [new HearingRow(new DateOnly(2025, 3, 25), "CX18", null, null, bill.Provenance! with { Parser = "hearings/1" }, null)] };
        }
    }

    [Fact]
    public void A_hearing_of_the_table_is_given_with_its_committee_its_evidence_and_no_time()
    {
        var hearing = Assert.Single(Mapping.Of(Ab379, summaryOnly: false).Hearings);

        Assert.Equal(("2025-03-25", "", "Assembly Public Safety Committee", V1.House.Assembly, V1.HearingStatus.Set), (hearing.Date, hearing.Time, hearing.Committee, hearing.House, hearing.Status));
        var source = Assert.Single(hearing.Sources);
        Assert.Equal((V1.HearingSourceKind.Table, "", "hearings/1"), (source.Kind, source.Date, source.Provenance.Parser_));
    }

    [Fact]
    public void It_is_a_next_date_with_its_source_in_summaries_too()
    {
        var bill = Mapping.Of(Ab379, summaryOnly: true);

        Assert.Empty(bill.Hearings);
        Assert.Contains(bill.NextDates, next => (next.Date, next.What, next.Source) == ("2025-03-25", "Hearing, Assembly Public Safety Committee", "COMMITTEE_HEARING_TBL"));
    }
}
