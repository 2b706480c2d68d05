using System.Collections.Immutable;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing.Templates;

namespace LegTracker.Dashboard.Writing;

/// <summary>Cuts bullets and table rows into slides that are not too full, by words, number and measured height.</summary>
internal static class SlideSplit
{
    /// <summary>Words kept free for the line on what is in the hand-out.</summary>
    private const int TailWords = 6;

    public sealed record LineChunk(ImmutableArray<SlideLine> Lines, ImmutableArray<SegmentEntry> Entries);

    public sealed record RowChunk(SlideTable Table, ImmutableArray<SegmentEntry> Entries);

    /// <summary>Chunks of bullets; the last has at least two where there are enough.</summary>
    public static IEnumerable<LineChunk> Lines(string title, ImmutableArray<(SlideLine Line, SegmentEntry? Entry)> lines, DeckRoom room)
    {
        var chunks = Chunks([.. lines.Select(line => line with { Line = Fitting(line.Line, room) })], chunk =>
            chunk.Count <= DeckMeasures.MostBullets
            && SlidePlan.WordsOf(title) + TailWords + chunk.Sum(line => SlidePlan.WordsOf(line.Line.Text)) <= DeckMeasures.MostWords
            && room.Body.Holds(chunk.Select(line => line.Line.Text), DeckMeasures.SmallestBodySize));
        if (chunks.Count > 1 && chunks[^1].Count == 1 && chunks[^2].Count > 2)
        {
            chunks[^1].Insert(0, chunks[^2][^1]);
            chunks[^2].RemoveAt(chunks[^2].Count - 1);
        }

        return chunks.Select(chunk => new LineChunk(
            [.. chunk.Select(line => line.Line)],
            [.. chunk.Select(line => line.Entry).OfType<SegmentEntry>().Distinct()]));
    }

    /// <summary>Chunks of rows, each with the header.</summary>
    public static IEnumerable<RowChunk> Rows(string title, SlideTable empty, ImmutableArray<(ImmutableArray<SlideLine> Cells, SegmentEntry Entry)> rows, DeckRoom room)
    {
        SlideTable With(IEnumerable<(ImmutableArray<SlideLine> Cells, SegmentEntry Entry)> chunk) => empty with { Rows = [.. chunk.Select(row => row.Cells)] };
        bool Holds(IEnumerable<(ImmutableArray<SlideLine> Cells, SegmentEntry Entry)> chunk) => SlideFit.TableHeight(With(chunk), DeckMeasures.SmallestTableSize, room) <= room.Table.Height;
        var chunks = Chunks([.. rows.Select(row => Fitting(row, one => Holds([one])))], chunk =>
            chunk.Count <= DeckMeasures.MostBullets
            && SlidePlan.WordsOf(title) + TailWords + With(chunk).Words <= DeckMeasures.MostWords
            && Holds(chunk));
        return chunks.Select(chunk => new RowChunk(With(chunk), [.. chunk.Select(row => row.Entry).Distinct()]));
    }

    // A bullet or a row that has more than a slide to itself is cut, and the hand-out has the whole.
    private static SlideLine Fitting(SlideLine line, DeckRoom room)
    {
        for (var words = SlidePlan.WordsOf(line.Text) - 1; words > 0 && !room.Body.Holds([line.Text], DeckMeasures.SmallestBodySize); words--)
        {
            line = line with { Text = TextMeasure.Shorten(line.Text, words) };
        }

        return line;
    }

    private static (ImmutableArray<SlideLine> Cells, SegmentEntry Entry) Fitting((ImmutableArray<SlideLine> Cells, SegmentEntry Entry) row, Func<(ImmutableArray<SlideLine> Cells, SegmentEntry Entry), bool> fits)
    {
        for (var words = row.Cells.Max(cell => SlidePlan.WordsOf(cell.Text)) - 1; words > 0 && !fits(row); words--)
        {
            row = row with { Cells = [.. row.Cells.Select(cell => cell with { Text = TextMeasure.Shorten(cell.Text, words) })] };
        }

        return row;
    }

    private static List<List<T>> Chunks<T>(ImmutableArray<T> items, Func<List<T>, bool> fits)
    {
        var chunks = new List<List<T>>();
        foreach (var item in items)
        {
            if (chunks.Count > 0 && fits([.. chunks[^1], item]))
            {
                chunks[^1].Add(item);
            }
            else
            {
                chunks.Add([item]);
            }
        }

        return chunks;
    }
}
