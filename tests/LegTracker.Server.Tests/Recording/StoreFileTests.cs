using System.IO.Compression;
using LegTracker.Legislature;
using LegTracker.Server.Recording;
using LegTracker.Tests;
using Microsoft.Data.Sqlite;
using static LegTracker.Server.Tests.Recording.Entries;

namespace LegTracker.Server.Tests.Recording;

/// <summary>The store's file and folder: made, held by one process, refused when they are something else.</summary>
public sealed class StoreFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("legtracker-file-").FullName;

    private string DataFolder => Path.Combine(folder, "new", "data");

    private string Database => Path.Combine(DataFolder, "legtracker.db");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_folder_that_is_not_there_is_made_and_each_store_has_its_own_epoch()
    {
        string first;
        await using (var store = await OpenAsync())
        {
            first = store.Epoch;
            Assert.Equal(0, await store.HeadRevisionAsync(CancellationToken.None));
        }

        File.Delete(Database);
        await using var other = await OpenAsync();
        Assert.NotEqual(first, other.Epoch);
    }

    [Fact]
    public async Task A_second_opening_is_refused_with_the_process_that_has_it()
    {
        await using var store = await OpenAsync();

        var refused = await Assert.ThrowsAsync<StoreInUseException>(OpenAsync);

        Assert.Equal($"{DataFolder} is in use by process {Environment.ProcessId} (legtracker-server); stop it or choose another LegTracker:DataDirectory", refused.Message);
        Assert.Equal(1, await store.PutAsync(Ab831));
    }

    [Fact]
    public async Task What_a_killed_process_left_behind_does_not_hold_the_store()
    {
        Directory.CreateDirectory(DataFolder);
        await File.WriteAllTextAsync(Path.Combine(DataFolder, "legtracker.lock"), "");
        await File.WriteAllTextAsync(Path.Combine(DataFolder, "legtracker.pid"), "1 legtracker-server\n");

        await using var store = await OpenAsync();

        Assert.Equal(0, await store.HeadRevisionAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_first_start_that_was_killed_while_it_made_the_tables_is_made_good()
    {
        await using (await OpenAsync())
        {
        }

        await ExecuteAsync("""
            CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL);
            INSERT INTO __EFMigrationsLock VALUES (1, '2025-01-01');
            DELETE FROM __EFMigrationsHistory;
            PRAGMA foreign_keys=OFF;
            """ + string.Concat(Tables.Select(table => $"DROP TABLE {table};")));

        await using var store = await OpenAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(1, await store.PutAsync(Ab831));
    }

    [Theory]
    [InlineData("this is a letter, not a database; it is long enough to hold a header of one hundred bytes and then some more")]
    [InlineData("short")]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone(string text)
    {
        Directory.CreateDirectory(DataFolder);
        await File.WriteAllTextAsync(Database, text);

        var refused = await Assert.ThrowsAsync<StoreRefusedException>(OpenAsync);

        Assert.StartsWith($"{Database} is not a LegTracker store", refused.Message, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(Database));
    }

    [Fact]
    public async Task Another_programs_database_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(DataFolder);
        await ExecuteAsync("CREATE TABLE recipes (name TEXT)");
        var before = await File.ReadAllBytesAsync(Database);

        var refused = await Assert.ThrowsAsync<StoreRefusedException>(OpenAsync);

        Assert.Contains("is not a LegTracker store", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Database));
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused_and_left_alone()
    {
        await using (await OpenAsync())
        {
        }

        await ExecuteAsync("INSERT INTO __EFMigrationsHistory VALUES ('20991231000000_Later', '20.0.0')");
        var before = await File.ReadAllBytesAsync(Database);

        var refused = await Assert.ThrowsAsync<StoreRefusedException>(OpenAsync);

        Assert.Contains("was written by a newer LegTracker (it has 20991231000000_Later)", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Database));
    }

    [Fact]
    public async Task A_damaged_store_is_refused()
    {
        await using (await OpenAsync())
        {
        }

        await using (var file = new FileStream(Database, FileMode.Open))
        {
            file.Position = 100;
            await file.WriteAsync(Enumerable.Repeat((byte)0xEE, 8000).ToArray());
        }

        var refused = await Assert.ThrowsAsync<StoreRefusedException>(OpenAsync);

        Assert.Contains("is damaged", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_folder_is_let_go_of()
    {
        Directory.CreateDirectory(DataFolder);
        await File.WriteAllTextAsync(Database, "short");
        await Assert.ThrowsAsync<StoreRefusedException>(OpenAsync);

        File.Delete(Database);

        await using var store = await OpenAsync();
        Assert.NotEmpty(store.Epoch);
    }

    [Fact]
    public async Task The_file_is_switched_to_a_write_ahead_log()
    {
        await using var store = await OpenAsync();

        Assert.Equal("wal", await ExecuteAsync("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task A_body_in_quarantine_is_kept_compressed_with_where_it_came_from()
    {
        await using var store = await OpenAsync();
        var body = "<html>Access denied</html>"u8.ToArray();

        await store.KeepQuarantinedAsync(Ab831, "https://example.org/page", "BLOCKED", body, Poll(1, Ab831, PollOutcome.Quarantined, "pages"), CancellationToken.None);

        Assert.Equal("pages BLOCKED https://example.org/page polls/00001-202520260AB831 26", await ExecuteAsync("SELECT Source || ' ' || Reason || ' ' || Url || ' ' || Poll || ' ' || BodyBytes FROM Quarantined"));
        using var gzip = new GZipStream(new MemoryStream((byte[])(await ExecuteAsync("SELECT Body FROM Quarantined"))!), CompressionMode.Decompress);
        using var whole = new MemoryStream();
        await gzip.CopyToAsync(whole);
        Assert.Equal(body, whole.ToArray());
    }

    // In an order in which no table is dropped before those that refer to it.
    private static readonly string[] Tables =
        ["Actions", "Changes", "Records", "HumanFields", "ContentHashes", "Dues", "Readings", "Bills", "Polls", "Quarantined", "Sources", "Store", "Validators"];

    private Task<RecordStore> OpenAsync() => RecordStore.OpenAsync(DataFolder, new LegislativeClock(new ManualTimeProvider(Morning)), CancellationToken.None);

    private async Task<object?> ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this class
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
