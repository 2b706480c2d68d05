using System.Text;
using System.Text.Unicode;

namespace LegTracker.Server.Sources.Bulk;

/// <summary>Reads the rows of a .dat table one after the other, holding one at a time.</summary>
/// <remarks>
/// Format (the Legislature's own loader, MySQL's LOAD DATA): fields separated by tabs and enclosed in backticks where they are text, rows by
/// newlines; backslash escapes; a doubled backtick inside a field is one; NULL bare. A row that is no UTF-8 is taken as Latin-1.
/// </remarks>
internal sealed class DatReader(Stream stream)
{
    private const int MostRowBytes = 1 << 20;
    private const int BlockBytes = 1 << 16;

    private readonly byte[] block = new byte[BlockBytes];
    private readonly List<(int Start, int Length, bool IsNull)> fields = [];
    private byte[] row = new byte[4096];
    private int rowLength;
    private int fieldStart;
    private int position;
    private int filled;
    private bool quoted;
    private bool anyQuoted;
    private Where where;

    private enum Where
    {
        FieldStart,
        Bare,
        BareEscape,
        Quoted,
        QuotedEscape,
        AfterTick,
    }

    /// <summary>Number of the current row, from 1.</summary>
    public long Row { get; private set; }

    /// <summary>Bytes of the table read so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Number of fields of the current row.</summary>
    public int FieldCount => fields.Count;

    /// <summary>Why reading stopped before the end; null while all is well.</summary>
    public string? Fault { get; private set; }

    /// <summary>The current row's bytes, unescaped, for a look at a row that cannot be read.</summary>
    public byte[] RowBytes => row[..rowLength];

    /// <summary>Text of a field of the current row; null for NULL.</summary>
    public string? Text(int field)
    {
        if (fields[field].IsNull)
        {
            return null;
        }

        var bytes = Bytes(field);
        return Utf8.IsValid(row.AsSpan(0, rowLength)) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
    }

    /// <summary>Bytes of a field of the current row.</summary>
    public ReadOnlySpan<byte> Bytes(int field) => row.AsSpan(fields[field].Start, fields[field].Length);

    /// <summary>Moves to the next row; false at the end or at a <see cref="Fault"/>.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Begin();
            while (!TakeRow())
            {
                if (Fault is not null)
                {
                    return false;
                }

                filled = await stream.ReadAsync(block, cancellationToken);
                position = 0;
                BytesRead += filled;
                if (filled == 0)
                {
                    return AtEnd();
                }
            }

            if (fields is not [(_, 0, false)] || anyQuoted)
            {
                Row++;
                return true;
            }
        }
    }

    private void Begin()
    {
        fields.Clear();
        rowLength = fieldStart = 0;
        where = Where.FieldStart;
        quoted = anyQuoted = false;
    }

    private bool AtEnd()
    {
        if (where is Where.Quoted or Where.QuotedEscape or Where.BareEscape)
        {
            Fault = $"row {Row + 1} is cut inside a field";
            return false;
        }

        if (fields.Count == 0 && rowLength == 0 && where == Where.FieldStart)
        {
            return false;
        }

        EndField();
        Row++;
        return true;
    }

    // True when a row is complete; false when the block is used up or the row has a fault.
    private bool TakeRow()
    {
        while (position < filled)
        {
            if (rowLength >= MostRowBytes)
            {
                Fault = $"row {Row + 1} is longer than {MostRowBytes} bytes";
                return false;
            }

            var value = block[position++];
            if (where == Where.Quoted && value is not ((byte)'`' or (byte)'\\'))
            {
                Keep(value);
            }
            else if (Step(value))
            {
                return true;
            }
        }

        return false;
    }

    private bool Step(byte value)
    {
        switch (where, (char)value)
        {
            case (Where.FieldStart, '`'):
                quoted = anyQuoted = true;
                where = Where.Quoted;
                break;
            case (Where.Quoted, '`'):
                where = Where.AfterTick;
                break;
            case (Where.Quoted, '\\'):
                where = Where.QuotedEscape;
                break;
            case (Where.QuotedEscape, _):
                Keep(Unescape(value));
                where = Where.Quoted;
                break;
            case (Where.AfterTick, '`'):
                Keep(value);
                where = Where.Quoted;
                break;
            case (Where.BareEscape, _):
                Keep(value == 'N' ? value : Unescape(value));
                where = Where.Bare;
                break;
            case (Where.FieldStart or Where.Bare or Where.AfterTick, '\t'):
                EndField();
                break;
            case (Where.FieldStart or Where.Bare or Where.AfterTick, '\n'):
                EndField();
                return true;
            case (Where.FieldStart or Where.AfterTick, '\r'):
                break;
            case (Where.FieldStart or Where.Bare, '\\'):
                Keep(value);
                where = Where.BareEscape;
                break;
            case (Where.AfterTick, _):
                Keep((byte)'`');
                Keep(value);
                where = Where.Quoted;
                break;
            default:
                Keep(value);
                where = Where.Bare;
                break;
        }

        return false;
    }

    private void EndField()
    {
        if (!quoted && rowLength > fieldStart && row[rowLength - 1] == '\r')
        {
            rowLength--;
        }

        var bytes = row.AsSpan(fieldStart, rowLength - fieldStart);
        var isNull = !quoted && (bytes.SequenceEqual("NULL"u8) || bytes.SequenceEqual("\\N"u8));
        fields.Add((fieldStart, isNull ? 0 : bytes.Length, isNull));
        fieldStart = rowLength;
        quoted = false;
        where = Where.FieldStart;
    }

    private void Keep(byte value)
    {
        if (rowLength == row.Length)
        {
            Array.Resize(ref row, row.Length * 2);
        }

        row[rowLength++] = value;
    }

    private static byte Unescape(byte value) => value switch
    {
        (byte)'n' => (byte)'\n',
        (byte)'t' => (byte)'\t',
        (byte)'r' => (byte)'\r',
        (byte)'b' => (byte)'\b',
        (byte)'0' => 0,
        _ => value,
    };
}
