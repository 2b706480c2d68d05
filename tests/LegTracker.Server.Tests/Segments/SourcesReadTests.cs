using LegTracker.Legislature;
using LegTracker.Server.Api;
using LegTracker.Server.Segments;
using static LegTracker.Server.Tests.Segments.SegmentFixture;

namespace LegTracker.Server.Tests.Segments;

/// <summary>H1: a segment knows when its sources were last read, which is not when it is drafted.</summary>
public sealed class SourcesReadTests
{
    [Fact]
    public void The_last_good_reading_is_the_newest_confirmation_and_nothing_that_a_source_says_is_newer()
    {
        var later = Ab379() with { LastConfirmedTime = ReadTime.AddHours(3) };

        var draft = Draft("2024-12-01", "2025-03-10", Ab1831(), later);

        Assert.Equal(new SourcesRead(ReadTime.AddHours(3), ReadTime, false), draft.Read);
        Assert.All(draft.Claims().Where(claim => claim.ReadTime is not null), claim => Assert.True(claim.ReadTime <= draft.Read.LastTime, claim.Text));
        Assert.All(draft.Sections.Single(section => section.Kind == SectionKind.AtAGlance).Items, item => Assert.Equal(ReadTime.AddHours(3), item.Claims[0].ReadTime));
    }

    [Fact]
    public void A_segment_is_behind_when_the_newest_reading_confirmed_none_of_its_bills()
    {
        var (lost, found) = (Ab1831() with { Freshness = Freshness.Stale, FreshnessReason = "the host could not be reached" }, Ab379());

        Assert.Equal(new SourcesRead(ReadTime, ReadTime, true), Draft("2024-12-01", "2025-03-10", lost).Read);
        Assert.Equal(new SourcesRead(ReadTime, ReadTime, false), Draft("2024-12-01", "2025-03-10", lost, found).Read);
    }

    [Fact]
    public void Without_a_confirmed_bill_there_is_no_reading() =>
        Assert.Equal(new SourcesRead(null, null, false), Draft("2024-12-01", "2025-03-10", Unconfirmed("201520160SB1322")).Read);

    [Fact]
    public void A_reading_that_finds_nothing_new_makes_no_other_segment_and_one_that_fails_does()
    {
        string Etag(TrackedBill bill) => SegmentFreezing.EtagOf(SegmentMapping.ToProto(Draft("2024-12-01", "2025-03-10", bill)));
        var read = Etag(Ab1831());

        Assert.Equal(read, Etag(Ab1831() with { LastConfirmedTime = ReadTime.AddHours(1) }));
        Assert.NotEqual(read, Etag(Ab1831() with { Freshness = Freshness.Stale }));
    }
}
