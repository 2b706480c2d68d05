using System.CommandLine;
using LegTracker.Client;
using LegTracker.Dashboard.Commands;

namespace LegTracker.Dashboard.Tests.Commands;

/// <summary>What holds for every command.</summary>
public sealed class CommandTreeTests
{
    private static readonly RootCommand Root = CommandLine.Root(new NoScreen());

    public static TheoryData<string> Paths() => [.. All(Root, "legtracker").Select(known => known.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void The_help_of_every_command_has_an_example_of_it(string path)
    {
        var description = All(Root, "legtracker").Single(known => known.Path == path).Command.Description ?? "";

        var examples = description.Split("examples:");
        Assert.True(examples.Length == 2, $"{path} --help has no examples");
        Assert.Contains(examples[1].Split('\n'), line => line.TrimStart().StartsWith(path, StringComparison.Ordinal));
    }

    [Fact]
    public void The_manual_page_tells_every_command_and_option()
    {
        var page = ManCommand.Page(Root).Replace(@"\-", "-", StringComparison.Ordinal);

        Assert.All(All(Root, "legtracker").Skip(1), known => Assert.Contains($".SS \"{known.Path}", page, StringComparison.Ordinal));
        Assert.All(All(Root, "legtracker").SelectMany(known => known.Command.Options), option => Assert.Contains($".B {option.Name}", page, StringComparison.Ordinal));
        Assert.All(page.Split('\n').Where(line => line.StartsWith('.')), line => Assert.Matches(@"^\.(TH|SH|SS|TP|PP|B|I|nf|fi)( |\r?$)", line));
    }

    private static IEnumerable<(string Path, Command Command)> All(Command command, string path) =>
        [(path, command), .. command.Subcommands.SelectMany(below => All(below, $"{path} {below.Name}"))];

    private sealed class NoScreen : IDashboardScreen
    {
        public bool HasTerminal => false;

        public (LegTracker.Dashboard.Model.KeyMap Keys, LegTracker.Dashboard.Model.KeyMap Usual, System.Collections.Immutable.ImmutableArray<string> Faults) Keys => (LegTracker.Dashboard.Model.KeyMap.Empty, LegTracker.Dashboard.Model.KeyMap.Empty, []);

        public Task<int> RunAsync(LegTrackerConnection connection, Uri address, DisplayOptions options, CancellationToken cancellationToken) => Task.FromResult(0);

        public Task<int> TalkAsync(LegTrackerConnection connection, Uri address, DisplayOptions options, CancellationToken cancellationToken) => Task.FromResult(0);
    }
}
