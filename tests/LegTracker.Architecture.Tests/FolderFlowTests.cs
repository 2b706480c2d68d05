using System.Text.RegularExpressions;
using LegTracker.Tests;

namespace LegTracker.Architecture.Tests;

/// <summary>The table "who may know whom" of the architecture, read off the source: a forbidden mention fails.</summary>
public sealed class FolderFlowTests
{
    private static readonly string Source = Path.Combine(SharedData.RepositoryRoot, "src");

    /// <summary>Folder → words that must not stand in it.</summary>
    public static TheoryData<string, string> Forbidden()
    {
        var server = new Dictionary<string, string[]>
        {
            ["Sources"] = ["Comparing", "Recording", "Publishing", "Tracking", "Discovery", "Segments", "Api", "Feeds", "Telemetry"],
            ["Comparing"] = ["Sources", "Recording", "Publishing", "Tracking", "Discovery", "Segments", "Api", "Feeds", "Telemetry"],
            ["Recording"] = ["Sources", "Comparing", "Publishing", "Tracking", "Discovery", "Segments", "Api", "Feeds", "Telemetry"],
            ["Publishing"] = ["Sources", "Comparing", "Recording", "Tracking", "Discovery", "Segments", "Api", "Feeds", "Telemetry"],
            ["Segments"] = ["Sources", "Comparing", "Recording", "Publishing", "Tracking", "Discovery", "Api", "Feeds", "Telemetry"],
            ["Discovery"] = ["Sources", "Comparing", "Publishing", "Tracking", "Segments", "Api", "Feeds", "Telemetry"],
            ["Tracking"] = ["Api", "Segments", "Feeds", "Telemetry"],
            ["Api"] = ["Sources", "Comparing", "Feeds", "Telemetry"],
            ["Telemetry"] = ["Sources", "Comparing", "Publishing", "Tracking", "Discovery", "Segments", "Api", "Feeds"],
            ["Feeds"] = ["Sources", "Comparing", "Publishing", "Tracking", "Discovery", "Segments", "Telemetry"],
        };
        var dashboard = new Dictionary<string, string[]>
        {
            ["Model"] = ["Update", "Views", "Terminal", "Live", "Commands", "Writing"],
            ["Update"] = ["Views", "Terminal", "Live", "Commands", "Writing"],
            ["Views"] = ["Terminal", "Live", "Commands", "Writing"],
            ["Writing"] = ["Update", "Views", "Terminal", "Live", "Commands"],
            ["Live"] = ["Views", "Writing", "Commands"],
            ["Terminal"] = ["Live", "Commands", "Writing"],
            ["Commands"] = ["Update", "Views"],
        };
        var data = new TheoryData<string, string>();
        foreach (var (program, folders) in new[] { ("LegTracker.Server", server), ("LegTracker.Dashboard", dashboard) })
        {
            foreach (var (folder, words) in folders)
            {
                foreach (var word in words)
                {
                    data.Add($"{program}/{folder}", $@"\b{Regex.Escape(program)}\.{word}\b");
                }
            }
        }

        return data;
    }

    /// <summary>A library or generated namespace → the only folders that may mention it.</summary>
    public static TheoryData<string, string[]> Confined() => new()
    {
        { @"\bAngleSharp\b", ["LegTracker.Server/Sources/Pages"] },
        { @"\bMicrosoft\.EntityFrameworkCore\b|\bDbContext\b", ["LegTracker.Server/Recording"] },
        { @"\bDocumentFormat\.OpenXml\b", ["LegTracker.Dashboard/Writing"] },
        { @"\bSpectre\.Console\b", ["LegTracker.Dashboard/Terminal"] },
        { @"\bSystem\.ServiceModel\b", ["LegTracker.Server/Feeds"] },
        { @"\bOpenTelemetry\b", ["LegTracker.Server/Telemetry"] },
        { @"\bLegTracker\.V1\b", ["LegTracker.Server/Api", "LegTracker.Client", "LegTracker.Dashboard/Commands", "LegTracker.Dashboard/Live"] },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void A_folder_does_not_mention_what_it_may_not_know(string folder, string forbidden)
    {
        var hits = Mentions(Path.Combine(Source, folder), forbidden);

        Assert.True(hits.Count == 0, $"{folder} mentions {forbidden}:\n{string.Join('\n', hits)}");
    }

    [Theory]
    [MemberData(nameof(Confined))]
    public void A_library_stays_in_its_folder(string library, string[] allowed)
    {
        var hits = Mentions(Source, library).Where(hit => !allowed.Any(folder => hit.StartsWith(folder + "/", StringComparison.Ordinal))).ToList();

        Assert.True(hits.Count == 0, $"{library} is mentioned outside {string.Join(", ", allowed)}:\n{string.Join('\n', hits)}");
    }

    [Fact]
    public void Legislature_knows_nothing_of_the_rest()
    {
        var hits = Mentions(Path.Combine(Source, "LegTracker.Legislature"), @"LegTracker\.(Server|Client|Dashboard|Replay|V1)\b");

        Assert.Empty(hits);
    }

    [Fact]
    public void Pure_folders_of_the_dashboard_know_no_console_and_no_clock()
    {
        var hits = new[] { "Model", "Update", "Views" }
            .SelectMany(folder => Mentions(Path.Combine(Source, "LegTracker.Dashboard", folder), @"\bConsole\.|\bTimeProvider\b|\bGrpc\b|LegTracker\.(Client|Legislature)\b"));

        Assert.Empty(hits);
    }

    [Fact]
    public void The_reader_of_mentions_finds_one_where_it_is()
    {
        var hits = Mentions(Path.Combine(Source, "LegTracker.Server"), @"\bLegTracker\.Server\.Recording\b");

        Assert.Contains(hits, hit => hit.Contains("Tracking/", StringComparison.Ordinal));
    }

    private static List<string> Mentions(string folder, string pattern)
    {
        Assert.True(Directory.Exists(folder), $"{folder} does not exist");
        return [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (line, index))
                .Where(read => Regex.IsMatch(StripComment(read.line), pattern))
                .Select(read => $"{Path.GetRelativePath(Source, file).Replace('\\', '/')}:{read.index + 1}: {read.line.Trim()}"))];
    }

    private static string StripComment(string line) => line.TrimStart().StartsWith("//", StringComparison.Ordinal) ? "" : line;
}
