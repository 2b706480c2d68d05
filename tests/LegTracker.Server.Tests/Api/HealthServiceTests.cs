using Grpc.Core;
using Grpc.Health.V1;
using LegTracker.Server.Api;
using LegTracker.Server.Api.Health;
using Microsoft.Extensions.DependencyInjection;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace LegTracker.Server.Tests.Api;

public sealed class HealthServiceTests : IAsyncLifetime
{
    private const string Bills = "legtracker.v1.BillService";

    private GrpcHost host = null!;
    private Grpc.Health.V1.Health.HealthClient client = null!;

    private HealthState State => host.Services.GetRequiredService<HealthState>();

    public async Task InitializeAsync()
    {
        host = await GrpcHost.StartAsync(services => services.AddHealthAndReflection([]), routes => routes.MapHealthAndReflection());
        client = new Grpc.Health.V1.Health.HealthClient(host.Channel);
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("grpc.health.v1.Health")]
    [InlineData("grpc.reflection.v1.ServerReflection")]
    public async Task The_server_and_its_services_serve_from_the_start(string service) =>
        Assert.Equal(ServingStatus.Serving, (await client.CheckAsync(new HealthCheckRequest { Service = service })).Status);

    [Fact]
    public async Task A_service_that_stops_serving_says_so()
    {
        State.SetServing(Bills, false);

        Assert.Equal(ServingStatus.NotServing, (await client.CheckAsync(new HealthCheckRequest { Service = Bills })).Status);
        Assert.Equal(ServingStatus.Serving, (await client.CheckAsync(new HealthCheckRequest())).Status);
    }

    [Fact]
    public async Task A_service_never_named_is_not_found()
    {
        var fault = await Assert.ThrowsAsync<RpcException>(
            async () => await client.CheckAsync(new HealthCheckRequest { Service = "nobody" }));

        Assert.Equal(StatusCode.NotFound, fault.StatusCode);
    }

    [Fact]
    public async Task A_list_holds_every_named_service()
    {
        State.SetServing(Bills, false);

        var statuses = (await client.ListAsync(new HealthListRequest())).Statuses;

        Assert.Equal(ServingStatus.NotServing, statuses[Bills].Status);
        Assert.Equal(
            ["", "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection", Bills],
            statuses.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_watch_tells_the_state_at_once_and_each_change_once()
    {
        using var watch = client.Watch(new HealthCheckRequest { Service = Bills });
        Assert.Equal(ServingStatus.ServiceUnknown, await NextAsync(watch));

        State.SetServing(Bills, true);
        Assert.Equal(ServingStatus.Serving, await NextAsync(watch));

        State.SetServing(Bills, true);
        State.SetServing("another", false);
        State.SetServing(Bills, false);
        Assert.Equal(ServingStatus.NotServing, await NextAsync(watch));
    }

    [Fact]
    public async Task A_watcher_that_leaves_is_let_go_without_an_error()
    {
        using var leaving = new CancellationTokenSource();
        using var watch = client.Watch(new HealthCheckRequest(), cancellationToken: leaving.Token);
        Assert.Equal(ServingStatus.Serving, await NextAsync(watch));

        await leaving.CancelAsync();

        var fault = await Assert.ThrowsAsync<RpcException>(() => watch.ResponseStream.MoveNext());
        Assert.Equal(StatusCode.Cancelled, fault.StatusCode);
    }

    [Fact]
    public async Task A_stopping_server_tells_its_watchers_and_ends_their_streams()
    {
        using var watch = client.Watch(new HealthCheckRequest());
        Assert.Equal(ServingStatus.Serving, await NextAsync(watch));

        var stopped = host.StopAsync();

        Assert.Equal(ServingStatus.NotServing, await NextAsync(watch));
        Assert.False(await watch.ResponseStream.MoveNext());
        await stopped;
    }

    [Fact]
    public void Nothing_serves_again_after_the_close()
    {
        var state = new HealthState();
        state.SetServing(Bills, true);

        state.Close();
        state.SetServing(Bills, true);

        Assert.Equal(ServingStatus.NotServing, state.Find(Bills));
    }

    private static async Task<ServingStatus> NextAsync(AsyncServerStreamingCall<HealthCheckResponse> watch)
    {
        Assert.True(await watch.ResponseStream.MoveNext());
        return watch.ResponseStream.Current.Status;
    }
}
