namespace LegTracker.Tests;

/// <summary>Where the repository and the material beside it (<c>../shared/data</c>) lie, seen from a running test.</summary>
public static class SharedData
{
    /// <summary>The repository's root: the folder that holds LegTracker.sln.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>The shared data folder, whether or not it is there.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared", "data"));

    /// <summary>Path of one shared file, for instance <c>bills/202320240AB1394.json</c>.</summary>
    public static string PathOf(string relative) => Path.Combine(Folder, relative);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LegTracker.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"no LegTracker.sln above {AppContext.BaseDirectory}");
    }
}

/// <summary>A test that reads <c>../shared/data</c>; skipped with the reason printed where that folder is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (!Directory.Exists(SharedData.Folder))
        {
            Skip = $"{SharedData.Folder} is absent: this test reads the shared data in place";
        }
    }
}

/// <summary>As <see cref="SharedDataFactAttribute"/>, with data rows.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute()
    {
        if (!Directory.Exists(SharedData.Folder))
        {
            Skip = $"{SharedData.Folder} is absent: this test reads the shared data in place";
        }
    }
}
