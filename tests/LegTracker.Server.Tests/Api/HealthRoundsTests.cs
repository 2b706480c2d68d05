using Grpc.Core;
using Grpc.Health.V1;
using LegTracker.Legislature;
using LegTracker.Server.Api.Health;
using LegTracker.Server.Recording;
using LegTracker.Server.Tests.Recording;
using LegTracker.Tests;
using Microsoft.Data.Sqlite;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace LegTracker.Server.Tests.Api;

/// <summary>What health says of the store and of the sources, watched over a real socket while the test does things to them.</summary>
public sealed class HealthRoundsTests : IAsyncLifetime
{
    private const string Changes = "legtracker.v1.ChangeService";
    private const string Bulk = "legtracker.source/bulk";

    private readonly CancellationToken patience = new CancellationTokenSource(TimeSpan.FromMinutes(3)).Token;
    private readonly ManualTimeProvider time = new(Entries.Morning);
    private ApiWorld world = null!;

    public async Task InitializeAsync() => world = await ApiWorld.StartAsync(time, new SourceServiceTests.ToldSource("bulk"), new SourceServiceTests.ToldSource("pages"));

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_source_serves_once_it_succeeded_and_no_more_when_it_is_drifted_forbidden_cut_off_or_paused()
    {
        using var watch = await WatchAsync(Bulk, ServingStatus.NotServing);

        await NextAsync(watch, Save(SourceState.Ok), ServingStatus.Serving);
        foreach (var state in new[] { SourceState.Drifted, SourceState.NotPermitted, SourceState.CircuitOpen })
        {
            await NextAsync(watch, Save(state), ServingStatus.NotServing);
            await NextAsync(watch, Save(SourceState.Degraded), ServingStatus.Serving);
        }

        await NextAsync(watch, world.Sources.PauseSourceAsync(new V1.PauseSourceRequest { Source = "sources/bulk" }).ResponseAsync, ServingStatus.NotServing);
        await NextAsync(watch, world.Sources.ResumeSourceAsync(new V1.ResumeSourceRequest { Source = "sources/bulk" }).ResponseAsync, ServingStatus.Serving);
    }

    [Fact]
    public async Task A_source_without_a_success_for_36_hours_in_session_does_not_serve()
    {
        using var watch = await WatchAsync(Bulk, ServingStatus.NotServing);
        await NextAsync(watch, Save(SourceState.Ok), ServingStatus.Serving);

        // September 20, 2025: the Governor has until October 13, so that every day still counts.
        await NextAsync(watch, Save(SourceState.Ok, world.Clock.Now - TimeSpan.FromHours(37)), ServingStatus.NotServing);
        await NextAsync(watch, Save(SourceState.Ok, world.Clock.Now - TimeSpan.FromHours(35)), ServingStatus.Serving);
    }

    [Fact]
    public async Task A_source_that_is_turned_off_does_not_serve_and_a_source_there_is_not_is_unknown()
    {
        await Save(SourceState.Ok, source: "pages");
        using var watch = await WatchAsync("legtracker.source/pages", ServingStatus.NotServing);
        using var nobody = world.Health.Watch(new HealthCheckRequest { Service = "legtracker.source/nobody" }, cancellationToken: patience);

        Assert.True(await nobody.ResponseStream.MoveNext(patience));
        Assert.Equal(ServingStatus.ServiceUnknown, nobody.ResponseStream.Current.Status);
    }

    [Fact]
    public async Task Nothing_of_the_record_serves_while_the_store_cannot_be_read()
    {
        world.ExpectsErrors = true;
        await Save(SourceState.Ok);
        using var whole = await WatchAsync("", ServingStatus.Serving);
        using var changes = await WatchAsync(Changes, ServingStatus.Serving);
        using var bulk = await WatchAsync(Bulk, ServingStatus.Serving);

        await Execute("ALTER TABLE Sources RENAME TO Elsewhere");
        await NextAsync(whole, Task.CompletedTask, ServingStatus.NotServing);
        await NextAsync(changes, Task.CompletedTask, ServingStatus.NotServing);
        await NextAsync(bulk, Task.CompletedTask, ServingStatus.NotServing);
        Assert.Equal(ServingStatus.Serving, (await world.Health.CheckAsync(new HealthCheckRequest { Service = "grpc.health.v1.Health" })).Status);

        await Execute("ALTER TABLE Elsewhere RENAME TO Sources");
        await NextAsync(whole, Task.CompletedTask, ServingStatus.Serving);
        await NextAsync(changes, Task.CompletedTask, ServingStatus.Serving);
        await NextAsync(bulk, Task.CompletedTask, ServingStatus.Serving);
    }

    private Task Save(SourceState state, DateTimeOffset? success = null, string source = "bulk") => world.Store.SaveSourceAsync(
        SourceHealth.New(source, "localhost") with { State = state, LastSuccess = success ?? world.Clock.Now, LastAttempt = world.Clock.Now }, null, CancellationToken.None);

    private async Task Execute(string statement)
    {
        await using var connection = new SqliteConnection($"Data Source={world.Folder}/legtracker.db;Pooling=False");
        await connection.OpenAsync(patience);
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(patience);
    }

    private async Task<AsyncServerStreamingCall<HealthCheckResponse>> WatchAsync(string service, ServingStatus expected)
    {
        var watch = world.Health.Watch(new HealthCheckRequest { Service = service }, cancellationToken: patience);
        ServingStatus status;
        do
        {
            // Until the first look a source is not known yet.
            status = await StatusAsync(watch);
        }
        while (status != expected);
        return watch;
    }

    private async Task NextAsync(AsyncServerStreamingCall<HealthCheckResponse> watch, Task done, ServingStatus expected)
    {
        await done;
        Assert.Equal(expected, await StatusAsync(watch));
    }

    private async Task<ServingStatus> StatusAsync(AsyncServerStreamingCall<HealthCheckResponse> watch)
    {
        var next = watch.ResponseStream.MoveNext(patience);
        while (!next.IsCompleted)
        {
            time.Advance(HealthRounds.Period);
            await Task.WhenAny(next, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System));
        }

        Assert.True(await next);
        return watch.ResponseStream.Current.Status;
    }
}
