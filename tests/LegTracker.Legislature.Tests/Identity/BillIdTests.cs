using FsCheck.Fluent;

namespace LegTracker.Legislature.Tests;

public class BillIdTests
{
    [Theory]
    [InlineData("202320240AB1394", "AB 1394", "AB-1394", "states/ca/sessions/20232024-0/bills/AB1394", House.Assembly)]
    [InlineData("202520261AB1", "ABX1 1", "ABX1-1", "states/ca/sessions/20252026-1/bills/AB1", House.Assembly)]
    [InlineData("199920001SCR2", "SCRX1 2", "SCRX1-2", "states/ca/sessions/19992000-1/bills/SCR2", House.Senate)]
    [InlineData("202520260HR75", "HR 75", "HR-75", "states/ca/sessions/20252026-0/bills/HR75", House.Assembly)]
    [InlineData("202320240SJR4", "SJR 4", "SJR-4", "states/ca/sessions/20232024-0/bills/SJR4", House.Senate)]
    public void An_id_has_each_spelling_of_its_sources(string leginfo, string measure, string page, string resource, House house)
    {
        var id = BillId.FromLeginfoId(leginfo);

        Assert.Equal((leginfo, measure, page, resource, house), (id.LeginfoId, id.Measure, id.PageMeasure, id.ResourceName, id.HouseOfOrigin));
        Assert.Equal(id, BillId.FromResourceName(resource));
    }

    [Fact]
    public void Every_id_comes_back_from_its_spellings() => Samples.Properties(Samples.Bills, id =>
        BillId.FromLeginfoId(id.LeginfoId) == id
        && BillId.FromResourceName(id.ResourceName) == id
        && BillSpelling.TryParse(id.ToString())!.In(new Session(1999)) == id
        && BillSpelling.TryParse(id.PageMeasure)!.In(id.Session with { Extraordinary = 0 }) == id
        && BillSpelling.TryParse(id.Measure)!.Fits(id));

    [Theory]
    [InlineData("")]
    [InlineData("AB1394")]
    [InlineData("202320250AB1394")]
    [InlineData("202320240AB0")]
    [InlineData("202320240AB01394")]
    [InlineData("202320240XB1")]
    [InlineData("202320240AB1394 ")]
    [InlineData("202220230AB1394")]
    public void What_is_no_leginfo_id_is_refused(string text)
    {
        Assert.False(BillId.TryFromLeginfoId(text, out _));
        Assert.Throws<FormatException>(() => BillId.FromLeginfoId(text));
    }

    [Fact]
    public void Digits_of_other_scripts_are_refused_without_an_exception()
    {
        Assert.False(BillId.TryFromLeginfoId("２０２３２０２４０AB1394", out _));
        Assert.False(BillId.TryFromResourceName("states/ca/sessions/２０２３２０２４-0/bills/AB1394", out _));
        Assert.False(Session.TryParse("20٢٣-24", out _));
        Assert.Null(BillSpelling.TryParse("ABX٣-4 2025-26"));
    }

    [Fact]
    public void Bills_are_ordered_by_session_then_type_then_number()
    {
        BillId[] ordered =
        [
            BillId.FromLeginfoId("202320240AB9"), BillId.FromLeginfoId("202320240AB10"), BillId.FromLeginfoId("202320240SB1"),
            BillId.FromLeginfoId("202320241AB1"), BillId.FromLeginfoId("202520260AB1"),
        ];

        Assert.Equal(ordered, ordered.Reverse().Order());
        Assert.True(ordered[0] < ordered[1] && ordered[1] <= ordered[1] && ordered[2] > ordered[1] && ordered[4] >= ordered[3]);
    }
}
