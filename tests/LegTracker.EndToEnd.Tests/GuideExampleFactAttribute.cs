using LegTracker.Tests;

namespace LegTracker.EndToEnd.Tests;

/// <summary>Skips, with the reason printed, where what an example of the guide needs is not installed (.ci/run installs it).</summary>
/// <param name="needs"><c>npm</c> for the packages of eng/checks; a module of Debian's Python as <c>python:grpc</c>; else a program.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GuideExampleFactAttribute : FactAttribute
{
    public GuideExampleFactAttribute(params string[] needs)
    {
        Needs = needs;
        if (needs.Where(need => !IsThere(need)).ToList() is { Count: > 0 } missing)
        {
            Skip = $"not installed: {string.Join(", ", missing)} (.ci/run installs what the examples need)";
        }
    }

    public IReadOnlyList<string> Needs { get; }

    private static bool IsThere(string need) => need switch
    {
        "npm" => Directory.Exists(Path.Combine(SharedData.RepositoryRoot, "eng", "checks", "node_modules", "@grpc")),
        _ when need.StartsWith("python:", StringComparison.Ordinal) => Directory.Exists(Path.Combine("/usr/lib/python3/dist-packages", need["python:".Length..])),
        _ => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, need))),
    };
}
