using System.Globalization;
using LegTracker.Legislature;
using Microsoft.Data.Sqlite;

namespace LegTracker.Server.Recording.Catalog;

/// <summary>Temporary tables of one connection that take a file's rows while it is read, so that the catalog is locked only while they are laid over it.</summary>
internal sealed class CatalogStaging : IDisposable
{
    private const string Tables = """
        DROP TABLE IF EXISTS temp.NewMeasures; DROP TABLE IF EXISTS temp.NewActions; DROP TABLE IF EXISTS temp.NewVersions; DROP TABLE IF EXISTS temp.NewAuthors;
        CREATE TEMP TABLE NewMeasures (Id TEXT PRIMARY KEY, LatestVersion TEXT, House TEXT, Location TEXT, Status TEXT, Chapter TEXT) WITHOUT ROWID;
        CREATE TEMP TABLE NewActions (Bill TEXT, Id INTEGER, Sequence INTEGER, Date TEXT, Text TEXT);
        CREATE TEMP TABLE NewVersions (
            Id TEXT PRIMARY KEY, Bill TEXT, Number INTEGER, Date TEXT, Action TEXT, Subject TEXT, VoteRequired TEXT, Appropriation TEXT, FiscalCommittee TEXT,
            LocalProgram TEXT, SubstantiveChanges TEXT, Urgency TEXT, TaxLevy TEXT, Lob TEXT, Updated TEXT, IsActive INTEGER) WITHOUT ROWID;
        CREATE TEMP TABLE NewAuthors (Version TEXT, Name TEXT, House TEXT, Contribution TEXT, IsPrimary INTEGER, IsActive INTEGER);
        """;

    private readonly SqliteCommand measures;
    private readonly SqliteCommand actions;
    private readonly SqliteCommand versions;
    private readonly SqliteCommand authors;

    public CatalogStaging(SqliteConnection connection)
    {
        using (var make = connection.CreateCommand())
        {
            make.CommandText = Tables;
            make.ExecuteNonQuery();
        }

        Transaction = connection.BeginTransaction(deferred: true);
        measures = Insert(connection, "NewMeasures", 6);
        actions = Insert(connection, "NewActions", 5);
        versions = Insert(connection, "NewVersions", 16);
        authors = Insert(connection, "NewAuthors", 6);
    }

    /// <summary>The transaction in which the tables are filled; it locks nothing of the catalog.</summary>
    public SqliteTransaction Transaction { get; }

    public void Add(CatalogRow row)
    {
        switch (row)
        {
            case CatalogRow.Measure measure:
                Run(measures, measure.Bill.LeginfoId, measure.LatestVersion, measure.House, measure.Location, measure.Status, measure.Chapter);
                break;
            case CatalogRow.Action action:
                Run(actions, action.Bill.LeginfoId, action.Id, action.Sequence, Day(action.Line.Date), action.Line.Text);
                break;
            case CatalogRow.Version version:
                var flags = version.Flags;
                Run(
                    versions, version.Print.Id, version.Bill.LeginfoId, version.Number, Day(version.Print.Date), version.Print.Action, version.Print.Topic,
                    flags.VoteRequired, flags.Appropriation, flags.FiscalCommittee, flags.LocalProgram, flags.SubstantiveChanges, flags.Urgency, flags.TaxLevy,
                    version.Lob, version.Updated, version.IsActive);
                break;
            case CatalogRow.Author author:
                Run(authors, author.VersionId, author.Name, author.House, author.Contribution, author.IsPrimary, author.IsActive);
                break;
        }
    }

    /// <summary>Ends the filling; the tables stay until the connection is given back.</summary>
    public void Close() => Transaction.Commit();

    public void Dispose()
    {
        measures.Dispose();
        actions.Dispose();
        versions.Dispose();
        authors.Dispose();
        Transaction.Dispose();
    }

    private static SqliteCommand Insert(SqliteConnection connection, string table, int columns)
    {
        var command = connection.CreateCommand();
        var names = Enumerable.Range(1, columns).Select(index => string.Create(CultureInfo.InvariantCulture, $"${index}")).ToArray();
#pragma warning disable CA2100 // put together from constants
        command.CommandText = $"INSERT OR REPLACE INTO temp.{table} VALUES ({string.Join(", ", names)})";
#pragma warning restore CA2100
        foreach (var name in names)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        command.Prepare();
        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
