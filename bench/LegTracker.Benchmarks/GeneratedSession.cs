using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace LegTracker.Benchmarks;

/// <summary>Bulk files of an invented session at real scale, the same bytes each time: the four tables in the Legislature's layout, and texts that are most of the bytes.</summary>
internal sealed class GeneratedSession
{
    public const int Measures = 5_000;
    private const int LinesEach = 30;
    private const int FirstDay = 739_222;

    private static readonly string[] Templates =
    [
        "Introduced. Read first time. To Com. on RLS. for assignment. To print.",
        "From committee: Do pass and re-refer to Com. on  APPR. (Ayes {0}. Noes  {1}.) (April  {2}). Re-referred to Com. on  APPR.",
        "Read second time and amended. Ordered returned to second reading.",
        "In committee: Set, first hearing. Hearing canceled at the request of author.",
        "Read third time. Passed. (Ayes {0}. Noes {1}. Page {2}.) Ordered to the Senate.",
        "From committee chair, with author's amendments: Amend, and re-refer to committee. Read second time, amended, and re-referred to Com. on PUB. S.",
        "Chaptered by Secretary of State - Chapter {2}, Statutes of 2025.",
    ];

    private readonly Random random = new(20252026);
    private readonly StringBuilder bills = new();
    private readonly StringBuilder lines = new();
    private readonly StringBuilder versions = new();
    private readonly StringBuilder authors = new();
    private int texts;
    private long historyId = 118_000_000;

    /// <summary>Rows of all four tables.</summary>
    public int Rows { get; private set; }

    /// <summary>Writes the session file: 5,000 measures, 150,000 lines, 16,000 prints with a text each.</summary>
    public static GeneratedSession Whole(string path, int textBytes)
    {
        var session = new GeneratedSession();
        for (var number = 1; number <= Measures; number++)
        {
            session.Bill(number, LinesEach, number % 5 == 0 ? 4 : 3);
        }

        session.Pack(path, textBytes);
        return session;
    }

    /// <summary>Writes an increment: some measures with a line and a print more.</summary>
    public static GeneratedSession Increment(string path, int count, int textBytes)
    {
        var session = new GeneratedSession();
        for (var number = 1; number <= count; number++)
        {
            session.Bill(number * 7, LinesEach + 1, number * 7 % 5 == 0 ? 5 : 4);
        }

        session.Pack(path, textBytes);
        return session;
    }

    private void Bill(int number, int lineCount, int prints)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"202520260AB{number}");
        Row(bills, $"`{id}`\t`20252026`\t`0`\t`AB`\t{number}\t`Amended Assembly`\tNULL\tNULL\tNULL\tNULL\t`{Version(number, prints - 1)}`\t`Y`\t`HS_INT`\t2026-02-28 20:09:11\t`CX18`\t`Committee`\t`Assembly`\t`In Committee Process`\t2025-03-22 00:00:00");
        for (var line = 0; line < lineCount; line++)
        {
            var text = string.Format(CultureInfo.InvariantCulture, Templates[random.Next(Templates.Length)], random.Next(40, 80), random.Next(0, 30), random.Next(1, 900));
            Row(lines, $"`{id}`\t{historyId++}\t{Day(line * 12)} 00:00:00\t`{text}`\t`LEG_ESI`\t2026-02-28 20:09:11\t{line + 1}\t`441`\t`Applied`\t`Assembly`\t`Committee`\t`CX18`\t`In Committee Process`");
        }

        for (var print = 0; print < prints; print++)
        {
            Row(versions, $"`{Version(number, print)}`\t`{id}`\t{99 - print}\t{Day(print * 90)} 00:00:00\t`{(print == 0 ? "Introduced" : "Amended Assembly")}`\tNULL\t`Crimes: invented subject {number}.`\t`Majority`\t`No`\t`Yes`\t`Yes`\tNULL\t`No`\t`No`\tBILL_VERSION_TBL_{++texts}.lob\t`Y`\t`LEG_ESI`\t{Day(print * 90)} 17:20:10");
            for (var author = 0; author < 4; author++)
            {
                Row(authors, $"`{Version(number, print)}`\t`Legislator`\t`ASSEMBLY`\t`Invented{random.Next(120)}`\t`{(author == 0 ? "LEAD_AUTHOR" : "COAUTHOR")}`\tNULL\t`Y`\t`LEG_ESI`\t{Day(print * 90)} 17:20:10\t`{(author == 0 ? "Y" : "N")}`");
            }
        }
    }

    private void Pack(string path, int textBytes)
    {
        using var zip = new ZipArchive(new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 20), ZipArchiveMode.Create);
        foreach (var (name, table) in new[] { ("BILL_TBL", bills), ("BILL_HISTORY_TBL", lines), ("BILL_VERSION_TBL", versions), ("BILL_VERSION_AUTHORS_TBL", authors) })
        {
            Entry(zip, name + ".dat", Encoding.UTF8.GetBytes(table.ToString()), CompressionLevel.Optimal);
            table.Clear();
        }

        // As large as a real text is once it is compressed.
        var text = new byte[textBytes];
        for (var index = 1; index <= texts; index++)
        {
            random.NextBytes(text);
            Entry(zip, string.Create(CultureInfo.InvariantCulture, $"BILL_VERSION_TBL_{index}.lob"), text, CompressionLevel.NoCompression);
        }
    }

    private void Row(StringBuilder table, FormattableString row)
    {
        table.Append(row.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Rows++;
    }

    private static void Entry(ZipArchive zip, string name, byte[] content, CompressionLevel level)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(content);
    }

    private static string Version(int number, int print) => string.Create(CultureInfo.InvariantCulture, $"20250AB{number}{99 - print}{(print == 0 ? "INT" : "AMD")}");

    private static string Day(int offset) => DateOnly.FromDayNumber(FirstDay + offset).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
