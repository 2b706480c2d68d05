using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Legislature;
using Microsoft.Data.Sqlite;

namespace LegTracker.Server.Recording.Catalog;

/// <summary>The words of all versions in the catalog's file, a row of SQLite's FTS5 a sentence; everything in it can be read again from the Legislature's files.</summary>
/// <param name="open">Gives an open connection to the catalog's file, which is disposed after use.</param>
/// <remarks>Safe for use by many threads: each call has a connection of its own.</remarks>
internal sealed class CatalogTexts(Func<SqliteConnection> open) : ITextSearch
{
    private const char Start = '\u0001';
    private const char End = '\u0002';

    // Prints count down from 99; the two digits before the state's three letters.
    private const string Columns = "id, bill, version, day, action, subject, title, has_digest, provenance, (SELECT group_concat(section, char(10)) FROM (SELECT section FROM TextSections WHERE text = id ORDER BY place))";
    private const string OldestFirst = "substr(version, -5, 2) DESC, day, id";
    private const string Newest = "NOT EXISTS (SELECT 1 FROM Texts newer WHERE newer.bill = v.bill AND (substr(newer.version, -5, 2) < substr(v.version, -5, 2)))";

    private volatile bool prepared;

    /// <summary>Adds versions in one transaction. One that is there with the same words stays as it arrived; with other words it is replaced and arrives anew, but never by a subject line alone.</summary>
    /// <returns>How many arrived.</returns>
    public Task<int> AddAsync(ImmutableArray<VersionText> texts, CancellationToken cancellationToken) => UseAsync(
        async connection =>
        {
            await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync(cancellationToken);
            using var writes = new CatalogTextWrites(connection, transaction);
            var arrived = texts.Count(text => writes.Add(text, cancellationToken));
            await transaction.CommitAsync(cancellationToken);
            return arrived;
        },
        cancellationToken);

    /// <summary>The newest arrival; 0 when there is none.</summary>
    public Task<long> HeadAsync(CancellationToken cancellationToken) => UseAsync(
        async connection =>
        {
            await using var command = Command(connection, "SELECT coalesce(max(id), 0) FROM Texts");
            return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        },
        cancellationToken);

    /// <summary>What a reader left here under its name; null when nothing.</summary>
    public Task<string?> MarkAsync(string name, CancellationToken cancellationToken) => UseAsync(
        async connection =>
        {
            await using var command = Command(connection, "SELECT value FROM TextMarks WHERE name = $name", ("$name", name));
            return (string?)await command.ExecuteScalarAsync(cancellationToken);
        },
        cancellationToken);

    public Task SaveMarkAsync(string name, string value, CancellationToken cancellationToken) => UseAsync(
        async connection =>
        {
            await using var command = Command(connection, "INSERT INTO TextMarks VALUES ($name, $value) ON CONFLICT (name) DO UPDATE SET value = $value", ("$name", name), ("$value", value));
            return await command.ExecuteNonQueryAsync(cancellationToken);
        },
        cancellationToken);

    public Task<ImmutableArray<TextHit>> FindAsync(SearchTerm term, ImmutableArray<SearchTerm> excluded, long afterArrival, CancellationToken cancellationToken) => ListAsync(
        $"""
        SELECT rowid, part, highlight(Sentences, 0, char(1), char(2)) FROM Sentences
        WHERE Sentences MATCH $query
          AND ($after = 0 OR rowid / {CatalogTextWrites.MostSentences} IN (SELECT id FROM Texts WHERE bill IN (SELECT bill FROM Texts WHERE id > $after)))
        ORDER BY rowid
        """,
        Hit,
        cancellationToken,
        ("$query", FtsQuery.Of(term, excluded)),
        ("$after", afterArrival));

    public Task<ImmutableArray<SearchedVersion>> VersionsAsync(long afterArrival, CancellationToken cancellationToken) => ListAsync(
        $"SELECT {Columns} FROM Texts WHERE bill IN (SELECT bill FROM Texts WHERE id > $after) ORDER BY bill, {OldestFirst}",
        Version,
        cancellationToken,
        ("$after", afterArrival));

    public Task<ImmutableArray<SearchedVersion>> TouchingAsync(ImmutableArray<string> codeSections, CancellationToken cancellationToken) => ListAsync(
        $"""
        SELECT {Columns} FROM Texts v
        WHERE id IN (SELECT text FROM TextSections WHERE section IN (SELECT value FROM json_each($sections))) AND {Newest}
        ORDER BY bill
        """,
        Version,
        cancellationToken,
        ("$sections", StoredJson.Of(codeSections)));

    public async Task<SearchedVersion?> NewestAsync(BillId bill, CancellationToken cancellationToken) => (await ListAsync(
        $"SELECT {Columns} FROM Texts v WHERE bill = $bill AND {Newest} LIMIT 1", Version, cancellationToken, ("$bill", bill.LeginfoId))).SingleOrDefault();

    private static TextHit Hit(SqliteDataReader row)
    {
        var id = row.GetInt64(0);
        var marked = row.GetString(2);
        return new TextHit(
            id / CatalogTextWrites.MostSentences,
            (TextPart)row.GetInt32(1),
            (int)(id % CatalogTextWrites.MostSentences),
            marked.Replace($"{Start}", "", StringComparison.Ordinal).Replace($"{End}", "", StringComparison.Ordinal),
            Math.Max(0, marked.IndexOf(Start, StringComparison.Ordinal)));
    }

    private static SearchedVersion Version(SqliteDataReader row) => new(
        row.GetInt64(0),
        BillId.FromLeginfoId(row.GetString(1)),
        row.GetString(2),
        DateOnly.ParseExact(row.GetString(3), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        row.GetString(4),
        row.GetString(5),
        row.GetString(6),
        row.GetInt64(7) != 0,
        row.IsDBNull(9) ? [] : [.. row.GetString(9).Split('\n')],
        CatalogTextWrites.Provenance(row.GetString(8)));

    private Task<ImmutableArray<T>> ListAsync<T>(string sql, Func<SqliteDataReader, T> read, CancellationToken cancellationToken, params (string Name, object Value)[] values) => UseAsync(
        async connection =>
        {
            await using var command = Command(connection, sql, values);
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            var found = ImmutableArray.CreateBuilder<T>();
            while (await rows.ReadAsync(cancellationToken))
            {
                found.Add(read(rows));
            }

            return found.ToImmutable();
        },
        cancellationToken);

    private async Task<T> UseAsync<T>(Func<SqliteConnection, Task<T>> use, CancellationToken cancellationToken)
    {
        await using var connection = open();
        if (!prepared)
        {
            await using var command = Command(connection, CatalogTextWrites.Tables);
            await command.ExecuteNonQueryAsync(cancellationToken);
            prepared = true;
        }

        return await use(connection);
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this class; what comes from outside are parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
