using System.Buffers.Binary;
using LegTracker.Server.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>The SQLite file: looked at before it is touched, made or brought up to date, and switched to its durable mode.</summary>
internal static class StoreFile
{
    private const string Magic = "SQLite format 3\0";

    /// <summary>Marks a SQLite file as a LegTracker store: "LTra".</summary>
    private const int ApplicationId = 0x4C547261;

    /// <summary>Makes the file usable: a new one is created, an older one brought up to date.</summary>
    /// <exception cref="StoreRefusedException">It is something else, damaged, or newer than this program.</exception>
    public static async Task PrepareAsync(string path, DbContextOptions<RecordContext> options, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = new RecordContext(options);
            var known = db.Database.GetMigrations().ToHashSet();
            var applied = IsNew(path) ? await MarkAsync(path, cancellationToken) : await AppliedAsync(path, cancellationToken);
            if (applied.FirstOrDefault(migration => !known.Contains(migration)) is { } unknown)
            {
                throw new StoreRefusedException($"{path} was written by a newer LegTracker (it has {unknown}); use that version or choose another LegTracker:DataDirectory. The file was left as it is");
            }

            await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode=WAL", cancellationToken);
            if (applied.Count == 0)
            {
                // What all migrations together do to an empty file, in a fraction of the time that the migrator needs.
                await db.Database.ExecuteSqlRawAsync(EmbeddedText.Read("new-store.sql"), cancellationToken);
            }
            else if (!known.SetEquals(applied))
            {
                // A process that was killed while it migrated leaves its mark behind, and nobody else can be migrating.
                await db.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);
                await db.Database.MigrateAsync(cancellationToken);
            }
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT)
        {
            throw new StoreRefusedException($"{path} is damaged: {fault.Message}. Put a copy of it in its place or choose another LegTracker:DataDirectory", fault);
        }
    }

    private static bool IsNew(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length == 0)
        {
            return true;
        }

        var header = new byte[100];
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var read = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (read < header.Length
            || !header.AsSpan(0, Magic.Length).SequenceEqual(System.Text.Encoding.ASCII.GetBytes(Magic))
            || BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(68)) != ApplicationId)
        {
            throw new StoreRefusedException($"{path} is not a LegTracker store; move it away or choose another LegTracker:DataDirectory. The file was left as it is");
        }

        return false;
    }

    // The mark is written first and not through the write-ahead log, so that it stands in the file's header whatever happens later.
    private static async Task<IReadOnlyCollection<string>> MarkAsync(string path, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a constant
        command.CommandText = $"PRAGMA application_id={ApplicationId}";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
        return [];
    }

    private static async Task<IReadOnlyCollection<string>> AppliedAsync(string path, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE name = '__EFMigrationsHistory'";
        if (await command.ExecuteScalarAsync(cancellationToken) is null)
        {
            return [];
        }

        command.CommandText = "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var applied = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add(reader.GetString(0));
        }

        return applied;
    }
}
