using LegTracker.Dashboard.Live;

namespace LegTracker.Dashboard.Tests.Live;

/// <summary>The user's own state on disk.</summary>
public sealed class StateFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("legtracker-state-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_was_written_is_read_again()
    {
        var file = new StateFile(Path.Combine(folder, "new"), "view.json");

        Assert.Null(file.Read<string[]>(out _));
        file.Write(new[] { "a", "é" });
        file.Write(new[] { "b" });

        Assert.Equal(["b"], file.Read<string[]>(out var kept)!);
        Assert.Null(kept);
        Assert.Equal(["view.json"], Directory.GetFiles(Path.Combine(folder, "new")).Select(Path.GetFileName));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_kept_aside()
    {
        var file = new StateFile(folder, "view.json");
        File.WriteAllText(file.FullPath, "{ half");

        Assert.Null(file.Read<string[]>(out var kept));
        Assert.Equal("{ half", File.ReadAllText(kept!));
        Assert.False(File.Exists(file.FullPath));
    }
}
