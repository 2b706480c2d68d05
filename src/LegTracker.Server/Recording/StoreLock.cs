using System.Globalization;

namespace LegTracker.Server.Recording;

/// <summary>The one process's hold on a data folder: a file locked by the system, which a killed process lets go of, and its process id beside it.</summary>
internal sealed class StoreLock : IDisposable
{
    private readonly FileStream held;
    private readonly string owner;

    private StoreLock(FileStream held, string owner)
    {
        this.held = held;
        this.owner = owner;
    }

    /// <summary>Takes the hold.</summary>
    /// <exception cref="StoreInUseException">Another process, or another store of this one, has it.</exception>
    public static StoreLock Take(string dataDirectory)
    {
        var owner = Path.Combine(dataDirectory, "legtracker.pid");
        FileStream held;
        try
        {
            held = new FileStream(Path.Combine(dataDirectory, "legtracker.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken) when (taken is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw new StoreInUseException($"{dataDirectory} is in use by {OwnerIn(owner)}; stop it or choose another LegTracker:DataDirectory", taken);
        }

        File.WriteAllText(owner, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId} legtracker-server\n"));
        return new StoreLock(held, owner);
    }

    public void Dispose()
    {
        File.Delete(owner);
        held.Dispose();
    }

    private static string OwnerIn(string file)
    {
        try
        {
            return File.ReadAllText(file).Split(' ', 2) is [var id, var program] && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var process)
                ? string.Create(CultureInfo.InvariantCulture, $"process {process} ({program.Trim()})")
                : "another process";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }
}
