using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>The store's file: found, checked, brought to this program's version.</summary>
internal static class StoreFile
{
    private const string EpochKey = "epoch";

    /// <summary>Opens or makes the store's file and gives its epoch.</summary>
    /// <exception cref="StoreRefusedException">The file is no store of ours, or of a newer version; it is left as it is.</exception>
    public static async Task<string> OpenAsync(string file, RecordContextFactory contexts, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        try
        {
            if (File.Exists(file))
            {
                await CheckAsync(file, context, cancellationToken);
            }

            await context.Database.MigrateAsync(cancellationToken);
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is 26 or 11)
        {
            throw new StoreRefusedException($"{file} is not a LegTracker store or is damaged ({fault.Message}). It was left as it is: move it away, or choose another LegTracker:DataDirectory.");
        }

        var epoch = await context.StoreValues.FindAsync([EpochKey], cancellationToken);
        if (epoch is null)
        {
            epoch = new StoreValueRow { Key = EpochKey, Value = Guid.NewGuid().ToString("N") };
            context.StoreValues.Add(epoch);
            await context.SaveChangesAsync(cancellationToken);
        }

        return epoch.Value;
    }

    private static async Task CheckAsync(string file, RecordContext context, CancellationToken cancellationToken)
    {
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var tables = await context.Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM sqlite_master WHERE type = 'table'").SingleAsync(cancellationToken);
        if (applied.Count == 0 && tables > 0)
        {
            throw new StoreRefusedException($"{file} is a database, but not LegTracker's. It was left as it is: choose another LegTracker:DataDirectory.");
        }

        if (applied.Except(context.Database.GetMigrations()).Any())
        {
            throw new StoreRefusedException($"{file} was written by a newer version of LegTracker. It was left as it is: start that version, or choose another LegTracker:DataDirectory.");
        }
    }
}
