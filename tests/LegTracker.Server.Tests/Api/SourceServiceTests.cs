using System.Runtime.CompilerServices;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.Legislature;
using LegTracker.V1;

namespace LegTracker.Server.Tests.Api;

/// <summary>Sources and polls by hand, with a source that tells what the test gave it.</summary>
public sealed class SourceServiceTests : IAsyncLifetime
{
    private readonly CancellationToken patience = new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;
    private ApiWorld world = null!;

    public async Task InitializeAsync() => world = await ApiWorld.StartAsync(null, new ToldSource("bulk"), new ToldSource("pages"));

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Every_source_is_listed_before_its_first_poll_and_one_turned_off_is_paused()
    {
        var sources = (await world.Sources.ListSourcesAsync(new ListSourcesRequest())).Sources;

        Assert.Equal([("sources/bulk", SourceState.Ok), ("sources/pages", SourceState.Paused)], sources.Select(source => (source.Name, source.State)).ToList());
        Assert.Equal("turned off by a setting", sources[1].StateReason);
    }

    [Fact]
    public async Task A_poll_by_hand_tells_progress_then_bills_then_the_source()
    {
        await world.TrackAsync(1);
        await world.TrackAsync(2);

        var first = await PollAsync(new RunPollRequest { Source = "sources/bulk" });
        var again = await PollAsync(new RunPollRequest());

        Assert.Equal(
            [
                RunPollResponse.EventOneofCase.Progress, RunPollResponse.EventOneofCase.BillDone, RunPollResponse.EventOneofCase.BillDone, RunPollResponse.EventOneofCase.SourceDone,
            ],
            first.Select(told => told.EventCase));
        Assert.Equal("sources/bulk", first[0].Progress.Source);
        Assert.Equal(PollOutcome.Changed, first[^1].SourceDone.Outcome);
        Assert.Equal(0, again[^1].SourceDone.ChangeCount);
        var polls = (await world.Sources.ListPollsAsync(new ListPollsRequest { Source = "sources/bulk", PageSize = 4 }));
        var older = await world.Sources.ListPollsAsync(new ListPollsRequest { Source = "sources/bulk", PageSize = 4, PageToken = polls.NextPageToken });
        Assert.Equal(6, polls.Polls.Concat(older.Polls).Select(poll => (poll.Name, poll.Bill)).Distinct().Count());
    }

    [Fact]
    public async Task A_source_turned_off_an_unknown_source_and_an_untracked_bill_are_refused()
    {
        var off = await RefusedAsync(new RunPollRequest { Source = "sources/pages" });
        var unknown = await RefusedAsync(new RunPollRequest { Source = "sources/none" });
        var untracked = await RefusedAsync(new RunPollRequest { Bill = ApiWorld.Bill(9).ResourceName });
        var garbled = await RefusedAsync(new RunPollRequest { Bill = "AB 9" });

        Assert.Equal((RichErrorKind.Refused, "SOURCE_PAUSED"), (off.Kind, off.Reason));
        Assert.Equal((RichErrorKind.NotFound, "SOURCE_NOT_FOUND"), (unknown.Kind, unknown.Reason));
        Assert.Equal((RichErrorKind.NotFound, "BILL_NOT_FOUND"), (untracked.Kind, untracked.Reason));
        Assert.Equal("bill", garbled.Violations.Single().Field);
    }

    [Fact]
    public async Task A_paused_source_says_so_is_not_polled_and_can_be_resumed()
    {
        await world.TrackAsync(1);

        var paused = (await world.Sources.PauseSourceAsync(new PauseSourceRequest { Name = "sources/bulk", Reason = "the site\u001b[31m asked us to" })).Source;
        var listed = (await world.Sources.ListSourcesAsync(new ListSourcesRequest())).Sources[0];
        var refused = await RefusedAsync(new RunPollRequest { Source = "sources/bulk" });
        var all = await PollAsync(new RunPollRequest());
        var resumed = (await world.Sources.ResumeSourceAsync(new ResumeSourceRequest { Name = "sources/bulk" })).Source;
        var polled = await PollAsync(new RunPollRequest { Source = "sources/bulk" });

        Assert.Equal(paused, listed);
        Assert.Equal(SourceState.Paused, paused.State);
        Assert.StartsWith("paused by hand: the site", paused.StateReason, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', paused.StateReason);
        Assert.Null(paused.NextAttemptTime);
        Assert.Equal((RichErrorKind.Refused, "SOURCE_PAUSED"), (refused.Kind, refused.Reason));
        Assert.Contains(paused.StateReason, refused.Message, StringComparison.Ordinal);
        Assert.Empty(all);
        Assert.Equal((SourceState.Ok, ""), (resumed.State, resumed.StateReason));
        Assert.Equal(PollOutcome.Changed, polled[^1].SourceDone.Outcome);
    }

    [Fact]
    public async Task A_source_turned_off_by_a_setting_stays_off_when_it_is_resumed()
    {
        var resumed = (await world.Sources.ResumeSourceAsync(new ResumeSourceRequest { Name = "sources/pages" })).Source;
        var unnamed = RichError.From(await Assert.ThrowsAsync<RpcException>(async () => await world.Sources.PauseSourceAsync(new PauseSourceRequest())));

        Assert.Equal((SourceState.Paused, "turned off by a setting"), (resumed.State, resumed.StateReason));
        Assert.Equal("name", unnamed.Violations.Single().Field);
    }

    private async Task<List<RunPollResponse>> PollAsync(RunPollRequest request)
    {
        using var call = world.Sources.RunPoll(request, cancellationToken: patience);
        var told = new List<RunPollResponse>();
        await foreach (var one in call.ResponseStream.ReadAllAsync(patience))
        {
            told.Add(one);
        }

        return told;
    }

    private async Task<RichError> RefusedAsync(RunPollRequest request) => RichError.From(await Assert.ThrowsAsync<RpcException>(() => PollAsync(request)));

    private sealed class ToldSource(string name) : IBillSource
    {
        public string Name => name;

        public string Host => "example.org";

        public async IAsyncEnumerable<SourceEvent> ReadAsync(SourceRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            yield return new SourceEvent.Progress("a file", 10, 20, 1);
            foreach (var (bill, hash) in request.Bills)
            {
                var provenance = new Legislature.Provenance(name, "http://example.org/file", default, "hash", request.Poll, "told/1");
                var record = new BillRecord { Id = bill, Topic = "A subject.", History = [new HistoryLine(new DateOnly(2025, 9, 1), "Read first time. To print.")] };
                yield return hash == "hash" ? new SourceEvent.BillUnchanged(bill, false, 200, 10) : new SourceEvent.BillRead(record, provenance, 200, 10);
            }
        }
    }
}
