namespace LegTracker.Benchmarks;

/// <summary>Where the programs that are measured lie: where this configuration's build put them, or in a folder that they were published to.</summary>
internal static class BuiltPrograms
{
    /// <summary>A folder that all programs were published to; null for the build's own.</summary>
    public static string? Published { get; set; }

    /// <summary>This program, to be started anew as a child, also when it was started as <c>dotnet LegTracker.Benchmarks.dll</c>.</summary>
    public static string Own => Path.Combine(AppContext.BaseDirectory, "LegTracker.Benchmarks");

    public static string Server => Folder("LegTracker.Server");

    public static string Replay => Folder("LegTracker.Replay");

    public static string Dashboard => Folder("LegTracker.Dashboard");

    private static string Folder(string project)
    {
        if (Published is not null)
        {
            return Published;
        }

        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
        var root = output.Parent!.Parent!.Parent!.Parent!.Parent!;
        return Path.Combine(root.FullName, "src", project, "bin", output.Parent.Name, output.Name);
    }
}
