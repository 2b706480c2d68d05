namespace LegTracker.EndToEnd.Tests;

/// <summary>What a real server sends to a receiver of OTLP, and that it sends and loads nothing unasked.</summary>
public sealed class TelemetryTests
{
    [Theory]
    [InlineData("HttpProtobuf")]
    [InlineData("Grpc")]
    public async Task Our_figures_and_those_of_the_libraries_arrive(string protocol)
    {
        await using var receiver = await OtlpReceiver.StartAsync(protocol == "HttpProtobuf");
        await using var world = await World.StartAsync(
            new DateOnly(2025, 3, 3), 0, "--LegTracker:Sources:Pages:Enabled=false",
            $"--LegTracker:Telemetry:Otlp={receiver.Address}", $"--LegTracker:Telemetry:Protocol={protocol}", "--LegTracker:Telemetry:Interval=00:00:01");
        using var follow = world.Begin("changes", "--follow", "--json");
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);

        string[] expected =
        [
            "LegTracker/legtracker.polls", "LegTracker/legtracker.poll.duration", "LegTracker/legtracker.changes", "LegTracker/legtracker.source.success.age",
            "LegTracker/legtracker.watch.streams", "LegTracker/legtracker.watch.lag",
            "Microsoft.AspNetCore.Hosting/http.server.request.duration", "Microsoft.AspNetCore.Server.Kestrel/kestrel.active_connections",
            "System.Net.Http/http.client.request.duration", "System.Runtime/dotnet.gc.collections", "LegTracker/poll bulk",
        ];
        string[] spans = ["Microsoft.AspNetCore/", "System.Net.Http/GET"];
        await Eventually.GetAsync(() => expected.All(receiver.Names.Contains) && spans.All(span => receiver.Names.Any(name => name.StartsWith(span, StringComparison.Ordinal))) ? receiver : null, 180, () =>
            $"missing {string.Join(", ", expected.Except(receiver.Names))}; came: {string.Join(", ", receiver.Names)}\n{string.Join('\n', world.Server.Output)}");
        foreach (var said in new[] { "legtracker-server", "legtracker.outcome", "CHANGED", "bulk", protocol == "Grpc" ? "MetricsService/Export" : "POST /v1/metrics" })
        {
            Assert.Contains(said, receiver.Received, StringComparison.Ordinal);
        }

        // The sending itself is not measured as a request to a source.
        Assert.DoesNotContain("System.Net.Http/POST", receiver.Names);
    }

    [Fact]
    public async Task Without_the_setting_nothing_is_sent_and_nothing_of_it_is_loaded()
    {
        await using var world = await World.StartAsync(new DateOnly(2025, 3, 3), 0, "--LegTracker:Sources:Pages:Enabled=false");
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);

        var loaded = File.ReadAllText($"/proc/{world.Server.Id}/maps");

        Assert.Contains("legtracker-server.dll", loaded, StringComparison.Ordinal);
        Assert.DoesNotContain("OpenTelemetry", loaded, StringComparison.Ordinal);
    }
}
