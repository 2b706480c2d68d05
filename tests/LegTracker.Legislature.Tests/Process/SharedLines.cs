using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LegTracker.Legislature.Tests;

/// <summary>One action line of the shared data and the file it stands in.</summary>
public sealed record SharedLine(string Source, BillId Id, HistoryLine Line);

/// <summary>Every action line in ../shared/data: bills, histories, the bulk table, the two history pages and the templates' examples.</summary>
public static partial class SharedLines
{
    public static IReadOnlyList<SharedLine> All() =>
        [.. OfBills(), .. OfHistories(), .. OfBulkRows(), .. OfStatusPage(), .. OfOldPage(), .. Templates().Select(template => template.Example)];

    /// <summary>The templates, each with the real line it was made from.</summary>
    public static IReadOnlyList<(string Template, SharedLine Example)> Templates() =>
    [
        .. File.ReadLines(SharedData.PathOf("action_templates.tsv"))
            .Where(row => row.Length > 0 && row[0] != '#')
            .Select(row => row.Split('\t'))
            .Select(cells => (cells[1], new SharedLine("action_templates.tsv", IdOf(cells[3]), new HistoryLine(Histories.Day(cells[4][..10]), SourceText.Clean(cells[2]))))),
    ];

    private static IEnumerable<SharedLine> OfBills() => Files("bills").SelectMany(file =>
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        var root = document.RootElement;
        var id = BillId.FromLeginfoId(root.GetProperty("bill_id").GetString()!);
        return Lines(file, id, root, "actions").Concat(Lines(file, id, root, "actions_newest_first")).ToList();
    });

    private static IEnumerable<SharedLine> OfHistories() => Files("histories").SelectMany(file =>
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        var root = document.RootElement;
        return root.TryGetProperty("histories", out var histories)
            ? histories.EnumerateArray().SelectMany(entry => Lines(file, IdOf(""), entry, "actions")).ToList()
            : Lines(file, BillId.FromLeginfoId(root.GetProperty("bill_id").GetString()!), root, "actions").ToList();
    });

    private static IEnumerable<SharedLine> OfBulkRows() => File.ReadLines(SharedData.PathOf("pubinfo/BILL_HISTORY_TBL.dat"))
        .Select(row => row.Split('\t').Select(cell => cell.Trim('`')).ToArray())
        .Select(cells => new SharedLine("BILL_HISTORY_TBL.dat", BillId.FromLeginfoId(cells[0]), new HistoryLine(Histories.Day(cells[2][..10]), SourceText.Clean(cells[3]))));

    private static IEnumerable<SharedLine> OfStatusPage() => StatusRow()
        .Matches(File.ReadAllText(SharedData.PathOf("pages/leginfo_billStatusClient_201120120SB1002.txt")))
        .Select(row => new SharedLine("leginfo_billStatusClient", BillId.FromLeginfoId("201120120SB1002"), new HistoryLine(
            DateOnly.ParseExact(row.Groups["day"].Value, "MM/dd/yy", CultureInfo.InvariantCulture), SourceText.Clean(row.Groups["text"].Value))));

    private static IEnumerable<SharedLine> OfOldPage() => OldRow()
        .Matches(File.ReadAllText(SharedData.PathOf("pages/leginfo_old_sb_820_bill_20130926_history.txt")).Split("BILL HISTORY 2013 ")[1])
        .Select(row => new SharedLine("leginfo_old_sb_820", BillId.FromLeginfoId("201320140SB820"), new HistoryLine(
            DateOnly.ParseExact($"{row.Groups["month"].Value[..3]} {row.Groups["day"].Value} 2013", "MMM d yyyy", CultureInfo.InvariantCulture),
            SourceText.Clean(row.Groups["text"].Value))));

    private static IEnumerable<SharedLine> Lines(string file, BillId id, JsonElement root, string name) =>
        root.TryGetProperty(name, out var actions) && actions.ValueKind == JsonValueKind.Array
            ? actions.EnumerateArray().Select(action => new SharedLine(Path.GetFileName(file), id, new HistoryLine(
                Histories.Day(action.GetProperty("date").GetString()![..10].Replace("??", "01", StringComparison.Ordinal)),
                SourceText.Clean((action.TryGetProperty("text", out var text) ? text : action.GetProperty("action")).GetString()))))
            : [];

    private static IEnumerable<string> Files(string folder) =>
        Directory.GetFiles(SharedData.PathOf(folder), "*.json").Order(StringComparer.Ordinal);

    private static BillId IdOf(string text) => BillId.TryFromLeginfoId(text, out var id) ? id : BillId.FromLeginfoId("202320240AB9000");

    [GeneratedRegex(@"^(?<day>[0-9]{2}/[0-9]{2}/[0-9]{2}) \| (?<text>.+?) \|", RegexOptions.Multiline)]
    private static partial Regex StatusRow();

    // A new row of the old page begins with a month and a day outside parentheses and after a full stop.
    [GeneratedRegex(@"(?<month>Jan\.|Feb\.|Mar\.|Apr\.|May|June|July|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) (?<day>[0-9]{1,2}) (?<text>.+?\.)(?= (Jan\.|Feb\.|Mar\.|Apr\.|May|June|July|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) [0-9]{1,2} [A-Z]|\s+\[cut off|\s*$)", RegexOptions.Singleline)]
    private static partial Regex OldRow();
}
