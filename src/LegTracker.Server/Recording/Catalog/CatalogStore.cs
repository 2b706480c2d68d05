using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Legislature;
using Microsoft.Data.Sqlite;

namespace LegTracker.Server.Recording.Catalog;

/// <summary>Every measure of the sitting session, whether tracked or not, in <c>catalog.db</c> beside the store.</summary>
/// <remarks>
/// Safe for use by many threads; readers see the catalog as it was before a load until the load is done. The file may be deleted at any time
/// while the server is stopped: it is made again by the next poll. Nothing here ever enters the change log.
/// </remarks>
internal sealed class CatalogStore : ICatalogIntake, IDisposable
{
    private readonly string connection;
    private readonly LegislativeClock clock;

    private CatalogStore(string connection, LegislativeClock clock)
    {
        this.connection = connection;
        this.clock = clock;
    }

    /// <summary>Takes the texts of new and corrected prints before the file they came with counts as taken in; null while nobody does, and then none is fetched.</summary>
    public Func<CatalogText, CancellationToken, Task>? TextsTo { get; set; }

    /// <summary>Opens the catalog in a folder, making both when they are not there, damaged or of another version.</summary>
    public static CatalogStore Open(string dataDirectory, LegislativeClock clock)
    {
        Directory.CreateDirectory(dataDirectory);
        var path = Path.Combine(dataDirectory, "catalog.db");
        CatalogSchema.Prepare(path);
        return new CatalogStore(new SqliteConnectionStringBuilder { DataSource = path }.ToString(), clock);
    }

    /// <summary>An open connection of its own, to be disposed by the caller.</summary>
    internal SqliteConnection Open()
    {
        var opened = new SqliteConnection(connection);
        opened.Open();
        using var command = opened.CreateCommand();
        command.CommandText = "PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=10000; PRAGMA temp_store=FILE;";
        command.ExecuteNonQuery();
        return opened;
    }

    /// <summary>A measure, or null when the catalog does not hold it.</summary>
    public async Task<CatalogMeasure?> FindAsync(BillId bill, CancellationToken cancellationToken)
    {
        await using var opened = Open();
        return (await CatalogQueries.MeasuresAsync(opened, "m.Id = $key", bill.LeginfoId, cancellationToken)).SingleOrDefault();
    }

    /// <summary>The measures of a session, its extraordinary sessions with it, by type and number.</summary>
    public async Task<ImmutableArray<CatalogMeasure>> ListMeasuresAsync(Session session, CancellationToken cancellationToken)
    {
        await using var opened = Open();
        return [.. (await CatalogQueries.MeasuresAsync(opened, "m.Session = $key", session.StartYear, cancellationToken)).OrderBy(measure => measure.Id)];
    }

    /// <summary>Ids of the measures of a session, its extraordinary sessions with it.</summary>
    public async Task<ImmutableArray<BillId>> ListIdsAsync(Session session, CancellationToken cancellationToken)
    {
        await using var opened = Open();
        return await CatalogQueries.IdsAsync(opened, session.StartYear, cancellationToken);
    }

    /// <summary>A measure's history, oldest first; empty when the catalog does not hold it.</summary>
    public async Task<ImmutableArray<HistoryLine>> HistoryAsync(BillId bill, CancellationToken cancellationToken)
    {
        await using var opened = Open();
        return await CatalogQueries.HistoryAsync(opened, bill, cancellationToken);
    }

    /// <summary>A measure's prints, oldest first.</summary>
    public async Task<ImmutableArray<CatalogPrint>> PrintsAsync(BillId bill, CancellationToken cancellationToken)
    {
        await using var opened = Open();
        return await CatalogQueries.PrintsAsync(opened, "Bill = $key ORDER BY Number DESC, Id", bill.LeginfoId, -1, cancellationToken);
    }

    /// <summary>Prints that came or were corrected after an arrival number, in the order of their arrival.</summary>
    public async Task<ImmutableArray<CatalogPrint>> PrintsAfterAsync(long arrival, int limit, CancellationToken cancellationToken)
    {
        await using var opened = Open();
        return await CatalogQueries.PrintsAsync(opened, "Arrival > $key ORDER BY Arrival", arrival, limit, cancellationToken);
    }

    /// <summary>How much there is.</summary>
    public async Task<CatalogCounts> CountsAsync(CancellationToken cancellationToken)
    {
        await using var opened = Open();
        return await CatalogQueries.CountsAsync(opened, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>The sitting session; for a month after its end also the one before, when it was kept.</remarks>
    public bool Keeps(int startYear)
    {
        var session = new Session(startYear);
        return Session.On(clock.Today) == session
            || (clock.Today > session.LastDay && clock.Today <= session.LastDay.AddMonths(1) && AppliedOf(startYear, CatalogFile.OfSession(startYear)) is not null);
    }

    /// <inheritdoc/>
    public DateTimeOffset? AppliedOf(int startYear, string file)
    {
        using var opened = Open();
        using var command = opened.CreateCommand();
        command.CommandText = "SELECT Built FROM Files WHERE Session = $session AND Name = $name";
        command.Parameters.AddWithValue("$session", startYear);
        command.Parameters.AddWithValue("$name", file);
        return command.ExecuteScalar() is long built ? DateTimeOffset.FromUnixTimeSeconds(built) : null;
    }

    /// <inheritdoc/>
    public ICatalogLoad Begin(CatalogFile file) => new CatalogLoad(Open(), file, TextsTo);

    public void Dispose()
    {
        using var pooled = new SqliteConnection(connection);
        SqliteConnection.ClearPool(pooled);
    }
}
