using System.Collections.Immutable;
using System.Threading.Channels;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.Dashboard.Model;
using LegTracker.V1;

namespace LegTracker.Dashboard.Live;

/// <summary>Turns what a server tells into messages for the dashboard, for as long as it runs; a lost connection is a message too.</summary>
internal sealed class LiveFeed(LegTrackerConnection connection, Uri address, ChannelWriter<Msg> messages, ReadMarks marks, TimeProvider clock)
{
    // So often a visit is noted, so that its end is known however it comes.
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(1);

    private readonly List<BillItem> snapshot = [];
    private readonly ToldChanges known = new(marks);
    private readonly ListFeed lists = new(connection, messages, clock);
    private string version = "";
    private long revision;
    private long head;
    private DateTimeOffset noted;

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
                known.Forget();
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
                Tell(changed.Changes, isFresh: true);
                Keep(() => known.Add(changed.Changes.Select(change => change.Name), revision));
                foreach (var bill in changed.Changes.Select(change => change.Bill).Distinct())
                {
                    await TryAsync(stop => RefreshAsync(bill, stop), cancellationToken);
                }

                Link(LinkMark.Live);
                await TryAsync(lists.FetchNowAndThenAsync, cancellationToken);
                break;
            case WatchEvent.CaughtUp caught:
                await TryAsync(SourcesAsync, cancellationToken);
                await TryAsync(lists.FetchNowAndThenAsync, cancellationToken);
                Stay(caught.At);
                break;
            case WatchEvent.Heartbeat beat:
                await TryAsync(SourcesAsync, cancellationToken);
                await TryAsync(lists.FetchAsync, cancellationToken);
                Stay(beat.At);
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
        Keep(() => marks.Open(info.StoreEpoch, info.HeadRevision, clock.GetUtcNow()));
        messages.TryWrite(new Msg.Greeted(info.StoreEpoch, marks.Visit));
        var ledger = marks.Ledger;
        var (earlier, after) = await EarlierChanges.FetchAsync(connection.Changes, ledger, info.HeadRevision, cancellationToken);
        Tell(earlier, isFresh: false);
        Keep(() => known.Begin(earlier.Select(change => change.Name), after, info.HeadRevision));
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

    // In one step with the marks, so that what another dashboard marks meanwhile is told after it.
    private void Tell(IEnumerable<Change> changes, bool isFresh) => marks.Use(ledger =>
        messages.TryWrite(new Msg.ChangesArrived([.. changes.Select(change => FeedMapping.From(change, ledger.IsUnread(change.Name)))]) { Fresh = isFresh }));

    private void Stay(WatchPosition at)
    {
        if (clock.GetUtcNow() is var now && now - noted > Noted)
        {
            noted = now;
            Keep(() => marks.Stay(now, at.Revision));
        }
    }

    // A disk that is full or may not be written does not end the news.
    private void Keep(System.Action write)
    {
        try
        {
            write();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            messages.TryWrite(new Msg.Said($"What is read and unread is not kept: {fault.Message}", IsProblem: true));
        }

        if (marks.TakeKept() is { } kept)
        {
            messages.TryWrite(new Msg.Said($"The marks of what was read could not be understood; they lie in {kept}", IsProblem: true));
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
