using Grpc.Core;
using LegTracker.Legislature;
using LegTracker.Server.Api;

namespace LegTracker.Server.Tests.Api;

/// <summary>Which bills can be put on the list: asked of the catalog before the sources are.</summary>
public sealed class NearMeasuresTests
{
    private static readonly BillId[] Known = [Of("AB1"), Of("AB831"), Of("AB1394"), Of("SB22")];

    [Theory]
    [InlineData("AB831")]
    [InlineData("AB1395")]
    [InlineData("AB1900")]
    [InlineData("SCA3")]
    public void A_known_measure_passes_and_so_does_one_that_may_have_come_today(string bill) => BillNames.RequireReadable(Of(bill), Known);

    [Fact]
    public void Without_a_catalog_every_number_passes() => BillNames.RequireReadable(Of("AB9999"), []);

    [Theory]
    [InlineData("AB138", "AB 831 (2025-26), AB 1 (2025-26)")]
    [InlineData("AB13940", "AB 1394 (2025-26)")]
    [InlineData("AB777", "")]
    public void A_number_that_was_passed_over_or_is_far_ahead_is_refused_with_the_nearest(string bill, string near)
    {
        var error = Assert.Throws<ApiError>(() => BillNames.RequireReadable(Of(bill), Known));

        Assert.Equal((StatusCode.NotFound, "BILL_NOT_FOUND", near), (error.Code, error.Reason, error.Metadata["near"]));
        Assert.StartsWith($"{Of(bill)} is not among the measures of its session", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bill_from_before_1999_is_refused_in_words()
    {
        var error = Assert.Throws<ApiError>(() => BillNames.RequireReadable(BillId.FromLeginfoId("199719980SB5"), []));

        Assert.Equal("name: 'SB 5 (1997-98)' is older than the Legislature's histories, which begin with the 1999-00 session", error.Message);
        BillNames.RequireReadable(BillId.FromLeginfoId("199920000SB5"), []);
    }

    private static BillId Of(string bill) => BillId.FromLeginfoId("202520260" + bill);
}
