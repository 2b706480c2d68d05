using System.Buffers.Binary;
using System.Reflection;
using LegTracker.Server.Recording.Rows;
using LegTracker.Server.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LegTracker.Server.Recording;

/// <summary>The SQLite file: looked at before it is touched, made or brought up to date, and switched to its durable mode.</summary>
internal static class StoreFile
{
    private const string Magic = "SQLite format 3\0";

    /// <summary>Marks a SQLite file as a LegTracker store: "LTra".</summary>
    private const int ApplicationId = 0x4C547261;

    /// <summary>Makes the file usable: a new one is created, an older one brought up to date.</summary>
    /// <returns>The store's epoch and when it was made, both from when the file was.</returns>
    /// <remarks>EF Core is asked only when there is something to migrate: its first use costs more than all else here.</remarks>
    /// <exception cref="StoreRefusedException">It is something else, damaged, or newer than this program.</exception>
    public static async Task<(string Epoch, DateTimeOffset Created)> PrepareAsync(string path, DbContextOptions<RecordContext> options, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var isNew = IsNew(path);
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
            await connection.OpenAsync(cancellationToken);
            if (isNew)
            {
                // The mark is written first and not through the write-ahead log, so that it stands in the file's header whatever happens later.
                await RunAsync(connection, $"PRAGMA application_id={ApplicationId}", cancellationToken);
            }

            var known = KnownMigrations();
            var applied = await AppliedAsync(connection, cancellationToken);
            if (applied.FirstOrDefault(migration => !known.Contains(migration)) is { } unknown)
            {
                throw new StoreRefusedException($"{path} was written by a newer LegTracker (it has {unknown}); use that version or choose another LegTracker:DataDirectory. The file was left as it is");
            }

            await RunAsync(connection, "PRAGMA journal_mode=WAL", cancellationToken);
            if (applied.Count == 0)
            {
                // What all migrations together do to an empty file, in a fraction of the time that the migrator needs.
                await RunAsync(connection, EmbeddedText.Read("new-store.sql"), cancellationToken);
            }
            else if (!known.SetEquals(applied))
            {
                // A process that was killed while it migrated leaves its mark behind, and nobody else can be migrating.
                await RunAsync(connection, "DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);
                await using var db = new RecordContext(options);
                await db.Database.MigrateAsync(cancellationToken);
            }

            return await MadeAsync(connection, now, cancellationToken);
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

    private static HashSet<string> KnownMigrations() =>
    [
        .. typeof(RecordContext).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Migration)))
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()!.Id),
    ];

    private static async Task<IReadOnlyCollection<string>> AppliedAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
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

    private static async Task<(string Epoch, DateTimeOffset Created)> MadeAsync(SqliteConnection connection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT OR IGNORE INTO Store (Id, Epoch, Head, Created) VALUES ($id, $epoch, 0, $created); SELECT Epoch, Created FROM Store WHERE Id = $id";
        command.Parameters.AddWithValue("$id", StoreRow.TheOnly);
        command.Parameters.AddWithValue("$epoch", Guid.NewGuid().ToString("N"));
        command.Parameters.AddWithValue("$created", now.UtcTicks);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetString(0), new DateTimeOffset(reader.GetInt64(1), TimeSpan.Zero));
    }

    private static async Task RunAsync(SqliteConnection connection, string script, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants and the program's own script
        command.CommandText = script;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
