using LegTracker.Tests;

namespace LegTracker.Replay.Tests;

public sealed class CommandTests
{
    [Theory]
    [InlineData("--listen", "ftp://x")]
    [InlineData("--listen", "nonsense")]
    [InlineData("--start", "August")]
    [InlineData("--start", "2024-08-01", "--speed", "-1")]
    [InlineData("--start", "2024-08-01", "--anchor", "yesterday")]
    [InlineData("--speed", "60")]
    [InlineData("--copies", "91")]
    [InlineData("--season", "0")]
    [InlineData("--season", "1999")]
    [InlineData("--season", "10", "--copies", "2")]
    [InlineData("--fault-rate", "1.5")]
    [InlineData("--frobnicate")]
    [InlineData("stray")]
    public async Task Wrong_usage_says_what_is_wrong_and_exits_with_two(params string[] args)
    {
        var (code, output, errors) = await Run(args);

        Assert.Equal(2, code);
        Assert.StartsWith("legtracker-replay: ", errors, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    [Fact]
    public async Task Help_shows_examples()
    {
        var (code, output, _) = await Run("--help");

        Assert.Equal(0, code);
        Assert.Contains("legtracker-replay --listen http://127.0.0.1:8080 --start 2024-08-01 --speed 86400", output, StringComparison.Ordinal);
        Assert.Contains("legtracker-replay --season 1000 --seed 7 --start 2025-01-06 --speed 86400", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_where_it_listens_and_stops_when_told()
    {
        using var stop = new CancellationTokenSource();
        var output = new StopAfterOneLine(stop);

        var code = await ReplayCommand.RunAsync(["--start", "2024-08-01"], new ManualTimeProvider(DateTimeOffset.UnixEpoch), output, TextWriter.Null, stop.Token);

        Assert.Equal(0, code);
        Assert.Matches(@"^listening on http://127\.0\.0\.1:\d+$", Assert.Single(output.Lines));
    }

    private static async Task<(int Code, string Output, string Errors)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await ReplayCommand.RunAsync(args, TimeProvider.System, output, errors, CancellationToken.None);
        return (code, output.ToString(), errors.ToString());
    }

    private sealed class StopAfterOneLine(CancellationTokenSource stop) : StringWriter
    {
        public List<string> Lines { get; } = [];

        public override Task WriteLineAsync(string? value)
        {
            Lines.Add(value ?? "");
            return stop.CancelAsync();
        }
    }
}
