namespace LegTracker.Dashboard.Live;

/// <summary>Sees that another dashboard of this user has written the marks, and takes them up.</summary>
/// <remarks>Where the system cannot tell of files (a home on a network, too many watches), they are taken up with the next mark or minute that this one notes.</remarks>
internal sealed class MarksWatch(ReadMarks marks) : IDisposable
{
    private FileSystemWatcher? watcher;

    /// <summary>From now on; called once.</summary>
    public void Begin()
    {
        try
        {
            Directory.CreateDirectory(marks.Folder);
            watcher = new FileSystemWatcher(marks.Folder, ReadMarks.FileName) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite };
            watcher.Renamed += (_, _) => Merge();
            watcher.Changed += (_, _) => Merge();
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            watcher?.Dispose();
            watcher = null;
        }
    }

    public void Dispose() => watcher?.Dispose();

    private void Merge()
    {
        try
        {
            marks.Merge();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // What cannot be read now is read with the next mark, which says what is wrong.
        }
    }
}
