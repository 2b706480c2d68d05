namespace LegTracker.Benchmarks;

/// <summary>Where this configuration's build put the programs that are measured.</summary>
internal static class BuiltPrograms
{
    public static string Server => Folder("LegTracker.Server");

    public static string Dashboard => Folder("LegTracker.Dashboard");

    private static string Folder(string project)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
        var root = output.Parent!.Parent!.Parent!.Parent!.Parent!;
        return Path.Combine(root.FullName, "src", project, "bin", output.Parent.Name, output.Name);
    }
}
