using LegTracker.Legislature;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace LegTracker.Server.Recording;

/// <summary>How the store is read and written: reads see one state, writes come one after the other and whole or not at all.</summary>
/// <remarks>Quiet outcomes are written with the next write and before the next read that could see them.</remarks>
internal sealed class StoreTransactions(DbContextOptions<RecordContext> options) : IDisposable
{
    private readonly PooledDbContextFactory<RecordContext> contexts = new(options);
    private readonly SemaphoreSlim writer = new(1, 1);
    private readonly QuietOutcomes quiet = new();

    /// <summary>Writes an outcome soon: with the next write, before the next read, or now when many wait.</summary>
    public Task WriteSoonAsync(QuietOutcomes.Outcome outcome, CancellationToken cancellationToken) =>
        quiet.Add(outcome) ? FlushAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Writes the outcomes that wait.</summary>
    public Task FlushAsync(CancellationToken cancellationToken) => quiet.IsEmpty ? Task.CompletedTask : WriteAsync(_ => Task.CompletedTask, cancellationToken);

    /// <summary>Reads of one bill alone, in one snapshot.</summary>
    public async Task<T> ReadAsync<T>(BillId only, Func<RecordContext, Task<T>> read, CancellationToken cancellationToken)
    {
        if (quiet.Holds(only))
        {
            await FlushAsync(cancellationToken);
        }

        return await ReadSnapshotAsync(read, cancellationToken);
    }

    /// <summary>Reads in one snapshot: what is committed meanwhile is not seen.</summary>
    public async Task<T> ReadAsync<T>(Func<RecordContext, Task<T>> read, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        return await ReadSnapshotAsync(read, cancellationToken);
    }

    private async Task<T> ReadSnapshotAsync<T>(Func<RecordContext, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var snapshot = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(snapshot, cancellationToken);
        return await read(db);
    }

    /// <summary>Writes in one transaction; a fault takes back everything.</summary>
    public async Task<T> WriteAsync<T>(Func<RecordContext, Task<T>> write, CancellationToken cancellationToken)
    {
        await writer.WaitAsync(cancellationToken);
        var waiting = quiet.Take();
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await QuietOutcomes.WriteAsync(db, waiting, cancellationToken);
            var result = await write(db);
            await db.SaveChangesAsync(cancellationToken);

            // From here on it is done or not done; giving up half way would leave the caller not knowing which.
            await transaction.CommitAsync(CancellationToken.None);
            waiting = [];
            return result;
        }
        finally
        {
            quiet.PutBack(waiting);
            writer.Release();
        }
    }

    public Task WriteAsync(Func<RecordContext, Task> write, CancellationToken cancellationToken) => WriteAsync(
        async db =>
        {
            await write(db);
            return true;
        },
        cancellationToken);

    public void Dispose() => writer.Dispose();
}
