using System.Globalization;
using Microsoft.Data.Sqlite;

namespace LegTracker.Server.Recording.Catalog;

/// <summary>The catalog's file and tables. The file holds nothing that cannot be read again, so one that does not fit is set aside and made anew.</summary>
/// <remarks>Dates are ISO text, instants (<c>Built</c>) Unix seconds, bills leginfo ids (<c>202520260AB831</c>), sessions their odd year.</remarks>
internal static class CatalogSchema
{
    /// <summary>Marks the file: "LTrc".</summary>
    private const int ApplicationId = 0x4C547263;

    /// <summary>Raised with each change of the tables.</summary>
    private const int Version = 1;

    private const string Tables = """
        CREATE TABLE Files (
            Session INTEGER NOT NULL, Name TEXT NOT NULL, Built INTEGER NOT NULL, PRIMARY KEY (Session, Name)) WITHOUT ROWID;
        CREATE TABLE Measures (
            Id TEXT NOT NULL PRIMARY KEY, Session INTEGER NOT NULL, LatestVersion TEXT, House TEXT, Location TEXT, Status TEXT, Chapter TEXT,
            Built INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE Actions (
            Bill TEXT NOT NULL, Session INTEGER NOT NULL, Id INTEGER NOT NULL, Sequence INTEGER, Date TEXT NOT NULL, Text TEXT NOT NULL,
            Built INTEGER NOT NULL);
        CREATE INDEX ActionsOfBill ON Actions (Bill);
        CREATE TABLE Versions (
            Id TEXT NOT NULL PRIMARY KEY, Bill TEXT NOT NULL, Session INTEGER NOT NULL, Number INTEGER NOT NULL, Date TEXT NOT NULL, Action TEXT NOT NULL,
            Subject TEXT, VoteRequired TEXT, Appropriation TEXT, FiscalCommittee TEXT, LocalProgram TEXT, SubstantiveChanges TEXT, Urgency TEXT, TaxLevy TEXT,
            Lob TEXT, LobFile TEXT, Updated TEXT, Built INTEGER NOT NULL, Arrival INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX VersionsOfBill ON Versions (Bill, Number);
        CREATE UNIQUE INDEX VersionsByArrival ON Versions (Arrival);
        CREATE TABLE Authors (
            Version TEXT NOT NULL, Session INTEGER NOT NULL, Name TEXT NOT NULL, House TEXT, Contribution TEXT NOT NULL, IsPrimary INTEGER NOT NULL,
            Built INTEGER NOT NULL);
        CREATE INDEX AuthorsOfVersion ON Authors (Version);
        CREATE TABLE LastArrival (Value INTEGER NOT NULL);
        INSERT INTO LastArrival VALUES (0);
        """;

    /// <summary>Makes the file usable.</summary>
    public static void Prepare(string path)
    {
        try
        {
            if (TryPrepare(path))
            {
                return;
            }
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT)
        {
            // Set aside below, as any other file that does not fit.
        }

        SetAside(path);
        TryPrepare(path);
    }

    private static bool TryPrepare(string path)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        if (Number(connection, "PRAGMA schema_version") != 0)
        {
            return Number(connection, "PRAGMA application_id") == ApplicationId && Number(connection, "PRAGMA user_version") == Version;
        }

        Run(connection, "PRAGMA journal_mode=WAL");
        Run(connection, string.Create(CultureInfo.InvariantCulture, $"BEGIN IMMEDIATE; {Tables} PRAGMA application_id={ApplicationId}; PRAGMA user_version={Version}; COMMIT;"));
        return true;
    }

    private static void SetAside(string path)
    {
        File.Move(path, path + ".set-aside", overwrite: true);
        File.Delete(path + "-wal");
        File.Delete(path + "-shm");
    }

    private static long Number(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a constant
        command.CommandText = query;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    private static void Run(SqliteConnection connection, string statements)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants
        command.CommandText = statements;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
