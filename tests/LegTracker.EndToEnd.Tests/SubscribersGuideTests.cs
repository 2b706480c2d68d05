using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LegTracker.Tests;
using LegTracker.V1;

namespace LegTracker.EndToEnd.Tests;

/// <summary>The examples of docs/subscribing.md, built and started by the guide's own commands against a real server that is killed under them.</summary>
public sealed partial class SubscribersGuideTests
{
    private const string NoPages = "--LegTracker:Sources:Pages:Enabled=false";
    private static readonly string Examples = Path.Combine(SharedData.RepositoryRoot, "docs", "examples");

    [Fact]
    public void The_guide_shows_the_examples_as_they_run()
    {
        var run = Directory.EnumerateFiles(Examples, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(SharedData.RepositoryRoot, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal));

        Assert.Equal(run.Order(), SubscribersGuide.Files.Keys.Order());
        Assert.All(SubscribersGuide.Files, shown => Assert.Equal(File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, shown.Key)), shown.Value));
    }

    [Fact]
    public void The_guide_names_every_reason_that_a_call_can_fail_with()
    {
        var guide = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "docs", "subscribing.md"));
        var reasons = Directory.EnumerateFiles(Path.Combine(SharedData.RepositoryRoot, "src", "LegTracker.Server", "Api"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => ReasonText().Matches(File.ReadAllText(file))).Select(match => match.Groups["reason"].Value).Distinct().ToList();

        Assert.Contains("FIELD_INVALID", reasons);
        Assert.DoesNotContain(reasons, reason => !guide.Contains($"`{reason}`", StringComparison.Ordinal));
    }

    [GuideExampleFact("python:grpc", "protoc", "grpc_python_plugin")]
    public Task The_Python_example_loses_and_repeats_nothing_over_restarts() => FollowsAsync("python");

    [GuideExampleFact("npm", "node", "npx")]
    public Task The_TypeScript_example_loses_and_repeats_nothing_over_restarts() => FollowsAsync("typescript");

    [GuideExampleFact("npm", "node")]
    public Task The_reflection_example_loses_and_repeats_nothing_over_restarts() => FollowsAsync("javascript");

    [Fact]
    public Task The_CSharp_example_loses_and_repeats_nothing_over_restarts() => FollowsAsync("csharp");

    private static async Task FollowsAsync(string example)
    {
        var folder = Directory.CreateTempSubdirectory("legtracker-guide-").FullName;
        Directory.EnumerateFiles(Path.Combine(Examples, example)).ToList().ForEach(file => File.Copy(file, Path.Combine(folder, Path.GetFileName(file))));
        Directory.CreateSymbolicLink(Path.Combine(folder, "node_modules"), Path.Combine(SharedData.RepositoryRoot, "eng", "checks", "node_modules"));
        using (var build = Shell(folder, SubscribersGuide.BuildOf(example)))
        {
            Assert.True(await build.ExitAsync(300) == 0, string.Join('\n', build.Output.Concat(build.Errors)));
        }

        await using var world = await World.StartAsync(new DateOnly(2025, 2, 18), daysASecond: 2, NoPages);
        Assert.Equal(0, (await world.RunAsync("bills", "track", "AB 831", "--session", "2025-26")).ExitCode);
        var start = SubscribersGuide.StartOf(example).TrimEnd().Replace(SubscribersGuide.Address, world.Address.Authority, StringComparison.Ordinal);

        // A first run that stops by itself, then one that goes on from what it kept while the server is killed.
        using var first = Shell(folder, $"exec {start} 3");
        Assert.True(await first.ExitAsync(120) == 0, string.Join('\n', first.Output.Concat(first.Errors)));
        using var second = Shell(folder, $"exec {start}");
        await AtLeastAsync(second, 5);
        await world.Server.KillAsync();
        var before = Names(second).Count;
        await world.RestartServerAsync(NoPages);
        await AtLeastAsync(second, before + 5);
        second.Dispose();

        var told = Names(first).Concat(Names(second)).ToList();
        Assert.Equal(26, first.Output.Count(line => line.StartsWith("bill ", StringComparison.Ordinal)));
        Assert.Contains(first.Output, line => line.StartsWith("bill AB 831 2025-26 ", StringComparison.Ordinal));
        Assert.Equal((await LogAsync(world, After(first))).Take(told.Count), told);
        await ResetIsToldAsync(folder, start);
    }

    // What was kept belongs to another store: the bills as they are come instead.
    private static async Task ResetIsToldAsync(string folder, string start)
    {
        var state = Path.Combine(folder, "state.json");
        var kept = File.ReadAllText(state);
        using var parsed = JsonDocument.Parse(kept);
        var epoch = parsed.RootElement.EnumerateObject().Single(field => field.NameEquals("epoch") || field.NameEquals("Epoch")).Value.GetString()!;
        File.WriteAllText(state, kept.Replace(epoch, "another-store", StringComparison.Ordinal));

        using var third = Shell(folder, $"exec {start}");
        await third.LineAsync("now AB 831 2025-26");

        Assert.Contains(third.Errors, line => line.StartsWith("reset: ", StringComparison.Ordinal));
    }

    private static async Task AtLeastAsync(Program client, int changes) => await Eventually.GetAsync(
        () => Names(client).Count >= changes ? "there" : null, 90, () => $"fewer than {changes} changes.\n{string.Join('\n', client.Output.Concat(client.Errors))}");

    private static List<string> Names(Program client) =>
        [.. client.Output.Where(line => line.StartsWith("changes/", StringComparison.Ordinal)).Select(line => line.Split(' ')[0])];

    private static long After(Program client) => long.Parse(
        client.Output.Single(line => line.StartsWith("following after revision ", StringComparison.Ordinal)).Split(' ')[^1], CultureInfo.InvariantCulture);

    private static async Task<List<string>> LogAsync(World world, long after)
    {
        var names = new List<string>();
        var request = new ListChangesRequest { AfterRevision = after };
        do
        {
            var page = await world.Connection.Changes.ListChangesAsync(request);
            names.AddRange(page.Changes.Select(change => change.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return names;
    }

    [GeneratedRegex("""StatusCode\.\w+,\s*"(?<reason>[A-Z_]+)["]""")]
    private static partial Regex ReasonText();

    // As the guide says: in the example's folder, LEGTRACKER the checkout, Debian's Python before others.
    private static Program Shell(string folder, string commands) => Program.Other(
        "sh", "-ec", $"export LEGTRACKER='{SharedData.RepositoryRoot.TrimEnd('/')}' PATH=\"/usr/bin:$PATH\"\ncd '{folder}'\n{commands}");
}
