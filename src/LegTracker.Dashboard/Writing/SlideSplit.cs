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
        var chunks = Chunks(lines, chunk =>
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
        var chunks = Chunks(rows, chunk =>
            chunk.Count <= DeckMeasures.MostBullets
            && SlidePlan.WordsOf(title) + TailWords + With(chunk).Words <= DeckMeasures.MostWords
            && SlideFit.TableHeight(With(chunk), DeckMeasures.SmallestTableSize, room) <= room.Table.Height);
        return chunks.Select(chunk => new RowChunk(With(chunk), [.. chunk.Select(row => row.Entry).Distinct()]));
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
