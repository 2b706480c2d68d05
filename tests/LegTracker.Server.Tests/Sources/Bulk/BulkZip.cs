using System.Globalization;
using System.IO.Compression;
using System.Text;
using LegTracker.Legislature;
using LegTracker.Tests;

namespace LegTracker.Server.Tests.Sources.Bulk;

/// <summary>Makes bulk files in the layout of the Legislature's tables.</summary>
internal sealed class BulkZip
{
    private readonly Dictionary<string, StringBuilder> tables = new[] { "BILL_TBL", "BILL_HISTORY_TBL", "BILL_VERSION_TBL", "BILL_VERSION_AUTHORS_TBL" }
        .ToDictionary(name => name, _ => new StringBuilder());

    private long nextId = 1000;

    /// <summary>The real rows of AB 831 and AB 2052, read in place.</summary>
    /// <param name="lobs">Numbers of the texts that it holds.</param>
    public static byte[] Real(params string[] lobs) => Real([], lobs);

    /// <param name="others">Names of further tables that it holds.</param>
    /// <param name="lobs">Numbers of the texts that it holds.</param>
    public static byte[] Real(string[] others, string[] lobs) => Pack(new[] { "BILL_TBL.dat", "BILL_HISTORY_TBL.dat", "BILL_VERSION_TBL.dat", "BILL_VERSION_AUTHORS_TBL.dat" }
        .Concat(others)
        .Concat(lobs.Select(lob => $"BILL_VERSION_TBL_{lob}.lob"))
        .ToDictionary(name => name, name => File.ReadAllBytes(SharedData.PathOf($"pubinfo/{name}"))));

    /// <summary>Adds a whole bill: one print, one author, and its lines in order.</summary>
    public BulkZip Bill(BillId bill, string status, params string[] lines) => State(bill, status).Lines(bill, lines).Print(bill, 99, "INT", "Introduced");

    public BulkZip State(BillId bill, string status, string latest = "99INT") =>
        Row("BILL_TBL", Q(bill.LeginfoId), Q(bill.Session.Years), Q("0"), Q(bill.Type.ToString()), N(bill.Number), Q("x"), "NULL", "NULL", "NULL", "NULL", Q(Prefix(bill) + latest), Q("Y"), Q("u"), "2026-01-01 00:00:00", "NULL", "NULL", Q("Assembly"), Q(status), "NULL");

    /// <summary>Adds history lines, dated a day apart from 2025-02-01, all rows new.</summary>
    public BulkZip Lines(BillId bill, params string[] lines)
    {
        var sequence = 0;
        foreach (var line in lines)
        {
            var date = new DateOnly(2025, 2, 1).AddDays(sequence++).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            Row("BILL_HISTORY_TBL", Q(bill.LeginfoId), N(nextId++), $"{date} 00:00:00", Q(line), Q("u"), "2026-01-01 00:00:00", N(sequence), Q("1"), Q("Applied"), Q("Assembly"), "NULL", "NULL", "NULL");
        }

        return this;
    }

    public BulkZip Print(BillId bill, int number, string state, string action, string lead = "Wicks", params string[] coauthors)
    {
        var id = Prefix(bill) + N(number) + state;
        Row("BILL_VERSION_TBL", Q(id), Q(bill.LeginfoId), N(number), "2025-02-01 00:00:00", Q(action), "NULL", Q($"Topic of {bill.Measure}."), Q("Majority"), Q("No"), Q("No"), Q("No"), "NULL", Q("No"), Q("No"), "BILL_VERSION_TBL_1.lob", Q("Y"), Q("u"), "2026-01-01 00:00:00");
        Author(id, lead, "LEAD_AUTHOR");
        foreach (var name in coauthors)
        {
            Author(id, name, "COAUTHOR");
        }

        return this;
    }

    /// <summary>Adds a raw row.</summary>
    public BulkZip Row(string table, params string[] fields)
    {
        tables[table].AppendJoin('\t', fields).Append('\n');
        return this;
    }

    public BulkZip Without(string table)
    {
        tables.Remove(table);
        return this;
    }

    public byte[] Bytes(params (string Name, byte[] Content)[] others) =>
        Pack(tables.ToDictionary(table => table.Key + ".dat", table => Encoding.UTF8.GetBytes(table.Value.ToString())).Concat(others.Select(other => KeyValuePair.Create(other.Name, other.Content))));

    private static byte[] Pack(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return packed.ToArray();
    }

    private static string Prefix(BillId bill) => string.Create(CultureInfo.InvariantCulture, $"{bill.Session.StartYear}{bill.Session.Extraordinary}{bill.Type}{bill.Number}");

    private static string N(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Q(string text) => $"`{text}`";

    private void Author(string version, string name, string contribution) =>
        Row("BILL_VERSION_AUTHORS_TBL", Q(version), Q("Legislator"), Q("ASSEMBLY"), Q(name), Q(contribution), "NULL", Q("Y"), Q("u"), "2026-01-01 00:00:00", Q("Y"));
}
