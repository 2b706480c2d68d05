using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LegTracker.Legislature;
using Microsoft.Data.Sqlite;

namespace LegTracker.Server.Recording.Catalog;

/// <summary>The tables of the searched words, and the writes of one transaction to them.</summary>
internal sealed class CatalogTextWrites : IDisposable
{
    /// <summary>Sentences of a version that are kept at most; a sentence's rowid is its version's arrival times this, plus its place.</summary>
    public const int MostSentences = 100_000;

    public const string Tables = """
        CREATE TABLE IF NOT EXISTS Texts (
            id INTEGER PRIMARY KEY AUTOINCREMENT, bill TEXT NOT NULL, version TEXT NOT NULL UNIQUE, day TEXT NOT NULL, action TEXT NOT NULL,
            subject TEXT NOT NULL, title TEXT NOT NULL, has_digest INTEGER NOT NULL, provenance TEXT NOT NULL, words_sha256 TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS TextsOfBill ON Texts (bill);
        CREATE TABLE IF NOT EXISTS TextSections (section TEXT NOT NULL, text INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (section, text)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS SectionsOfText ON TextSections (text, place);
        CREATE VIRTUAL TABLE IF NOT EXISTS Sentences USING fts5 (sentence, part UNINDEXED, tokenize = 'unicode61 remove_diacritics 2');
        CREATE TABLE IF NOT EXISTS TextMarks (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        """;

    private readonly SqliteCommand find;
    private readonly SqliteCommand forget;
    private readonly SqliteCommand addText;
    private readonly SqliteCommand addSection;
    private readonly SqliteCommand addSentence;

    public CatalogTextWrites(SqliteConnection connection, SqliteTransaction transaction)
    {
        find = Make(connection, transaction, "SELECT id, words_sha256 FROM Texts WHERE version = $version", "$version");
        forget = Make(
            connection,
            transaction,
            $"""
            DELETE FROM Sentences WHERE rowid BETWEEN $id * {MostSentences} AND $id * {MostSentences} + {MostSentences - 1};
            DELETE FROM TextSections WHERE text = $id;
            DELETE FROM Texts WHERE id = $id;
            """,
            "$id");
        addText = Make(
            connection,
            transaction,
            "INSERT INTO Texts (bill, version, day, action, subject, title, has_digest, provenance, words_sha256) VALUES ($bill, $version, $day, $action, $subject, $title, $digest, $provenance, $words) RETURNING id",
            "$bill", "$version", "$day", "$action", "$subject", "$title", "$digest", "$provenance", "$words");
        addSection = Make(connection, transaction, "INSERT OR IGNORE INTO TextSections VALUES ($section, $text, $place)", "$section", "$text", "$place");
        addSentence = Make(connection, transaction, "INSERT INTO Sentences (rowid, sentence, part) VALUES ($id, $sentence, $part)", "$id", "$sentence", "$part");
    }

    /// <returns>False when it is there already with the same words.</returns>
    public bool Add(VersionText text, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var words = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [text.Subject, text.Title, .. text.Digest, "", .. text.CodeSections, "", .. text.Body]))));
        if (Known(text.VersionId) is { } known)
        {
            if (known.Words == words || text.Title.Length == 0)
            {
                return false;
            }

            Run(forget, known.Id);
        }

        var id = (long)Scalar(
            addText, text.Bill.LeginfoId, text.VersionId, text.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), text.Action, text.Subject, text.Title,
            text.Digest.IsDefaultOrEmpty ? 0 : 1, JsonSerializer.Serialize(text.Provenance), words)!;
        for (var place = 0; place < text.CodeSections.Length; place++)
        {
            Run(addSection, text.CodeSections[place], id, place);
        }

        foreach (var (place, (part, sentence)) in Sentences(text).Take(MostSentences).Index())
        {
            Run(addSentence, (id * MostSentences) + place, sentence, (int)part);
        }

        return true;
    }

    public static Provenance Provenance(string json) => JsonSerializer.Deserialize<Provenance>(json)!;

    public void Dispose()
    {
        foreach (var command in new[] { find, forget, addText, addSection, addSentence })
        {
            command.Dispose();
        }
    }

    private static IEnumerable<(TextPart Part, string Sentence)> Sentences(VersionText text)
    {
        IEnumerable<(TextPart Part, string Text)> parts =
        [
            (TextPart.Subject, text.Subject), (TextPart.Title, text.Title),
            .. text.Digest.Select(paragraph => (TextPart.Digest, paragraph)), .. text.Body.Select(paragraph => (TextPart.Body, paragraph)),
        ];
        return parts.SelectMany(part => BillSentences.Of(part.Text, int.MaxValue).Select(sentence => (part.Part, SourceText.Clean(sentence)))).Where(pair => pair.Item2.Length > 0);
    }

    private (long Id, string Words)? Known(string version)
    {
        find.Parameters[0].Value = version;
        using var row = find.ExecuteReader();
        return row.Read() ? (row.GetInt64(0), row.GetString(1)) : null;
    }

    private static void Run(SqliteCommand command, params object[] values)
    {
        Fill(command, values);
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteCommand command, params object[] values)
    {
        Fill(command, values);
        return command.ExecuteScalar();
    }

    private static void Fill(SqliteCommand command, object[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }
    }

    private static SqliteCommand Make(SqliteConnection connection, SqliteTransaction transaction, string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // constants of this class; what comes from outside are parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = parameter });
        }

        return command;
    }
}
