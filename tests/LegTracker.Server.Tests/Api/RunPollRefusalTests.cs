using System.Runtime.CompilerServices;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.Legislature;
using LegTracker.V1;

namespace LegTracker.Server.Tests.Api;

/// <summary>A poll of one source that may not be asked now is refused with the reason; a poll of all sources tells it as the outcome.</summary>
public sealed class RunPollRefusalTests
{
    private readonly CancellationToken patience = new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token;

    [Fact]
    public async Task A_source_whose_host_failed_again_and_again_is_left_alone()
    {
        await using var world = await WorldAsync(new SourceEvent.FetchFailed(null, "TIMEOUT", "no answer", null, null));
        for (var failure = 0; failure < 5; failure++)
        {
            Assert.Equal(PollOutcome.FetchFailed, (await PollAsync(world, "sources/bulk"))[^1].SourceDone.Outcome);
        }

        var named = await RefusedAsync(world);
        var all = await PollAsync(world, "");

        Assert.Equal((RichErrorKind.Refused, "SOURCE_CIRCUIT_OPEN"), (named.Kind, named.Reason));
        Assert.Contains("left alone until", named.Message, StringComparison.Ordinal);
        Assert.Equal((PollOutcome.Skipped, "SOURCE_CIRCUIT_OPEN"), (all[^1].SourceDone.Outcome, all[^1].SourceDone.ErrorReason));
    }

    [Fact]
    public async Task A_source_that_its_site_does_not_permit_is_not_asked()
    {
        await using var world = await WorldAsync(new SourceEvent.NotPermitted("robots.txt forbids it; see Pages:Access"));

        var named = await RefusedAsync(world);
        var all = await PollAsync(world, "");

        Assert.Equal((RichErrorKind.Refused, "SOURCE_NOT_PERMITTED"), (named.Kind, named.Reason));
        Assert.Contains("Pages:Access", named.Message, StringComparison.Ordinal);
        Assert.Equal(PollOutcome.Skipped, all[^1].SourceDone.Outcome);
    }

    private static async Task<ApiWorld> WorldAsync(SourceEvent told)
    {
        var world = await ApiWorld.StartAsync(null, new FixedSource(told));
        await world.TrackAsync(1);
        return world;
    }

    private async Task<List<RunPollResponse>> PollAsync(ApiWorld world, string source)
    {
        using var call = world.Sources.RunPoll(new RunPollRequest { Source = source }, cancellationToken: patience);
        return await call.ResponseStream.ReadAllAsync(patience).ToListAsync(patience);
    }

    private async Task<RichError> RefusedAsync(ApiWorld world) =>
        RichError.From(await Assert.ThrowsAsync<RpcException>(() => PollAsync(world, "sources/bulk")));

    private sealed class FixedSource(SourceEvent told) : IBillSource
    {
        public string Name => "bulk";

        public string Host => "example.org";

        public async IAsyncEnumerable<SourceEvent> ReadAsync(SourceRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            yield return told;
        }
    }
}
