using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Legislature;
using Microsoft.Data.Sqlite;

namespace LegTracker.Server.Recording.Catalog;

/// <summary>One file being taken into the catalog: staged row by row, then laid over it in one transaction.</summary>
/// <remarks>
/// Each kept row knows when the file it came from was built (<c>Built</c>): what a newer file said stays. A bill's history is replaced as one,
/// since the Legislature rewrites all its rows together; a history that does not begin at its first line only replaces what follows.
/// </remarks>
internal sealed class CatalogLoad : ICatalogLoad
{
    // A session file that lost so much of what was there is more likely a fault than a deletion.
    private const int LeastToCompare = 50;
    private const double LeastShare = 0.8;

    // A session file is rebuilt weekly: prints of the week before it may have come with no increment.
    private const int SessionFileDays = 8;

    private readonly SqliteConnection connection;
    private readonly CatalogFile file;
    private readonly Func<CatalogText, CancellationToken, Task>? textsTo;
    private CatalogStaging? staging;
    private string? fault;

    public CatalogLoad(SqliteConnection connection, CatalogFile file, Func<CatalogText, CancellationToken, Task>? textsTo)
    {
        this.connection = connection;
        this.file = file;
        this.textsTo = textsTo;
        Guarded(() => staging = new CatalogStaging(connection));
    }

    /// <inheritdoc/>
    public void Add(CatalogRow row)
    {
        if (fault is null && row.Bill.Session.StartYear == file.StartYear)
        {
            Guarded(() => staging!.Add(row));
        }
    }

    /// <inheritdoc/>
    /// <remarks>Of the session file only the prints of its last days: all of them together are the gigabyte.</remarks>
    public ImmutableArray<CatalogRow.Version> WantedTexts()
    {
        ImmutableArray<CatalogRow.Version> wanted = [];
        if (fault is null && textsTo is not null)
        {
            Guarded(() =>
            {
                using var command = Command(CatalogStatements.WantedTexts, null);
                command.Transaction = staging!.Transaction;
                command.Parameters.AddWithValue("$from", file.IsWhole ? CaliforniaTime.DayOf(file.Built).AddDays(-SessionFileDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "");
                wanted = CatalogQueries.Wanted(command);
            });
        }

        return wanted;
    }

    /// <inheritdoc/>
    public async Task AddTextAsync(CatalogText text, CancellationToken cancellationToken)
    {
        try
        {
            await (textsTo?.Invoke(text, cancellationToken) ?? Task.CompletedTask);
        }
        catch (SqliteException refusal)
        {
            fault ??= Refusal(refusal);
        }
    }

    /// <inheritdoc/>
    public string? Complete()
    {
        if (fault is null)
        {
            Guarded(Lay);
        }

        return fault;
    }

    public void Dispose()
    {
        staging?.Dispose();
        Guarded(() => Run("DROP TABLE IF EXISTS temp.NewMeasures; DROP TABLE IF EXISTS temp.NewActions; DROP TABLE IF EXISTS temp.NewVersions; DROP TABLE IF EXISTS temp.NewAuthors;", null));
        connection.Dispose();
    }

    private void Lay()
    {
        staging!.Close();
        using var transaction = connection.BeginTransaction(deferred: false);
        if (file.IsWhole && Number("SELECT count(*) FROM Measures WHERE Session = $session", transaction) is var kept and >= LeastToCompare
            && Number("SELECT count(*) FROM temp.NewMeasures", transaction) is var held && held < kept * LeastShare)
        {
            fault = string.Create(CultureInfo.InvariantCulture, $"{file.Name} holds {held} measures where {kept} were known; the catalog was left as it is");
            return;
        }

        Run(CatalogStatements.Lay, transaction);
        if (file.IsWhole)
        {
            Run(CatalogStatements.RemoveUnsaid, transaction);
        }

        transaction.Commit();
    }

    private void Run(string statements, SqliteTransaction? transaction)
    {
        using var command = Command(statements, transaction);
        command.ExecuteNonQuery();
    }

    private long Number(string query, SqliteTransaction transaction)
    {
        using var command = Command(query, transaction);
        return (long)command.ExecuteScalar()!;
    }

    private SqliteCommand Command(string statements, SqliteTransaction? transaction)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // constants
        command.CommandText = statements;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$session", file.StartYear);
        command.Parameters.AddWithValue("$built", file.Built.ToUnixTimeSeconds());
        command.Parameters.AddWithValue("$file", file.Name);
        return command;
    }

    // A full disk or a locked file must not keep the tracked bills from being recorded.
    private void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch (SqliteException refusal)
        {
            fault ??= Refusal(refusal);
        }
    }

    private string Refusal(SqliteException refusal) => $"the catalog did not take {file.Name}: {refusal.Message}";
}
