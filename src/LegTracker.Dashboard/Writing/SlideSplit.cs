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
        var chunks = Chunks([.. lines.Select(line => line with { Line = Cut(line.Line, room) })], chunk => Holds(title, [.. chunk.Select(line => line.Line.Text)], room));
        if (chunks.Count > 1 && chunks[^1].Count == 1 && chunks[^2].Count > 2)
        {
            chunks[^1].Insert(0, chunks[^2][^1]);
            chunks[^2].RemoveAt(chunks[^2].Count - 1);
        }

        return chunks.Select(chunk => new LineChunk(
            [.. chunk.Select(line => line.Line)],
            [.. chunk.Select(line => line.Entry).OfType<SegmentEntry>().Distinct()]));
    }

    /// <summary>The bullets that fit one slide, in their order: those of the lowest rank first, at least one.</summary>
    public static ImmutableArray<SlideLine> Fitting(string title, ImmutableArray<(SlideLine Line, int Rank)> lines, DeckRoom room)
    {
        lines = [.. lines.Select(line => line with { Line = Cut(line.Line, room) })];
        var chosen = new SortedSet<int>();
        foreach (var index in Enumerable.Range(0, lines.Length).OrderBy(index => lines[index].Rank))
        {
            if (chosen.Count == 0 || Holds(title, [.. chosen.Append(index).Select(at => lines[at].Line.Text)], room))
            {
                chosen.Add(index);
            }
        }

        return [.. chosen.Select(index => lines[index].Line)];
    }

    /// <summary>Chunks of rows, each with the header.</summary>
    public static IEnumerable<RowChunk> Rows(string title, SlideTable empty, ImmutableArray<(ImmutableArray<SlideLine> Cells, SegmentEntry Entry)> rows, DeckRoom room)
    {
        SlideTable With(IEnumerable<(ImmutableArray<SlideLine> Cells, SegmentEntry Entry)> chunk) => empty with { Rows = [.. chunk.Select(row => row.Cells)] };
        bool Holds(IEnumerable<(ImmutableArray<SlideLine> Cells, SegmentEntry Entry)> chunk) => SlideFit.TableHeight(With(chunk), DeckMeasures.SmallestTableSize, room) <= room.Table.Height;
        var chunks = Chunks([.. rows.Select(row => Cut(row, one => Holds([one])))], chunk =>
            chunk.Count <= DeckMeasures.MostBullets
            && SlidePlan.WordsOf(title) + TailWords + With(chunk).Words <= DeckMeasures.MostWords
            && Holds(chunk));
        return chunks.Select(chunk => new RowChunk(With(chunk), [.. chunk.Select(row => row.Entry).Distinct()]));
    }

    // A bullet or a row that has more than a slide to itself is cut, and the hand-out has the whole.
    private static SlideLine Cut(SlideLine line, DeckRoom room)
    {
        for (var words = SlidePlan.WordsOf(line.Text) - 1; words > 0 && !room.Body.Holds([line.Text], DeckMeasures.SmallestBodySize); words--)
        {
            line = line with { Text = TextMeasure.Shorten(line.Text, words) };
        }

        return line;
    }

    private static (ImmutableArray<SlideLine> Cells, SegmentEntry Entry) Cut((ImmutableArray<SlideLine> Cells, SegmentEntry Entry) row, Func<(ImmutableArray<SlideLine> Cells, SegmentEntry Entry), bool> fits)
    {
        for (var words = row.Cells.Max(cell => SlidePlan.WordsOf(cell.Text)) - 1; words > 0 && !fits(row); words--)
        {
            row = row with { Cells = [.. row.Cells.Select(cell => cell with { Text = TextMeasure.Shorten(cell.Text, words) })] };
        }

        return row;
    }

    private static bool Holds(string title, IReadOnlyCollection<string> bullets, DeckRoom room) =>
        bullets.Count <= DeckMeasures.MostBullets
        && SlidePlan.WordsOf(title) + TailWords + bullets.Sum(SlidePlan.WordsOf) <= DeckMeasures.MostWords
        && room.Body.Holds(bullets, DeckMeasures.SmallestBodySize);

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
