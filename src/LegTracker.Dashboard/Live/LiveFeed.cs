using System.Threading.Channels;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.Dashboard.Model;
using LegTracker.V1;

namespace LegTracker.Dashboard.Live;

/// <summary>Turns what a server tells into messages for the dashboard, for as long as it runs; a lost connection is a message too.</summary>
internal sealed class LiveFeed(LegTrackerConnection connection, Uri address, ChannelWriter<Msg> messages, TimeProvider clock)
{
    // Changes shown from before this dashboard was opened.
    private const int Earlier = 200;

    private readonly List<BillItem> snapshot = [];
    private readonly ListFeed lists = new(connection, messages, clock);
    private string version = "";
    private long revision;
    private long head;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            Link(LinkMark.Connecting);
            await foreach (var told in new ChangeWatcher(connection).WatchAsync(WatchStart.Snapshot([]), clock, cancellationToken))
            {
                await TakeAsync(told, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The dashboard was left.
        }
        catch (RpcException fault)
        {
            // The server refuses what no retry mends.
            messages.TryWrite(new Msg.ConnectionChanged(State(LinkMark.Offline) with { Reason = RichError.From(fault).Message }));
        }
    }

    private async Task TakeAsync(WatchEvent told, CancellationToken cancellationToken)
    {
        switch (told)
        {
            case WatchEvent.Connected:
                await TryAsync(GreetAsync, cancellationToken);
                await TryAsync(lists.FetchAsync, cancellationToken);
                break;
            case WatchEvent.Disconnected lost:
                messages.TryWrite(new Msg.ConnectionChanged(State(LinkMark.Offline) with { RetryAt = clock.GetUtcNow() + lost.RetryIn, Reason = lost.Reason }));
                break;
            case WatchEvent.SnapshotPart part:
                if (part.First)
                {
                    snapshot.Clear();
                }

                snapshot.AddRange(part.Bills.Select(BillItemMapping.From));
                if (part.Last)
                {
                    messages.TryWrite(new Msg.SnapshotArrived([.. snapshot]));
                    snapshot.Clear();
                }

                break;
            case WatchEvent.Changed changed:
                (revision, head) = (changed.At.Revision, changed.At.HeadRevision);
                messages.TryWrite(new Msg.ChangesArrived([.. changed.Changes.Select(change => FeedMapping.From(change, unread: true))]));
                foreach (var bill in changed.Changes.Select(change => change.Bill).Distinct())
                {
                    await TryAsync(stop => RefreshAsync(bill, stop), cancellationToken);
                }

                Link(LinkMark.Live);
                await TryAsync(lists.FetchNowAndThenAsync, cancellationToken);
                break;
            case WatchEvent.CaughtUp or WatchEvent.Heartbeat:
                await TryAsync(SourcesAsync, cancellationToken);
                await TryAsync(told is WatchEvent.Heartbeat ? lists.FetchAsync : lists.FetchNowAndThenAsync, cancellationToken);
                break;
            default:
                break;
        }
    }

    private async Task GreetAsync(CancellationToken cancellationToken)
    {
        var info = (await connection.Server.GetServerInfoAsync(new GetServerInfoRequest(), cancellationToken: cancellationToken)).Info;
        (version, head) = (info.ServerVersion, info.HeadRevision);
        messages.TryWrite(new Msg.ClockSet(FeedMapping.From(info.Clock, clock.GetUtcNow())));
        Link(LinkMark.Live);
        var earlier = await connection.Changes.ListChangesAsync(
            new ListChangesRequest { AfterRevision = Math.Max(0, info.HeadRevision - Earlier), PageSize = 5 * Earlier }, cancellationToken: cancellationToken);
        messages.TryWrite(new Msg.ChangesArrived([.. earlier.Changes.Select(change => FeedMapping.From(change, unread: false))]));
        await SourcesAsync(cancellationToken);
    }

    private async Task RefreshAsync(string bill, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await connection.Bills.GetBillAsync(new GetBillRequest { Name = bill }, cancellationToken: cancellationToken);
            messages.TryWrite(new Msg.BillChanged(BillItemMapping.From(answer.Bill)));
        }
        catch (RpcException fault) when (fault.StatusCode == StatusCode.NotFound)
        {
            messages.TryWrite(new Msg.BillRemoved(bill));
        }
    }

    private async Task SourcesAsync(CancellationToken cancellationToken)
    {
        var answer = await connection.Sources.ListSourcesAsync(new ListSourcesRequest(), cancellationToken: cancellationToken);
        messages.TryWrite(new Msg.SourcesArrived([.. answer.Sources.Select(FeedMapping.From)]));
    }

    // What a call of ours could not fetch is fetched again after the reconnect that the watcher makes by itself.
    private static async Task TryAsync(Func<CancellationToken, Task> call, CancellationToken cancellationToken)
    {
        try
        {
            await call(cancellationToken);
        }
        catch (RpcException fault) when (fault.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Internal)
        {
        }
        catch (RpcException fault) when (fault.StatusCode == StatusCode.Cancelled)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private void Link(LinkMark mark) => messages.TryWrite(new Msg.ConnectionChanged(State(mark)));

    private ConnectionState State(LinkMark mark) => new(mark, clock.GetUtcNow())
    {
        Address = address.Authority,
        ServerVersion = version,
        Revision = revision,
        HeadRevision = head,
    };
}
