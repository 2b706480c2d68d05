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
    [InlineData("leginfo.legislature.ca.gov/faces/billHistoryClient.xhtml?bill_id=202520261AB4", "ABX1 4", "2025-26 X1")]
    [InlineData("ca/20252026-1/AB4", "ABX1 4", "2025-26 X1")]
    [InlineData("AB 1 2027-28", "AB 1", "2027-28")]
    [InlineData("202720280AB1", "AB 1", "2027-28")]
    [InlineData("ACR 12", "ACR 12", null)]
    public void A_bill_is_read_generously(string text, string measure, string? session)
    {
        var spelling = BillSpelling.TryParse(text);

        Assert.NotNull(spelling);
        Assert.Equal((measure, session), (spelling.Measure, spelling.Session?.ToString()));
    }

    [Fact]
    public void Every_type_is_read_in_every_spelling_of_the_contract()
    {
        foreach (var type in Enum.GetValues<MeasureType>())
        {
            var (regular, special) = (new BillId(new Session(2027), type, 14), new BillId(new Session(2027, 2), type, 14));
            string[] ofRegular =
            [
                $"{type} 14 2027-28", $"{type}14 2027-2028".ToLowerInvariant(), $"{type}-14 2027-28", $"ca/20272028-0/{type}14", regular.LeginfoId, regular.ResourceName,
                $"https://leginfo.legislature.ca.gov/faces/billStatusClient.xhtml?bill_id=202720280{type}14",
            ];
            string[] ofSpecial = [$"{type}X2-14 2027-28", $"{type}x2 14 2027-2028", $"ca/20272028-2/{type}14", special.LeginfoId, special.ResourceName];

            Assert.All(ofRegular, text => Assert.Equal(regular, BillSpelling.TryParse(text)?.In(new Session(2023))));
            Assert.All(ofSpecial, text => Assert.Equal(special, BillSpelling.TryParse(text)?.In(new Session(2023))));
            Assert.Equal(regular, BillSpelling.TryParse($"{type} 14")?.In(Session.On(Histories.Day("2026-12-07"))));
            Assert.False(BillSpelling.TryParse($"{type} 14")!.Fits(special));
        }
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
