using LegTracker.Legislature;

namespace LegTracker.Server.Comparing;

/// <summary>How one line of a reading stands to what is recorded.</summary>
/// <param name="Known">The recorded action it is, or was before it was reworded; null for a new line.</param>
internal sealed record MatchedLine(HistoryLine Line, int Occurrence, RecordedAction? Known, bool Reworded);

/// <summary>A reading's lines matched with the recorded ones by date, normalized text and occurrence; order does not matter.</summary>
/// <param name="Lost">Recorded actions that the reading lacks and that were not reworded.</param>
internal sealed record HistoryMatch(IReadOnlyList<MatchedLine> Lines, IReadOnlyList<RecordedAction> Lost)
{
    // Two lines of one date that share this much of their words are the same line, reworded.
    private const double SharedWords = 0.6;

    public static HistoryMatch Of(IReadOnlyList<RecordedAction> recorded, IReadOnlyList<HistoryLine> read)
    {
        var left = recorded.ToDictionary(action => (action.Line.Date, ActionText.Normalize(action.Line.Text), action.Occurrence));
        var counts = new Dictionary<(DateOnly, string), int>();
        var lines = new List<MatchedLine>(read.Count);
        foreach (var line in read)
        {
            var key = (line.Date, ActionText.Normalize(line.Text));
            var occurrence = counts[key] = counts.GetValueOrDefault(key) + 1;
            left.Remove((line.Date, key.Item2, occurrence), out var known);
            lines.Add(new MatchedLine(line, occurrence, known, Reworded: false));
        }

        var lost = left.Values.OrderBy(action => action.Line.Date).ToList();
        for (var index = 0; index < lines.Count && lost.Count > 0; index++)
        {
            var line = lines[index];
            if (line.Known is null && Nearest(line.Line, lost) is { } before)
            {
                lines[index] = line with { Known = before, Reworded = true };
                lost.Remove(before);
            }
        }

        return new HistoryMatch(lines, lost);
    }

    private static RecordedAction? Nearest(HistoryLine line, List<RecordedAction> lost) => lost
        .Where(action => action.Line.Date == line.Date)
        .Select(action => (Action: action, Shared: Share(action.Line.Text, line.Text)))
        .Where(pair => pair.Shared >= SharedWords)
        .OrderByDescending(pair => pair.Shared)
        .Select(pair => pair.Action)
        .FirstOrDefault();

    // Dice's coefficient over words.
    private static double Share(string left, string right)
    {
        var (a, b) = (WordsOf(left), WordsOf(right));
        var shared = a.Sum(word => Math.Min(word.Value, b.GetValueOrDefault(word.Key)));
        var all = a.Values.Sum() + b.Values.Sum();
        return all == 0 ? 0 : 2.0 * shared / all;
    }

    private static Dictionary<string, int> WordsOf(string text) => text
        .Split([' ', '.', ',', ';', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
        .GroupBy(word => word.ToUpperInvariant())
        .ToDictionary(group => group.Key, group => group.Count());
}
