using System.Globalization;
using System.Text.Json;

namespace LegTracker.Legislature.Tests;

/// <summary>A history for tests: the bill it is of and its lines, oldest first.</summary>
public sealed record TestHistory(string Name, BillId Id, IReadOnlyList<HistoryLine> Lines)
{
    public override string ToString() => Name;
}

/// <summary>Where tests take histories from: short texts in the test, our fixtures, or the real ones in ../shared/data.</summary>
public static class Histories
{
    /// <summary>Lines as <c>2025-02-19 | Read first time. To print.</c></summary>
    public static IReadOnlyList<HistoryLine> Lines(params string[] lines) =>
        [.. lines.Select(line => line.Split('|', 2, StringSplitOptions.TrimEntries)).Select(parts => new HistoryLine(Day(parts[0]), parts[1]))];

    /// <summary>A fixture of ours: <c>Fixtures/NAME.txt</c>, its first line the bill's leginfo id; lines that begin with # are remarks.</summary>
    public static TestHistory Fixture(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(TestFolder, "Fixtures", name + ".txt")).Where(line => line.Length > 0 && line[0] != '#').ToArray();
        return new TestHistory(name, BillId.FromLeginfoId(lines[0]), Lines(lines[1..]));
    }

    /// <summary>A real history whose measure number is known.</summary>
    public static TestHistory OfBill(string leginfoId)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf($"bills/{leginfoId}.json")));
        var lines = document.RootElement.TryGetProperty("actions", out var actions)
            ? LinesOf(actions)
            : LinesOf(document.RootElement.GetProperty("actions_newest_first")).AsEnumerable().Reverse();
        return new TestHistory(leginfoId, BillId.FromLeginfoId(leginfoId), [.. lines]);
    }

    /// <summary>Every real history that is complete.</summary>
    public static IEnumerable<TestHistory> Complete()
    {
        foreach (var file in Directory.GetFiles(SharedData.PathOf("bills"), "*.json").Order(StringComparer.Ordinal))
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            if (document.RootElement.GetProperty("history_complete").GetBoolean())
            {
                yield return OfBill(Path.GetFileNameWithoutExtension(file));
            }
        }

        foreach (var history in Unnumbered("2023-24-rare.json").Concat(Unnumbered("2023-24-unnumbered.json")))
        {
            yield return history;
        }
    }

    /// <summary>A real history without a measure number, under an invented one of its house and kind.</summary>
    public static TestHistory Unnumbered(string file, string id) => Unnumbered(file).Single(history => history.Name == id);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string TestFolder => Path.Combine(SharedData.RepositoryRoot, "tests", "LegTracker.Legislature.Tests");

    private static List<TestHistory> Unnumbered(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf("histories/" + file)));
        return [.. document.RootElement.GetProperty("histories").EnumerateArray().Select((entry, index) =>
        {
            var lines = LinesOf(entry.GetProperty("actions"));
            return new TestHistory(entry.GetProperty("id").GetString()!, new BillId(new Session(2023), TypeOf(lines), 9000 + index), lines);
        })];
    }

    private static MeasureType TypeOf(IReadOnlyList<HistoryLine> lines)
    {
        var text = string.Join('\n', lines.Select(line => line.Text));
        var isOfSenate = text.Contains("May be acted upon", StringComparison.Ordinal) || text.Contains("Introduced. Referred to Com. on RLS.", StringComparison.Ordinal);
        return text.Contains("Read third time. Adopted.", StringComparison.Ordinal) ? MeasureType.ACA
            : text.Contains("Res. Chapter", StringComparison.Ordinal) ? MeasureType.ACR
            : text.Contains("Ordered to the Assembly", StringComparison.Ordinal) && text.Contains("Be adopted", StringComparison.Ordinal) ? MeasureType.SCR
            : text.Contains("Read. Adopted.", StringComparison.Ordinal) ? isOfSenate ? MeasureType.SR : MeasureType.HR
            : isOfSenate ? MeasureType.SB
            : MeasureType.AB;
    }

    private static List<HistoryLine> LinesOf(JsonElement actions) => [.. actions.EnumerateArray().Select(action => new HistoryLine(
        Day(action.GetProperty("date").GetString()!),
        SourceText.Clean((action.TryGetProperty("text", out var text) ? text : action.GetProperty("action")).GetString())))];
}
