using System.Text.RegularExpressions;
using LegTracker.Tests;

namespace LegTracker.EndToEnd.Tests;

/// <summary>docs/subscribing.md as a test reads it: the files that it shows, and the commands that it tells the reader to run.</summary>
/// <remarks>A comment before a code block says what it is: <c>file: docs/examples/…</c>, <c>build: NAME</c> or <c>start: NAME</c>.</remarks>
internal static partial class SubscribersGuide
{
    /// <summary>The address that its commands name.</summary>
    public const string Address = "127.0.0.1:5210";

    private static readonly Lazy<Dictionary<string, string>> Blocks = new(() =>
        MarkedBlock().Matches(File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "docs", "subscribing.md")))
            .ToDictionary(match => match.Groups["mark"].Value, match => match.Groups["text"].Value));

    /// <summary>Each file shown, by its path below the repository, with the text that the guide gives it.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = Blocks.Value
        .Where(block => block.Key.StartsWith("file: ", StringComparison.Ordinal)).ToDictionary(block => block.Key["file: ".Length..], block => block.Value);

    /// <summary>What builds an example in a folder that holds its file; empty when nothing has to be built.</summary>
    public static string BuildOf(string example) => Blocks.Value.GetValueOrDefault($"build: {example}", "");

    /// <summary>What starts an example there.</summary>
    public static string StartOf(string example) => Blocks.Value[$"start: {example}"];

    [GeneratedRegex(@"<!-- (?<mark>(file|build|start): \S+) -->\n+```\w*\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex MarkedBlock();
}
