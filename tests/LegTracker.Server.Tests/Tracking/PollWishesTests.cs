using LegTracker.Legislature;
using LegTracker.Server.Tracking;

namespace LegTracker.Server.Tests.Tracking;

public sealed class PollWishesTests
{
    [Fact]
    public void Each_source_takes_a_wish_once()
    {
        var wishes = new PollWishes();
        var bill = BillId.FromLeginfoId("202520260AB831");

        wishes.Add(bill);
        wishes.Add(bill);

        Assert.Equal(bill, Assert.Single(wishes.Take("bulk")));
        Assert.Equal(bill, Assert.Single(wishes.Take("pages")));
        Assert.Empty(wishes.Take("bulk"));
    }
}
