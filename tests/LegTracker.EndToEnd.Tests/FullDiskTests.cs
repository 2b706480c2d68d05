using System.Diagnostics;

namespace LegTracker.EndToEnd.Tests;

/// <summary>Skips, with the reason printed, where no file system may be mounted; the tests with a limit on files run there too.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MountFactAttribute : FactAttribute
{
    public MountFactAttribute()
    {
        var folder = Directory.CreateTempSubdirectory("legtracker-mount-").FullName;
        if (!SmallDisk.TryMount(folder))
        {
            Skip = "no file system may be mounted here (a container without CAP_SYS_ADMIN): a full disk is tested by a limit on the size of files only";
        }

        SmallDisk.Unmount(folder);
        Directory.Delete(folder);
    }
}

/// <summary>A file system in memory of 64 KB.</summary>
internal static class SmallDisk
{
    public static bool TryMount(string folder) => OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=64k", "legtracker-test", folder);

    public static void Unmount(string folder) => Run("umount", "-l", folder);

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

/// <summary>Files that cannot be written, through the real program: a clear sentence, exit code 1, what was there as it was, and nothing left beside it.</summary>
[Collection(SegmentFilesWorld.Shared)]
public sealed class FullDiskTests(SegmentFilesWorld files)
{
    private static readonly string[] Build = ["segment", "build", "--since", "2024-12-01", "--until", "2025-06-20", "--out"];

    [Theory]
    [InlineData("md")]
    [InlineData("pptx")]
    [InlineData("docx")]
    [InlineData("html")]
    [InlineData("txt")]
    [InlineData("csv")]
    [InlineData("ics")]
    [InlineData("eml")]
    [InlineData("json")]
    public async Task A_disk_that_fills_up_while_a_file_is_written_leaves_what_was_there_and_nothing_else(string extension)
    {
        var folder = Folder($"limit-{extension}");
        var (file, old) = (Path.Combine(folder, $"update.{extension}"), "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
        await File.WriteAllTextAsync(file, old);

        using var limited = Limited([.. Build, file]);

        Assert.Equal(1, await limited.ExitAsync());
        Assert.Contains(limited.Errors, line => line.Contains(" was not written: ", StringComparison.Ordinal) && line.Contains(folder, StringComparison.Ordinal));
        Assert.DoesNotContain(limited.Errors, line => line.StartsWith("   at ", StringComparison.Ordinal) || line.StartsWith("Unhandled", StringComparison.Ordinal));
        Assert.Equal(old, await File.ReadAllTextAsync(file));
        Assert.Equal([file], Directory.GetFileSystemEntries(folder));
    }

    [MountFact]
    public async Task A_full_file_system_is_told_with_what_to_do_and_the_slides_that_were_there_stay_whole()
    {
        var folder = Folder("full");
        Assert.True(SmallDisk.TryMount(folder));
        try
        {
            foreach (var extension in new[] { "docx", "pptx" })
            {
                var (file, old) = (Path.Combine(folder, $"update.{extension}"), Enumerable.Range(0, 30_000).Select(at => (byte)at).ToArray());
                await File.WriteAllBytesAsync(file, old);
                await File.WriteAllBytesAsync(Path.Combine(folder, "filler"), new byte[28_000]);

                var full = await files.World.RunAsync([.. Build, file]);

                Assert.Equal(1, full.ExitCode);
                Assert.Contains(full.Errors, line => line.Contains("No space left on device", StringComparison.Ordinal) && line.EndsWith("Free some space, or give a name on another disk.", StringComparison.Ordinal));
                Assert.Equal(old, await File.ReadAllBytesAsync(file));
                Assert.Equal(["filler", $"update.{extension}"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
                File.Delete(file);
            }
        }
        finally
        {
            SmallDisk.Unmount(folder);
        }
    }

    [Fact]
    public async Task A_read_only_file_is_refused_and_one_that_is_open_elsewhere_is_replaced_whole_and_both_are_told()
    {
        var folder = Folder("open");
        var file = Path.Combine(folder, "update.docx");
        await File.WriteAllTextAsync(file, "old");
        File.SetAttributes(file, FileAttributes.ReadOnly);
        var closed = await files.World.RunAsync([.. Build, file]);
        Assert.Equal((1, "old"), (closed.ExitCode, await File.ReadAllTextAsync(file)));
        Assert.Contains(closed.Errors, line => line.EndsWith("it is read-only. Allow writing, or give another name.", StringComparison.Ordinal));
        Assert.Equal([file], Directory.GetFileSystemEntries(folder));

        File.SetAttributes(file, FileAttributes.Normal);
        await File.WriteAllTextAsync(Path.Combine(folder, ".~lock.update.docx#"), ",ada,host,01.03.2025 09:00,file;");
        using var open = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read));
        var built = await files.World.RunAsync([.. Build, file]);

        Assert.Equal(0, built.ExitCode);
        Assert.Equal("old", await open.ReadToEndAsync());
        Assert.Equal(await File.ReadAllBytesAsync(files["docx"]), await File.ReadAllBytesAsync(file));
        Assert.Contains("update.docx is open in an office program, which still shows what was there: close it there without saving, and open it again.", built.Errors);
    }

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(files.World.Folder, name)).FullName;

    // No file may grow past 1 KB: writing then fails as on a full disk, on every machine. The runtime keeps its own code in a file unless it is told not to.
    private Program Limited(string[] arguments) => Program.Other(
        "bash",
        ["-c", "trap '' XFSZ; ulimit -f 1; export DOTNET_EnableWriteXorExecute=0 LEGTRACKER_SERVER=\"$1\"; shift; exec \"$0\" \"$@\"", Program.Built("LegTracker.Dashboard", "legtracker"), files.World.Address.ToString(), .. arguments]);
}
