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

    /// <exception cref="CommandFault">The folder is missing, the disk is full, or it may not be written; an existing file is untouched.</exception>
    public static void Replace(string path, Action<Stream> write)
    {
        var full = Path.GetFullPath(path);
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
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandFault(ExitCode.Failed, $"{full} was not written: {fault.Message}");
        }
        finally
        {
            if (File.Exists(beside))
            {
                File.Delete(beside);
            }
        }
    }
}
