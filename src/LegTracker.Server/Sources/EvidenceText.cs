using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LegTracker.Legislature;

namespace LegTracker.Server.Sources;

/// <summary>The text of what was read of a bill: what is hashed to know it again, and what is kept as evidence of a change.</summary>
/// <remarks>
/// A line a value, <c>name length:value</c> with the length in characters, <c>name -</c> for a missing one: people can read it, and no two
/// readings share a text. The hash is the plain SHA-256 of its UTF-8 bytes, so that anybody can check it with <c>sha256sum</c>.
/// Written into a borrowed array: most pages are read to be found unchanged, and a page is large enough to weigh on the garbage collector.
/// </remarks>
internal sealed class EvidenceText : IDisposable
{
    private byte[] text = ArrayPool<byte>.Shared.Rent(4096);
    private int length;

    /// <param name="reader">Name and version of the reader: what it reads differently hashes differently.</param>
    public EvidenceText(string reader) => Add("reader", reader);

    /// <summary>All that a record says.</summary>
    public static byte[] Of(string reader, BillRecord record)
    {
        using var text = new EvidenceText(reader);
        text.Add("bill", record.Id.LeginfoId);
        text.Add("topic", record.Topic);
        text.Add("title", record.Title);
        text.Add("status", record.StatusText);
        text.Add("location", record.HouseLocation);
        text.Add("author", record.LeadAuthors);
        text.Add("coauthor", record.Coauthors);
        foreach (var line in record.History)
        {
            text.Add($"action {Day(line.Date)}", line.Text);
        }

        foreach (var version in record.Versions)
        {
            text.Add($"version {version.Id} {Day(version.Date)}", version.Action);
            text.Add("subject", version.Topic);
            text.Add("type", version.Type?.ToString());
        }

        foreach (var analysis in record.Analyses ?? [])
        {
            text.Add($"analysis {analysis.Id} {Day(analysis.Date)} {analysis.House?.ToString() ?? "-"}", analysis.By);
        }

        if (record.Text is { } read)
        {
            text.Add(read);
        }

        return text.Bytes();
    }

    /// <summary>Lower-case hex of the SHA-256 of a text.</summary>
    public static string Sha256(ReadOnlySpan<byte> text) => Convert.ToHexStringLower(SHA256.HashData(text));

    /// <summary>Adds one value; null and empty differ.</summary>
    public void Add(string name, string? value)
    {
        if (value is null)
        {
            Write($"{name} -\n");
        }
        else
        {
            Add(name, value.AsSpan());
        }
    }

    /// <summary>Adds one value.</summary>
    public void Add(string name, ReadOnlySpan<char> value)
    {
        Write(string.Create(CultureInfo.InvariantCulture, $"{name} {value.Length}:"));
        Write(value);
        Write("\n");
    }

    /// <summary>The text as UTF-8.</summary>
    public byte[] Bytes() => text[..length];

    /// <summary>Lower-case hex of the SHA-256 of the text.</summary>
    public string Sha256() => Sha256(text.AsSpan(0, length));

    /// <summary>Gives the array back: nothing of this object may be used after it.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(text);
        text = [];
        length = 0;
    }

    private void Write(ReadOnlySpan<char> value)
    {
        var needed = length + Encoding.UTF8.GetMaxByteCount(value.Length);
        if (needed > text.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, text.Length * 2));
            text.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(text);
            text = larger;
        }

        length += Encoding.UTF8.GetBytes(value, text.AsSpan(length));
    }

    // Not the address: the same text stands in several files.
    private void Add(TextReading read)
    {
        Add("text", read.VersionId);
        Add("fault", read.Fault);
        Add("effect", read.Facts.ToString());
        Add("digest", read.Digest);
        Add("section", read.CodeSections);
        foreach (var said in read.Operative)
        {
            Add($"operative {said.Kind} {(said.Date is { } date ? Day(date) : "-")}", said.Sentence);
            Add("part", said.Part);
            Add("condition", said.Condition?.Words);
        }
    }

    private void Add(string name, ImmutableArray<string> values)
    {
        foreach (var value in values)
        {
            Add(name, value);
        }
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
