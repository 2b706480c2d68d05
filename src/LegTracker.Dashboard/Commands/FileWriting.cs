namespace LegTracker.Dashboard.Commands;

/// <summary>Writes a user's file whole or not at all: beside it first, then renamed over it.</summary>
internal static class FileWriting
{
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
