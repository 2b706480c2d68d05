using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Live;

/// <summary>Keeps edits that have not been sent, and drafts, in <c>edits.json</c>: those of this server apart from those of others. Each program that runs has a file of its own, and takes over those that none has.</summary>
/// <param name="server">The server's address; edits are for one server alone.</param>
internal sealed class EditStore(string folder, string server) : IDisposable
{
    private const int Files = 9;

    private readonly List<KeptEdits> others = [];
    private (StateFile File, FileStream Lock)? own;

    /// <summary>What earlier runs left for this server. <paramref name="kept"/> names a file that could not be read and was put aside.</summary>
    public Msg.EditsRestored Restore(out string? kept)
    {
        kept = null;
        var mine = new List<KeptEdits>();
        foreach (var name in Names().Where(name => File.Exists(Path.Combine(folder, name))))
        {
            if (Lock(name) is not { } claim)
            {
                continue;
            }

            var file = new StateFile(folder, name);
            var read = (file.Read<List<KeptEdits>>(out var aside) ?? []).Where(one => !one.Queue.IsDefault && !one.Drafts.IsDefault).ToList();
            kept ??= aside;
            mine.AddRange(read.Where(one => one.Server == server));
            others.AddRange(read.Where(one => one.Server != server));
            if (own is null)
            {
                own = (file, claim);
                continue;
            }

            // Taken over: first into our own file, then it goes.
            own.Value.File.Write(All(mine));
            File.Delete(file.FullPath);
            claim.Dispose();
        }

        return new([.. mine.SelectMany(one => one.Queue)], [.. mine.SelectMany(one => one.Drafts)]);
    }

    /// <exception cref="IOException">The file could not be written; what it held is whole.</exception>
    public void Keep(Cmd.KeepEdits edits)
    {
        if (own is null && edits.Queue.IsEmpty && edits.Drafts.IsEmpty)
        {
            return;
        }

        own ??= Names().Select(name => Lock(name) is { } claim ? (new StateFile(folder, name), claim) : ((StateFile, FileStream)?)null).FirstOrDefault(claimed => claimed is not null)
            ?? throw new IOException($"What is edited cannot be kept in {folder}: it cannot be written, or {Files} other dashboards keep theirs there");
        own.Value.File.Write(All([new(server, edits.Queue, edits.Drafts)]));
    }

    public void Dispose() => own?.Lock.Dispose();

    private static IEnumerable<string> Names() => Enumerable.Range(1, Files).Select(number => number == 1 ? "edits.json" : FormattableString.Invariant($"edits-{number}.json"));

    private List<KeptEdits> All(IEnumerable<KeptEdits> mine) => [.. others, .. mine.Where(one => !one.Queue.IsEmpty || !one.Drafts.IsEmpty)];

    // The lock goes with the process, however it ends.
    private FileStream? Lock(string name)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new(Path.Combine(folder, name + ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
