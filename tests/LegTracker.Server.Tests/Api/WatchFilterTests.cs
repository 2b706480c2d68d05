using Grpc.Core;
using LegTracker.Client;
using LegTracker.V1;

namespace LegTracker.Server.Tests.Api;

/// <summary>One filter a stream: words of the dashboard's own grammar in place of names.</summary>
public sealed class WatchFilterTests : IAsyncLifetime
{
    private readonly CancellationToken patience = new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token;
    private ApiWorld world = null!;

    public async Task InitializeAsync() => world = await ApiWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Only_bills_that_fit_are_told_of_and_one_that_leaves_the_list_is_said_good_bye_to()
    {
        var (housing, other) = (ApiWorld.Bill(1), await world.TrackAsync(2));
        await world.Bills.TrackBillAsync(new TrackBillRequest { Name = housing.ResourceName, Labels = { "housing" } });
        await world.RecordAsync(housing, 2);
        await world.RecordAsync(other, 2);
        await world.Bills.UntrackBillAsync(new UntrackBillRequest { Name = other.ResourceName });
        var last = await world.RecordAsync(housing, 1);

        using var call = world.Watch(new WatchChangesRequest { AfterRevision = 0, Filter = "label:housing" }, patience);
        var told = await ToAsync(call, last);

        Assert.All(told, change => Assert.True(change.Bill == housing.ResourceName || change.Kind == ChangeKind.Untracked));
        Assert.Equal(1, told.Count(change => change.Bill == other.ResourceName));
        var listed = (await world.Changes.ListChangesAsync(new ListChangesRequest { Filter = "label:housing" })).Changes;
        Assert.Equal(listed.Select(change => change.Name), told.Where(change => change.Bill == housing.ResourceName).Select(change => change.Name));
        Assert.Empty((await world.Changes.ListChangesAsync(new ListChangesRequest { Filter = "label:none" })).Changes);
    }

    [Fact]
    public async Task A_bill_that_comes_to_fit_is_told_of_from_then_on()
    {
        var bill = await world.TrackAsync(1);
        using var call = world.Watch(new WatchChangesRequest { FromNow = true, Filter = "p:1" }, patience);
        await call.ResponseStream.MoveNext(patience);
        var unseen = await world.RecordAsync(bill, 1);
        Assert.Empty(await ToAsync(call, unseen));

        await world.Bills.UpdateBillAsync(new UpdateBillRequest { Bill = new Bill { Name = bill.ResourceName, Etag = "*", Priority = 1 }, UpdateMask = new() { Paths = { "priority" } } });
        var last = await world.RecordAsync(bill, 1);

        Assert.Equal([ChangeKind.Edited, ChangeKind.ActionAdded], (await ToAsync(call, last)).Select(change => change.Kind));
    }

    [Theory]
    [InlineData("p:7", "FILTER_INVALID")]
    [InlineData("label:housing", "FIELD_INVALID")]
    public async Task Words_that_are_no_filter_and_a_filter_beside_names_are_refused(string filter, string reason)
    {
        string[] bills = reason == "FIELD_INVALID" ? [ApiWorld.Bill(1).ResourceName] : [];

        var watch = await Assert.ThrowsAsync<RpcException>(async () => await world.Watch(new WatchChangesRequest { Filter = filter, Bills = { bills } }, patience).ResponseStream.MoveNext(patience));
        var list = await Assert.ThrowsAsync<RpcException>(async () => await world.Changes.ListChangesAsync(new ListChangesRequest { Filter = filter, Bills = { bills } }));

        Assert.Equal([reason, reason], [RichError.From(watch)!.Reason, RichError.From(list)!.Reason]);
    }

    private async Task<List<Change>> ToAsync(AsyncServerStreamingCall<WatchChangesResponse> call, long revision)
    {
        var told = new List<Change>();
        while (await call.ResponseStream.MoveNext(patience))
        {
            told.AddRange(call.ResponseStream.Current.Changes?.Changes ?? []);
            if (call.ResponseStream.Current.Revision >= revision)
            {
                break;
            }
        }

        return told;
    }
}
