using System.Text;
using LegTracker.Dashboard.Commands;

namespace LegTracker.Dashboard.Tests.Commands;

/// <summary>A user's file is written whole or stays as it was, and nothing is left beside it.</summary>
public sealed class FileWritingTests : IDisposable
{
    private static readonly byte[] New = Encoding.UTF8.GetBytes("new");

    private readonly string folder = Directory.CreateTempSubdirectory("legtracker-files").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_file_and_its_claims_are_written_over_what_was_there()
    {
        var file = Old("update.md");

        FileWriting.ReplaceBoth(file, New, file + ".claims.json", New);

        Assert.Equal(("new", "new"), (File.ReadAllText(file), File.ReadAllText(file + ".claims.json")));
        Assert.Equal(["update.md", "update.md.claims.json"], Names());
    }

    [Fact]
    public void A_symbolic_link_stays_and_its_file_is_written()
    {
        var file = Old("update.md");
        var link = Path.Combine(folder, "link.md");
        File.CreateSymbolicLink(link, file);

        FileWriting.Replace(link, stream => stream.Write(New));

        Assert.Equal(file, new FileInfo(link).LinkTarget);
        Assert.Equal("new", File.ReadAllText(file));
        Assert.Equal(["link.md", "update.md"], Names());
    }

    [Fact]
    public void A_file_that_is_deleted_while_it_is_made_is_written()
    {
        var file = Old("update.md");

        FileWriting.Replace(file, stream =>
        {
            File.Delete(file);
            stream.Write(New);
        });

        Assert.Equal("new", File.ReadAllText(file));
    }

    [Fact]
    public void A_fault_in_the_middle_of_writing_leaves_the_old_file_and_nothing_beside_it()
    {
        var file = Old("update.md");

        var fault = Assert.Throws<CommandFault>(() => FileWriting.Replace(file, stream =>
        {
            stream.Write(New);
            throw new IOException("No space left on device");
        }));

        Assert.Equal((ExitCode.Failed, $"{file} was not written: No space left on device"), (fault.ExitCode, fault.Message));
        AssertAsItWas();
    }

    [Fact]
    public void A_read_only_file_a_folder_and_claims_that_cannot_be_written_are_refused_and_nothing_changes()
    {
        var file = Old("update.md");
        Directory.CreateDirectory(Path.Combine(folder, "there"));
        Directory.CreateDirectory(file + ".claims.json");
        File.SetAttributes(file, FileAttributes.ReadOnly);

        Assert.Contains("it is read-only. Allow writing, or give another name", Fault(file), StringComparison.Ordinal);
        File.SetAttributes(file, FileAttributes.Normal);
        Assert.Contains("it is a folder. Name a file in it", Fault(Path.Combine(folder, "there")), StringComparison.Ordinal);
        Assert.Contains("it is a folder", Assert.Throws<CommandFault>(() => FileWriting.ReplaceBoth(file, New, file + ".claims.json", New)).Message, StringComparison.Ordinal);
        Assert.Contains("was not written: ", Fault(Path.Combine(folder, "none", "update.md")), StringComparison.Ordinal);
        AssertAsItWas();
    }

    [Theory]
    [InlineData("-")]
    [InlineData("/dev/null")]
    [InlineData("/dev/full")]
    [InlineData("/dev/stdout")]
    public void A_device_is_never_replaced_by_a_file(string device)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Assert.Contains("is no file: name one", Assert.Throws<CommandFault>(() => FileWriting.Replace(device, stream => stream.Write(New))).Message, StringComparison.Ordinal);
    }

    private static string Fault(string path) => Assert.Throws<CommandFault>(() => FileWriting.Replace(path, stream => stream.Write(New))).Message;

    private string Old(string name)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, "old");
        return path;
    }

    private IEnumerable<string> Names() => Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal);

    private void AssertAsItWas()
    {
        Assert.Equal("old", File.ReadAllText(Path.Combine(folder, "update.md")));
        Assert.DoesNotContain(Names(), name => name.EndsWith(".part", StringComparison.Ordinal));
    }
}
