using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using LegTracker.Legislature;

namespace LegTracker.Server.Sources;

/// <summary>A hash over text parts in which no two different lists of parts collide by joining.</summary>
internal sealed class RecordHash : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <param name="reader">Name and version of the reader: what it reads differently hashes differently.</param>
    public RecordHash(string reader) => Add(reader);

    /// <summary>Hash of all a record says.</summary>
    public static string Of(string reader, BillRecord record)
    {
        using var hash = new RecordHash(reader);
        hash.Add(record.Id.LeginfoId);
        hash.Add(record.Topic);
        hash.Add(record.Title);
        hash.Add(record.StatusText);
        hash.Add(record.HouseLocation);
        hash.Add(record.LeadAuthors);
        hash.Add(record.Coauthors);
        hash.Add([.. record.History.SelectMany(line => new[] { line.Date.ToString("O"), line.Text })]);
        hash.Add([.. record.Versions.SelectMany(version => new[] { version.Id, version.Date.ToString("O"), version.Action, version.Topic ?? "" })]);
        if (record.Text is { } text)
        {
            hash.Add(text);
        }

        return hash.Hex();
    }

    /// <summary>Adds one part; null and empty differ.</summary>
    public void Add(string? part)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, part?.Length ?? -1);
        hash.AppendData(length);
        hash.AppendData(Encoding.UTF8.GetBytes(part ?? ""));
    }

    /// <summary>Lower-case hex of all that was added.</summary>
    public string Hex() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public void Dispose() => hash.Dispose();

    // Not the address: the same text stands in several files.
    private void Add(TextReading text)
    {
        Add(text.VersionId);
        Add(text.Fault);
        Add(text.Facts.ToString());
        Add(text.Digest);
        Add(text.CodeSections);
        Add([.. text.Operative.SelectMany(said => new[] { said.Kind.ToString(), said.Date?.ToString("O") ?? "", said.Part ?? "", said.Condition?.Words ?? "", said.Sentence })]);
    }

    private void Add(ImmutableArray<string> parts)
    {
        Add(parts.Length.ToString("D", null));
        foreach (var part in parts)
        {
            Add(part);
        }
    }
}
