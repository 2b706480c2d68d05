namespace LegTracker.Legislature.Tests;

public class BillSpellingTests
{
    [Theory]
    [InlineData("AB 1394", "AB 1394", null)]
    [InlineData("ab1394", "AB 1394", null)]
    [InlineData("AB-1394", "AB 1394", null)]
    [InlineData(" AB. 1394 ", "AB 1394", null)]
    [InlineData("AB1394 2023-24", "AB 1394", "2023-24")]
    [InlineData("AB 1394 (2023-24)", "AB 1394", "2023-24")]
    [InlineData("AB 1394, 2023-2024", "AB 1394", "2023-24")]
    [InlineData("AB 1394 2023–24", "AB 1394", "2023-24")]
    [InlineData("ABX1-4 2025-26", "ABX1 4", "2025-26 X1")]
    [InlineData("abx1 4", "ABX1 4", null)]
    [InlineData("SBX1-1 1999-2000", "SBX1 1", "1999-00 X1")]
    [InlineData("SBX1-1 1999-00", "SBX1 1", "1999-00 X1")]
    [InlineData("ca/20232024-0/AB1394", "AB 1394", "2023-24")]
    [InlineData("states/ca/sessions/20232024-0/bills/AB1394", "AB 1394", "2023-24")]
    [InlineData("202320240AB1394", "AB 1394", "2023-24")]
    [InlineData("https://leginfo.legislature.ca.gov/faces/billNavClient.xhtml?bill_id=202320240AB1394", "AB 1394", "2023-24")]
    [InlineData("https://leginfo.legislature.ca.gov/faces/billTextClient.xhtml?rev=1&bill_id=202320240AB1394&x=2", "AB 1394", "2023-24")]
    [InlineData("ACR 12", "ACR 12", null)]
    public void A_bill_is_read_generously(string text, string measure, string? session)
    {
        var spelling = BillSpelling.TryParse(text);

        Assert.NotNull(spelling);
        Assert.Equal((measure, session), (spelling.Measure, spelling.Session?.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AB")]
    [InlineData("1394")]
    [InlineData("AB 0")]
    [InlineData("AB 123456")]
    [InlineData("XB 12")]
    [InlineData("AB 1394 2024-25")]
    [InlineData("AB 1394 2023-25")]
    [InlineData("AB 1394 and SB 2")]
    [InlineData("https://leginfo.legislature.ca.gov/faces/billNavClient.xhtml?bill_id=nonsense")]
    public void What_names_no_measure_is_null(string? text) => Assert.Null(BillSpelling.TryParse(text));

    [Fact]
    public void A_number_without_a_session_fits_that_number_in_every_regular_session()
    {
        var spelling = BillSpelling.TryParse("AB 1")!;

        Assert.True(spelling.Fits(BillId.FromLeginfoId("202320240AB1")));
        Assert.True(spelling.Fits(BillId.FromLeginfoId("202520260AB1")));
        Assert.False(spelling.Fits(BillId.FromLeginfoId("202520261AB1")));
        Assert.False(spelling.Fits(BillId.FromLeginfoId("202520260SB1")));
        Assert.Equal(BillId.FromLeginfoId("202520260AB1"), spelling.In(new Session(2025)));
    }

    [Fact]
    public void Any_text_is_read_or_refused_but_never_throws() => Samples.Properties(Samples.Texts, text =>
    {
        _ = BillSpelling.TryParse(text);
        _ = Session.TryParse(text, out _);
        return BillId.TryFromLeginfoId(text, out _) || true;
    });
}
