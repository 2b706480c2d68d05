using System.Text;
using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Bulk;

/// <summary>The measures named in the rows of one file, each name read once.</summary>
internal sealed class MeasureIds
{
    private const int VersionSuffix = 5;
    private const int YearDigits = 4;

    private readonly Dictionary<string, BillId?> known = [];
    private readonly Dictionary<string, BillId?>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public MeasureIds() => lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The measure with a leginfo id; null for one that LegTracker does not know, such as a reorganization plan (GRP).</summary>
    public BillId? OfBill(ReadOnlySpan<byte> id) => Find(id, static text => BillId.TryFromLeginfoId(text, out var bill) ? bill : null);

    /// <summary>The measure of a print such as <c>20250AB83199INT</c>: the years are one, and the last five characters name the print.</summary>
    public BillId? OfVersion(ReadOnlySpan<byte> id) => id.Length <= VersionSuffix + YearDigits ? null : Find(id[..^VersionSuffix], static text =>
        int.TryParse(text.AsSpan(0, YearDigits), out var year) && BillId.TryFromLeginfoId(new Session(year).Years + text[YearDigits..], out var bill) ? bill : null);

    private BillId? Find(ReadOnlySpan<byte> name, Func<string, BillId?> read)
    {
        Span<char> text = stackalloc char[32];
        if (name.Length > text.Length || !Encoding.Latin1.TryGetChars(name, text, out var length))
        {
            return null;
        }

        if (!lookup.TryGetValue(text[..length], out var bill))
        {
            var made = text[..length].ToString();
            known[made] = bill = read(made);
        }

        return bill;
    }
}
