namespace LegTracker.Dashboard.Commands;

/// <summary>Writes a user's file whole or not at all: beside it first, then renamed over it.</summary>
internal static class FileWriting
{
    /// <summary>Two files that belong together: both are written beside before the first is renamed.</summary>
    /// <exception cref="CommandFault">As <see cref="Replace"/>.</exception>
    public static void ReplaceBoth(string path, byte[] bytes, string second, byte[] secondBytes) =>
        Replace(second, stream =>
        {
            stream.Write(secondBytes);
            stream.Flush();
            Replace(path, file => file.Write(bytes));
        });

    /// <exception cref="CommandFault">The folder is missing, the disk is full or takes no file so large, or it may not be written; an existing file is untouched.</exception>
    public static void Replace(string path, Action<Stream> write)
    {
        var full = Target(path);
        var beside = $"{full}.{Environment.ProcessId}.part";
        try
        {
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, full, overwrite: true);
        }
        catch (ArgumentOutOfRangeException)
        {
            // What .NET makes of EFBIG.
            throw new CommandFault(ExitCode.Failed, $"{full} was not written: it is larger than its disk, or a limit that is set for you, lets a file be. Give a name on another disk.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandFault(ExitCode.Failed, $"{full} was not written: {fault.Message}{(IsFull(fault) ? ". Free some space, or give a name on another disk." : "")}");
        }
        finally
        {
            if (File.Exists(beside))
            {
                File.Delete(beside);
            }
        }
    }

    // The system's own number is the exception's: ENOSPC, EDQUOT of Linux and of macOS; ERROR_DISK_FULL.
    private static bool IsFull(Exception fault) => OperatingSystem.IsWindows() ? fault.HResult == unchecked((int)0x80070070) : fault.HResult is 28 or 122 or 69;

    /// <summary>The file itself where the path is a symbolic link, so that the link stays.</summary>
    private static string Target(string path)
    {
        if (path is "-")
        {
            throw new CommandFault(ExitCode.Usage, "- is no file: name one, or leave it out to have text on stdout.");
        }

        var full = Path.GetFullPath(path);
        try
        {
            var file = new FileInfo(full);
            full = file.LinkTarget is null ? full : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandFault(ExitCode.Failed, $"{full} was not written: {fault.Message}");
        }

        // A rename would put a file in the place of a device, and over one that a person closed to writing.
        return !OperatingSystem.IsWindows() && (full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal)) ? throw new CommandFault(ExitCode.Usage, $"{full} is no file: name one, or leave it out to have text on stdout.")
            : Directory.Exists(full) ? throw new CommandFault(ExitCode.Failed, $"{full} was not written: it is a folder. Name a file in it.")
            : File.Exists(full) && new FileInfo(full).IsReadOnly ? throw new CommandFault(ExitCode.Failed, $"{full} was not written: it is read-only. Allow writing, or give another name.")
            : full;
    }
}
