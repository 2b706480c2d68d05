using System.Text.Json;

namespace LegTracker.EndToEnd.Tests;

/// <summary>A bill that is amended into another while nobody tracks it, through real processes: the legislature's night, the server's poll, the command line.</summary>
public sealed class GutAndAmendTests
{
    private const string Bill = "states/ca/sessions/20232024-0/bills/AB9401";

    [Fact]
    public async Task An_unrelated_bill_amended_into_a_trafficking_bill_is_a_candidate_the_same_night()
    {
        var before = await CandidateOnAsync(new DateOnly(2024, 8, 19));
        var after = await CandidateOnAsync(new DateOnly(2024, 8, 20));

        Assert.Null(before);
        Assert.NotNull(after);
        Assert.Equal("CANDIDATE_STATE_NEW", after.Value.GetProperty("state").GetString());
        Assert.Equal("20230AB940198AMD", after.Value.GetProperty("matchedVersion").GetString());
        Assert.Contains("human trafficking of a minor that its staff observe", after.Value.GetProperty("matchedSentence").GetString(), StringComparison.Ordinal);
    }

    // At eight in the morning the files of the night before are there, and the print came out the evening before.
    private static async Task<JsonElement?> CandidateOnAsync(DateOnly morning)
    {
        await using var world = await World.StartAsync(morning, daysASecond: 0, "--LegTracker:Sources:Pages:Enabled=false");
        Assert.Equal(0, (await world.RunAsync("poll", "--source", "bulk", "--wait")).ExitCode);

        var listed = await world.RunAsync("candidates", "--json");

        Assert.Equal(0, listed.ExitCode);
        return listed.Output.Select(line => (JsonElement?)JsonDocument.Parse(line).RootElement).FirstOrDefault(candidate => candidate!.Value.GetProperty("bill").GetString() == Bill);
    }
}
