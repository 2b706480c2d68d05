using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Comparing;

/// <summary>A recorded history laid beside a read one: each read line with the recorded action it is, and what was lost.</summary>
/// <param name="Lines">As read, in the reading's order.</param>
/// <param name="Lost">Recorded actions that are not in the reading under any wording, in recorded order.</param>
internal sealed record HistoryMatch(ImmutableArray<MatchedLine> Lines, ImmutableArray<RecordedAction> Lost)
{
    /// <summary>Two lines of one day with this share of words in common are one line reworded.</summary>
    private const double Similar = 0.6;

    /// <summary>Whether a line was added, lost or reworded.</summary>
    public bool IsNews => !Lost.IsEmpty || Lines.Any(line => line.Recorded is null || line.Reworded);

    /// <summary>Lines are the same by date, normalized text and occurrence; order does not count.</summary>
    public static HistoryMatch Of(ImmutableArray<RecordedAction> recorded, ImmutableArray<HistoryLine> read)
    {
        var known = new Dictionary<LineKey, RecordedAction>(recorded.Length);
        var occurrences = new Occurrences();
        foreach (var action in recorded)
        {
            known.Add(occurrences.Next(action.Line), action);
        }

        occurrences = new Occurrences();
        var lines = new MatchedLine[read.Length];
        for (var i = 0; i < read.Length; i++)
        {
            var key = occurrences.Next(read[i]);
            known.Remove(key, out var same);
            lines[i] = new MatchedLine(read[i], key.Occurrence, same, Reworded: false);
        }

        var lost = recorded.Where(new HashSet<RecordedAction>(known.Values, ReferenceEqualityComparer.Instance).Contains).ToList();
        Reword(lines, lost);
        return new HistoryMatch([.. lines], [.. lost]);
    }

    private static void Reword(MatchedLine[] lines, List<RecordedAction> lost)
    {
        if (lost.Count == 0)
        {
            return;
        }

        var pairs =
            from action in lost
            from i in Enumerable.Range(0, lines.Length)
            where lines[i].Recorded is null && lines[i].Line.Date == action.Line.Date
            let likeness = Likeness(action.Line.Text, lines[i].Line.Text)
            where likeness >= Similar
            orderby likeness descending
            select (action, i);
        foreach (var (action, i) in pairs.ToList())
        {
            if (lines[i].Recorded is null && lost.Exists(other => ReferenceEquals(other, action)))
            {
                lost.RemoveAll(other => ReferenceEquals(other, action));
                lines[i] = lines[i] with { Recorded = action, Reworded = true };
            }
        }
    }

    /// <summary>Share of words in common: 1 for the same words, 0 for none.</summary>
    private static double Likeness(string one, string other)
    {
        var left = Words(one);
        var right = Words(other);
        var counts = left.CountBy(word => word).ToDictionary();
        var shared = right.CountBy(word => word).Sum(word => Math.Min(word.Value, counts.GetValueOrDefault(word.Key)));
        return left.Length + right.Length == 0 ? 0 : 2.0 * shared / (left.Length + right.Length);
    }

    private static string[] Words(string text) =>
        text.ToLowerInvariant().Split([' ', '.', ',', ';', ':', '(', ')'], StringSplitOptions.RemoveEmptyEntries);

    private readonly record struct LineKey(DateOnly Date, string Text, int Occurrence);

    private sealed class Occurrences
    {
        private readonly Dictionary<(DateOnly Date, string Text), int> counts = [];

        public LineKey Next(HistoryLine line)
        {
            var text = ActionText.Normalize(line.Text);
            var occurrence = counts.GetValueOrDefault((line.Date, text)) + 1;
            counts[(line.Date, text)] = occurrence;
            return new LineKey(line.Date, text, occurrence);
        }
    }
}

/// <summary>A read line and the recorded action that it is.</summary>
/// <param name="Occurrence">1 for the first line with this date and normalized text, 2 for its repeat …</param>
/// <param name="Recorded">Null for a new line.</param>
/// <param name="Reworded">True when the recorded action had other words.</param>
internal sealed record MatchedLine(HistoryLine Line, int Occurrence, RecordedAction? Recorded, bool Reworded);
