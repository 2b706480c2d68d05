using System.Threading.Channels;
using LegTracker.Client;
using LegTracker.Dashboard.Live;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Tests.Model;
using LegTracker.Dashboard.Update;

namespace LegTracker.Dashboard.Tests.Update;

/// <summary>Fetching what a bill's detail shows, and what is said when that fails.</summary>
public sealed class DetailFetchTests
{
    private const string Reason = "the server did not answer within 20 seconds";

    private readonly DashboardModel opened = Invented.Keys(InventedDetail.Open(Invented.Model()) with { Detail = null }, "t");

    [Fact]
    public async Task A_server_that_is_not_there_is_told_as_a_failed_fetch_in_plain_words()
    {
        using var connection = new LegTrackerConnection(new Uri("http://127.0.0.1:1"));
        var told = Channel.CreateUnbounded<Msg>();

        await new DetailFetch(connection, told.Writer).RunAsync(new("states/ca/sessions/20232024-0/bills/AB9101", Invented.Now));

        Assert.Equal(new Msg.DetailFailed(new("states/ca/sessions/20232024-0/bills/AB9101", Invented.Now, "the server was not reached")), Assert.IsType<Msg.DetailFailed>(await told.Reader.ReadAsync()));
    }

    [Fact]
    public void A_failed_fetch_says_when_and_why_and_which_key_tries_again_and_that_key_does()
    {
        var failed = Fail(opened);

        Assert.Equal([$"Could not be fetched at 09:30: {Reason}. r tries again; so does the dashboard when it connects anew."], Words(failed));
        var (again, commands) = DashboardUpdate.Apply(failed, new Msg.KeyPressed(KeyStroke.Typed("r")));
        Assert.Equal(new Cmd.FetchDetail(opened.DetailBill, opened.Now), Assert.Single(commands));
        Assert.Equal(["Being fetched …"], Words(again));
    }

    [Fact]
    public void What_was_fetched_before_stays_with_its_age_until_a_later_fetch_brings_more()
    {
        var before = Invented.Play(opened, new Msg.DetailArrived(InventedDetail.Detail(opened.DetailBill, opened.Now) with { Asked = opened.Now.AddMinutes(-18) }));

        var failed = Fail(before);
        var brought = Invented.Play(failed, new Msg.DetailArrived(before.Detail! with { Asked = opened.Now }));

        Assert.Equal($"Could not be fetched at 09:30: {Reason}. What stands here was fetched at 09:12 (18 min ago). r tries again; so does the dashboard when it connects anew.", Words(failed)[0]);
        Assert.Equal(Words(before), Words(failed)[1..]);
        Assert.Equal(Words(before), Words(brought));
        Assert.Equal(Words(before), Words(Invented.Play(brought, new Msg.DetailFailed(new(opened.DetailBill, opened.Now.AddSeconds(-20), Reason)))));
    }

    [Fact]
    public void Without_a_connection_what_is_shown_has_its_age_and_a_new_connection_fetches_by_itself()
    {
        var lost = Invented.Play(Fail(opened), new Msg.ConnectionChanged(new(LinkMark.Offline, opened.Now)));
        var had = Invented.Play(opened, new Msg.DetailArrived(InventedDetail.Detail(opened.DetailBill, opened.Now) with { Asked = opened.Now }), new Msg.ConnectionChanged(new(LinkMark.Offline, opened.Now)));

        var (back, commands) = DashboardUpdate.Apply(lost, new Msg.ConnectionChanged(new(LinkMark.Live, opened.Now)));

        Assert.Equal([$"Could not be fetched at 09:30: {Reason}. It is fetched anew when the connection is back."], Words(lost));
        Assert.Equal("What stands here was fetched at 09:30 (just now). It is fetched anew when the connection is back.", Words(had)[0]);
        Assert.Single(commands.OfType<Cmd.FetchDetail>());
        Assert.Equal(["Being fetched …"], Words(back));
    }

    [Fact]
    public void A_failure_of_another_bill_is_not_told_of_this_one()
    {
        var other = Invented.Play(Fail(opened), new Msg.OpenBill(opened.Bills.Keys.First(bill => bill != opened.DetailBill)));

        Assert.Equal(["Being fetched …"], Words(other));
        Assert.Equal(["Being fetched …"], Words(Invented.Play(other, new Msg.DetailFailed(new(opened.DetailBill, opened.Now, Reason)))));
    }

    private static DashboardModel Fail(DashboardModel model) => Invented.Play(model, new Msg.DetailFailed(new(model.DetailBill, model.Now, Reason)));

    private static string[] Words(DashboardModel model) => [.. DetailContent.Of(model).Select(part => part.Words)];
}
