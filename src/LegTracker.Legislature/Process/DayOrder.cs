using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>
/// Finds the order in which one day's lines happened. Sources give a day's lines in order, or in any: the given order is kept when procedure
/// allows it, else the order that breaks procedure least is taken, the earliest such one as given.
/// </summary>
internal static class DayOrder
{
    private const int SearchedLines = 6;

    public static ImmutableArray<LineReading> Of(Standing start, ImmutableArray<LineReading> day)
    {
        var given = Misfits(start, day);
        if (given == 0 || day.Length == 1)
        {
            return day;
        }

        var found = day.Length <= SearchedLines ? Search(start, day, [], 0, (given, day)) : Greedy(start, day);
        return found.Misfits < given ? found.Lines : day;
    }

    private static (int Misfits, ImmutableArray<LineReading> Lines) Search(
        Standing at, ImmutableArray<LineReading> left, ImmutableArray<LineReading> taken, int misfits, (int Misfits, ImmutableArray<LineReading> Lines) best)
    {
        if (left.IsEmpty)
        {
            return (misfits, taken);
        }

        for (var i = 0; i < left.Length && best.Misfits > 0; i++)
        {
            var (after, more) = StageMachine.Apply(at, left[i]);
            if (misfits + more < best.Misfits)
            {
                best = Search(after, left.RemoveAt(i), taken.Add(left[i]), misfits + more, best);
            }
        }

        return best;
    }

    private static (int Misfits, ImmutableArray<LineReading> Lines) Greedy(Standing start, ImmutableArray<LineReading> day)
    {
        var (at, left, taken) = (start, day, ImmutableArray.CreateBuilder<LineReading>(day.Length));
        var misfits = 0;
        while (!left.IsEmpty)
        {
            var (index, step) = Enumerable.Range(0, left.Length).Select(i => (i, StageMachine.Apply(at, left[i]))).MinBy(option => option.Item2.Misfits);
            misfits += step.Misfits;
            at = step.After;
            taken.Add(left[index]);
            left = left.RemoveAt(index);
        }

        return (misfits, taken.ToImmutable());
    }

    private static int Misfits(Standing start, ImmutableArray<LineReading> lines)
    {
        var (at, misfits) = (start, 0);
        foreach (var line in lines)
        {
            (at, var more) = StageMachine.Apply(at, line);
            misfits += more;
        }

        return misfits;
    }
}
