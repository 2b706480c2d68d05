using System.Text;
using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Bulk;

/// <summary>The bills looked for in one file, with the rows found so far.</summary>
internal sealed class WantedBills
{
    private const int VersionSuffix = 5;

    private readonly Dictionary<string, BillRows> byBillId = [];
    private readonly Dictionary<string, BillRows> byVersionPrefix = [];
    private readonly Dictionary<string, BillRows>.AlternateLookup<ReadOnlySpan<char>> bills;
    private readonly Dictionary<string, BillRows>.AlternateLookup<ReadOnlySpan<char>> versions;

    public WantedBills(IEnumerable<BillId> wanted)
    {
        foreach (var id in wanted)
        {
            var rows = new BillRows(id);
            byBillId[id.LeginfoId] = rows;
            byVersionPrefix[$"{id.Session.StartYear}{id.Session.Extraordinary}{id.Type}{id.Number}"] = rows;
        }

        bills = byBillId.GetAlternateLookup<ReadOnlySpan<char>>();
        versions = byVersionPrefix.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The bills of which the file held at least one row.</summary>
    public Dictionary<BillId, BillRows> Found => byBillId.Values.Where(rows => !rows.IsEmpty).ToDictionary(rows => rows.Id);

    /// <summary>Whether the text of one of them could not be fetched.</summary>
    public bool LackTexts { get; set; }

    /// <summary>The rows of the bill with a leginfo id, when it is wanted.</summary>
    public BillRows? OfBill(ReadOnlySpan<byte> id) => Find(bills, id);

    /// <summary>The rows of the bill with a version id such as <c>20250AB83199INT</c>, whose last five characters name the print.</summary>
    public BillRows? OfVersion(ReadOnlySpan<byte> id) => id.Length > VersionSuffix ? Find(versions, id[..^VersionSuffix]) : null;

    private static BillRows? Find(Dictionary<string, BillRows>.AlternateLookup<ReadOnlySpan<char>> lookup, ReadOnlySpan<byte> key)
    {
        Span<char> text = stackalloc char[32];
        return key.Length <= text.Length && Encoding.Latin1.TryGetChars(key, text, out var length) && lookup.TryGetValue(text[..length], out var rows) ? rows : null;
    }
}
