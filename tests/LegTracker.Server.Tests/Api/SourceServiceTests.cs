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
    public async Task A_body_that_was_not_believed_and_the_evidence_of_a_change_can_be_looked_at()
    {
        var bill = await world.TrackAsync(1);
        await PollAsync(new RunPollRequest { Source = "sources/bulk" });
        var poll = new LegTracker.Server.Recording.PollEntry("polls/9", "bulk", bill, LegTracker.Server.Recording.PollOutcome.Quarantined, world.Clock.Now, world.Clock.Now, 200, 4, 0, "WRONG_BILL", null);
        await world.Store.KeepQuarantinedAsync(bill, "http://example.org/page", "WRONG_BILL", "page"u8.ToArray(), poll, CancellationToken.None);

        var listed = Assert.Single((await world.Sources.ListQuarantinedAsync(new ListQuarantinedRequest { Source = "sources/bulk" })).Bodies);
        var body = (await world.Sources.GetQuarantinedAsync(new GetQuarantinedRequest { Name = listed.Name })).Body;
        var read = (await world.Bills.GetBillAsync(new GetBillRequest { Name = bill.ResourceName })).Bill;
        var evidence = (await world.Sources.GetEvidenceAsync(new GetEvidenceRequest { Sha256 = read.Actions[0].Provenance.ContentSha256 })).Evidence;

        Assert.Equal(("sources/bulk", bill.ResourceName, "WRONG_BILL", 4L, true), (listed.Source, listed.Bill, listed.Reason, listed.BodyBytes, listed.Body.IsEmpty));
        Assert.Equal("page", body.Body.ToStringUtf8());
        Assert.Contains("Read first time. To print.", evidence.Body.ToStringUtf8(), StringComparison.Ordinal);
        Assert.Equal(evidence.Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(evidence.Body.Span)));
        Assert.Equal("QUARANTINED_NOT_FOUND", (await RefusalAsync(world.Sources.GetQuarantinedAsync(new GetQuarantinedRequest { Name = "quarantined/999" }))).Reason);
        Assert.Equal("name", (await RefusalAsync(world.Sources.GetQuarantinedAsync(new GetQuarantinedRequest { Name = "999" }))).Violations.Single().Field);
        Assert.Equal("EVIDENCE_NOT_FOUND", (await RefusalAsync(world.Sources.GetEvidenceAsync(new GetEvidenceRequest { Sha256 = new string('0', 64) }))).Reason);
        Assert.Equal("sha256", (await RefusalAsync(world.Sources.GetEvidenceAsync(new GetEvidenceRequest { Sha256 = "0' OR 1" }))).Violations.Single().Field);
    }

    [Fact]
    public async Task A_drifted_source_raises_an_alarm_until_a_person_resumes_it()
    {
        var bill = await world.TrackAsync(1);
        await PollAsync(new RunPollRequest { Source = "sources/bulk" });
        await world.Store.KeepDoubtAsync("bulk", new LegTracker.Server.Recording.Doubt(bill, LegTracker.Server.Recording.DoubtKind.CanaryMoved, "hash", "a line is gone", world.Clock.Now, Accepted: false), CancellationToken.None);
        var saved = Assert.Single(await world.Store.ListSourcesAsync(CancellationToken.None));
        await world.Store.SaveSourceAsync(saved with { State = LegTracker.Server.Recording.SourceState.Drifted, StateReason = "a line is gone" }, null, CancellationToken.None);

        var drifted = (await world.Sources.ListSourcesAsync(new ListSourcesRequest())).Sources[0];
        var resumed = await world.Sources.ResumeSourceAsync(new ResumeSourceRequest { Source = "sources/bulk" });

        Assert.Equal((SourceState.Drifted, world.Clock.Now), (drifted.State, drifted.Alarm.SinceTime.ToDateTimeOffset()));
        Assert.Equal((SourceState.Degraded, null, 1), (resumed.Source.State, resumed.Source.Alarm, resumed.AcceptedCount));
        Assert.Equal("SOURCE_PAUSED", (await RefusalAsync(world.Sources.ResumeSourceAsync(new ResumeSourceRequest { Source = "sources/pages" }))).Reason);
    }

    [Fact]
    public async Task A_paused_source_says_so_is_not_polled_and_can_be_resumed()
    {
        await world.TrackAsync(1);

        var paused = (await world.Sources.PauseSourceAsync(new PauseSourceRequest { Source = "sources/bulk", Reason = "the site\u001b[31m asked us to" })).Source;
        var listed = (await world.Sources.ListSourcesAsync(new ListSourcesRequest())).Sources[0];
        var refused = await RefusedAsync(new RunPollRequest { Source = "sources/bulk" });
        var all = await PollAsync(new RunPollRequest());
        var resumed = (await world.Sources.ResumeSourceAsync(new ResumeSourceRequest { Source = "sources/bulk" })).Source;
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
        Assert.Equal("source", (await RefusalAsync(world.Sources.PauseSourceAsync(new PauseSourceRequest()))).Violations.Single().Field);
    }

    private static async Task<RichError> RefusalAsync<T>(AsyncUnaryCall<T> call) => RichError.From(await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync));

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

    internal sealed class ToldSource(string name) : IBillSource
    {
        public string Name => name;

        public string Host => "example.org";

        public async IAsyncEnumerable<SourceEvent> ReadAsync(SourceRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            yield return new SourceEvent.Progress("a file", 10, 20, 1);
            foreach (var (bill, hash) in request.Bills)
            {
                var record = new BillRecord { Id = bill, Topic = "A subject.", History = [new HistoryLine(new DateOnly(2025, 9, 1), "Read first time. To print.")] };
                var text = LegTracker.Server.Sources.EvidenceText.Of("told/1", record);
                var provenance = new Legislature.Provenance(name, "http://example.org/file", default, LegTracker.Server.Sources.EvidenceText.Sha256(text), request.Poll, "told/1");
                yield return hash == provenance.ContentSha256
                    ? new SourceEvent.BillUnchanged(bill, false, 200, 10)
                    : new SourceEvent.BillRead(record, provenance, 200, 10) { Evidence = text };
            }
        }
    }
}
