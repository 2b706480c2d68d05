using System.Globalization;

namespace LegTracker.Server.Recording;

/// <summary>Another process works on the same data folder.</summary>
internal sealed class StoreInUseException(string message) : Exception(message);

/// <summary>A file is there that this program must not touch: not a LegTracker store, or one of a newer version.</summary>
internal sealed class StoreRefusedException(string message) : Exception(message);

/// <summary>Holds a data folder for this process alone, until disposed or the process ends, however it ends.</summary>
internal sealed class StoreLock : IDisposable
{
    private readonly FileStream held;

    private StoreLock(FileStream held) => this.held = held;

    /// <exception cref="StoreInUseException">Names the process that holds it.</exception>
    public static StoreLock Take(string folder)
    {
        var file = Path.Combine(folder, "legtracker.lock");
        try
        {
            var held = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

            // Beside the lock, which nobody else can read while it is held.
            File.WriteAllText(HolderFile(folder), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new StoreLock(held);
        }
        catch (IOException)
        {
            throw new StoreInUseException($"The data in {folder} is in use by process {Holder(folder)}: stop that server (legtracker server stop), or choose another LegTracker:DataDirectory.");
        }
    }

    public void Dispose() => held.Dispose();

    private static string HolderFile(string folder) => Path.Combine(folder, "legtracker.pid");

    private static string Holder(string folder)
    {
        try
        {
            return File.ReadAllText(HolderFile(folder)).Trim();
        }
        catch (IOException)
        {
            return "(unknown)";
        }
    }
}
