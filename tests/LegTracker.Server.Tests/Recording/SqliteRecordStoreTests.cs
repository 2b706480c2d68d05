using LegTracker.Legislature;
using LegTracker.Server.Recording;
using Microsoft.Data.Sqlite;

namespace LegTracker.Server.Tests.Recording;

/// <summary>The contract on SQLite.</summary>
public sealed class SqliteRecordStoreTests : RecordStoreContract
{
    private readonly string folder = Directory.CreateTempSubdirectory("legtracker-store-").FullName;

    private protected override Task<RecordStore> OpenAsync(LegislativeClock clock) => RecordStore.OpenAsync(folder, clock, CancellationToken.None);

    private protected override Task BreakPollsAsync() =>
        ExecuteAsync("CREATE TRIGGER broken BEFORE INSERT ON Polls BEGIN SELECT RAISE(ABORT, 'disk full'); END");

    private protected override Task MendPollsAsync() => ExecuteAsync("DROP TRIGGER broken");

    private protected override Task CleanUpAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "legtracker.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this class
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
