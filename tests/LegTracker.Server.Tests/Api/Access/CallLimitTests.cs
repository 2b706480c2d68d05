using Grpc.Core;
using LegTracker.Client;
using LegTracker.Server.Api.Access;
using LegTracker.V1;

namespace LegTracker.Server.Tests.Api.Access;

/// <summary>How much one caller may ask for, and that it costs nobody else anything.</summary>
public sealed class CallLimitTests : IAsyncLifetime
{
    private readonly CancellationToken patience = new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;
    private ApiWorld world = null!;
    private (Metadata One, Metadata Two) keys;

    public async Task InitializeAsync()
    {
        world = await ApiWorld.StartAsync(new AccessOptions { Limits = new CallLimitOptions { CallsPerSecond = 5, CallBurst = 3, PollsPerMinute = 2, FailuresPerMinute = 4, Streams = 2 } });
        keys = (Refusals.Bearer((await Refusals.MakeKeyAsync(world, Role.Editor)).Secret), Refusals.Bearer((await Refusals.MakeKeyAsync(world, Role.Reader)).Secret));
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Calls_over_the_limit_are_told_when_to_come_back_and_then_answered()
    {
        var fault = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                await world.Server.GetServerInfoAsync(new GetServerInfoRequest(), keys.One);
            }
        });
        var other = await world.Server.GetServerInfoAsync(new GetServerInfoRequest(), keys.Two);
        var wait = Refusals.RetryOf(fault)!.Value;
        await Task.Delay(wait + TimeSpan.FromMilliseconds(200), TimeProvider.System, patience);
        var later = await world.Server.GetServerInfoAsync(new GetServerInfoRequest(), keys.One);

        Assert.Equal((StatusCode.ResourceExhausted, "RATE_LIMITED"), (fault.StatusCode, RichError.From(fault).Reason));
        Assert.InRange(wait, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(1));
        Assert.Equal(("reader", "editor"), (other.Info.CallerRole, later.Info.CallerRole));
    }

    [Fact]
    public async Task The_client_with_a_token_waits_and_tries_again_by_itself()
    {
        var secret = keys.One.GetValue("authorization")!["Bearer ".Length..];
        using var connection = new LegTrackerConnection(world.Address, secret);

        for (var i = 0; i < 8; i++)
        {
            Assert.Equal("editor", (await connection.Server.GetServerInfoAsync(new GetServerInfoRequest(), cancellationToken: patience)).Info.CallerRole);
        }
    }

    [Fact]
    public async Task Streams_over_the_limit_are_refused_until_one_ends()
    {
        using var first = Watch(keys.One);
        using var second = Watch(keys.One);
        using var others = Watch(keys.Two);
        Assert.True(await first.ResponseStream.MoveNext(patience) && await second.ResponseStream.MoveNext(patience) && await others.ResponseStream.MoveNext(patience));

        using var third = Watch(keys.One);
        var fault = await Assert.ThrowsAsync<RpcException>(() => third.ResponseStream.MoveNext(patience));
        first.Dispose();

        Assert.Equal((StatusCode.ResourceExhausted, "TOO_MANY_STREAMS"), (fault.StatusCode, RichError.From(fault).Reason));
        Assert.NotNull(Refusals.RetryOf(fault));
        while (true)
        {
            using var again = Watch(keys.One);
            try
            {
                Assert.True(await again.ResponseStream.MoveNext(patience));
                break;
            }
            catch (RpcException full) when (full.StatusCode == StatusCode.ResourceExhausted)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience);
            }
        }
    }

    [Fact]
    public async Task Polls_by_hand_have_a_limit_of_their_own()
    {
        await PollAsync(keys.One);
        await PollAsync(keys.One);

        var fault = await Assert.ThrowsAsync<RpcException>(() => PollAsync(keys.One));
        for (var i = 0; i < 5; i++)
        {
            await PollAsync([]);
        }

        Assert.Equal("RATE_LIMITED", RichError.From(fault).Reason);
        Assert.InRange(Refusals.RetryOf(fault)!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Wrong_credentials_are_counted_by_address_and_a_right_one_is_still_let_in()
    {
        var reasons = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            reasons.Add((await Refusals.OfAsync(world.Server.GetServerInfoAsync(new GetServerInfoRequest(), Refusals.Bearer("lt_wrong")))).Reason);
        }

        var right = await world.Server.GetServerInfoAsync(new GetServerInfoRequest(), keys.One);
        var elsewhere = await Refusals.OfAsync(world.Server.GetServerInfoAsync(
            new GetServerInfoRequest(), new Metadata { { "authorization", "Bearer lt_wrong" }, { ApiWorld.ElsewhereHeader, "192.0.2.1" } }));

        Assert.Equal([.. Enumerable.Repeat("CREDENTIAL_INVALID", 4), "RATE_LIMITED", "RATE_LIMITED"], reasons);
        Assert.Equal("editor", right.Info.CallerRole);
        Assert.Equal("CREDENTIAL_INVALID", elsewhere.Reason);
    }

    [Fact]
    public async Task Callers_on_this_machine_are_not_counted_and_callers_behind_a_proxy_are_counted_together()
    {
        for (var i = 0; i < 50; i++)
        {
            await world.Server.GetServerInfoAsync(new GetServerInfoRequest());
        }

        var fault = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                await world.Server.GetServerInfoAsync(new GetServerInfoRequest(), new Metadata { { "x-forwarded-for", $"192.0.2.{i}" } });
            }
        });

        Assert.Equal("RATE_LIMITED", RichError.From(fault).Reason);
    }

    private AsyncServerStreamingCall<WatchChangesResponse> Watch(Metadata key) => world.Changes.WatchChanges(new WatchChangesRequest { FromNow = true }, key, cancellationToken: patience);

    private async Task PollAsync(Metadata key)
    {
        using var poll = world.Sources.RunPoll(new RunPollRequest(), key, cancellationToken: patience);
        while (await poll.ResponseStream.MoveNext(patience))
        {
            // No source, no news.
        }
    }
}
