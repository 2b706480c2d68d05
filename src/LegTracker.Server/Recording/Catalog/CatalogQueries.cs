using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Legislature;
using Microsoft.Data.Sqlite;

namespace LegTracker.Server.Recording.Catalog;

/// <summary>What is asked of the catalog.</summary>
internal static class CatalogQueries
{
    // Lines from before 2000 have no sequence and ids that fall with time; later ones ascend in both.
    private const string HistoryOrder = "Sequence IS NOT NULL, CASE WHEN Sequence IS NULL THEN -Id END, Sequence, Id";
    private const string HistoryDescending = "Sequence IS NULL, Sequence DESC, CASE WHEN Sequence IS NULL THEN Id ELSE -Id END";

    // The print that BILL_TBL names, or else the newest there is.
    private const string Measures = $"""
        SELECT m.Id, m.LatestVersion, m.House, m.Location, m.Status, m.Chapter, v.Subject,
            (SELECT group_concat(Name, char(31)) FROM (SELECT DISTINCT Name FROM Authors WHERE Version = v.Id AND Contribution = 'LEAD_AUTHOR' ORDER BY IsPrimary DESC, rowid)),
            a.Date, a.Text
        FROM Measures m
        LEFT JOIN Versions v ON v.Id = coalesce(
            (SELECT Id FROM Versions WHERE Id = m.LatestVersion),
            (SELECT Id FROM Versions WHERE Bill = m.Id ORDER BY Number LIMIT 1))
        LEFT JOIN Actions a ON a.rowid = (SELECT rowid FROM Actions WHERE Bill = m.Id ORDER BY {HistoryDescending} LIMIT 1)
        WHERE
        """;

    private const string Versions = """
        SELECT Bill, Id, Date, Action, Subject, Number, VoteRequired, Appropriation, FiscalCommittee, LocalProgram, SubstantiveChanges, Urgency, TaxLevy, Lob, LobFile, Arrival
        FROM Versions WHERE
        """;

    /// <param name="condition">On <c>m</c>, with <c>$key</c>.</param>
    public static Task<ImmutableArray<CatalogMeasure>> MeasuresAsync(SqliteConnection opened, string condition, object key, CancellationToken cancellationToken) =>
        ReadAsync(opened, $"{Measures} {condition}", key, -1, row => new CatalogMeasure(
            BillId.FromLeginfoId(row.GetString(0)),
            Text(row, 6) ?? "",
            Text(row, 7) is { } names ? [.. names.Split('\u001f')] : [],
            Text(row, 1),
            Text(row, 2),
            Text(row, 3),
            Text(row, 4),
            Text(row, 5),
            Text(row, 8) is { } date ? new HistoryLine(Day(date), row.GetString(9)) : null), cancellationToken);

    public static Task<ImmutableArray<BillId>> IdsAsync(SqliteConnection opened, int startYear, CancellationToken cancellationToken) =>
        ReadAsync(opened, "SELECT Id FROM Measures WHERE Session = $key", startYear, -1, row => BillId.FromLeginfoId(row.GetString(0)), cancellationToken);

    public static Task<ImmutableArray<HistoryLine>> HistoryAsync(SqliteConnection opened, BillId bill, CancellationToken cancellationToken) =>
        ReadAsync(opened, $"SELECT Date, Text FROM Actions WHERE Bill = $key ORDER BY {HistoryOrder}", bill.LeginfoId, -1, row => new HistoryLine(Day(row.GetString(0)), row.GetString(1)), cancellationToken);

    /// <param name="condition">With <c>$key</c> and its order.</param>
    /// <param name="limit">Negative for all.</param>
    public static Task<ImmutableArray<CatalogPrint>> PrintsAsync(SqliteConnection opened, string condition, object key, int limit, CancellationToken cancellationToken) =>
        ReadAsync(opened, $"{Versions} {condition} LIMIT $limit", key, limit, row => new CatalogPrint(
            BillId.FromLeginfoId(row.GetString(0)),
            Print(row),
            row.GetInt32(5),
            Flags(row),
            Text(row, 13),
            Text(row, 14),
            row.GetInt64(15)), cancellationToken);

    /// <param name="command">Selects bill, print, flags, entry and stamp.</param>
    public static ImmutableArray<CatalogRow.Version> Wanted(SqliteCommand command)
    {
        using var row = command.ExecuteReader();
        var wanted = ImmutableArray.CreateBuilder<CatalogRow.Version>();
        while (row.Read())
        {
            wanted.Add(new CatalogRow.Version(
                BillId.FromLeginfoId(row.GetString(0)), Print(row), row.GetInt32(5), Flags(row), Text(row, 13), Text(row, 14), IsActive: true));
        }

        return wanted.ToImmutable();
    }

    public static async Task<CatalogCounts> CountsAsync(SqliteConnection opened, CancellationToken cancellationToken)
    {
        const string Query = """
            SELECT (SELECT count(*) FROM Measures), (SELECT count(*) FROM Actions), (SELECT count(*) FROM Versions), (SELECT count(*) FROM Authors),
                (SELECT max(Built) FROM Files), (SELECT Value FROM LastArrival)
            """;
        return (await ReadAsync(opened, Query, 0, -1, row => new CatalogCounts(
            row.GetInt32(0),
            row.GetInt32(1),
            row.GetInt32(2),
            row.GetInt32(3),
            row.IsDBNull(4) ? null : DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(4)),
            row.GetInt64(5)), cancellationToken)).Single();
    }

    private static async Task<ImmutableArray<T>> ReadAsync<T>(SqliteConnection opened, string query, object key, int limit, Func<SqliteDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var command = opened.CreateCommand();
#pragma warning disable CA2100 // put together from constants
        command.CommandText = query;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$key", key);
        command.Parameters.AddWithValue("$limit", limit);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var found = ImmutableArray.CreateBuilder<T>();
        while (await rows.ReadAsync(cancellationToken))
        {
            found.Add(read(rows));
        }

        return found.ToImmutable();
    }

    private static BillVersion Print(SqliteDataReader row) => new(row.GetString(1), Day(row.GetString(2)), row.GetString(3), Text(row, 4));

    private static CatalogFlags Flags(SqliteDataReader row) => new(Text(row, 6), Text(row, 7), Text(row, 8), Text(row, 9), Text(row, 10), Text(row, 11), Text(row, 12));

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
