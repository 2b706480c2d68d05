using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>
/// Finds the order in which one day's lines happened. Sources give a day's lines in order, or in any: the given order is kept when procedure
/// allows it, else the order that breaks procedure least is taken, the earliest such one as given.
/// </summary>
internal static class DayOrder
{
    /// <summary>Steps that the search for an order may take before the next best line is simply taken each time.</summary>
    private const int SearchSteps = 20_000;

    public static ImmutableArray<LineReading> Of(Standing start, ImmutableArray<LineReading> day)
    {
        var given = Misfits(start, day);
        var steps = SearchSteps;
        for (var allowed = 0; allowed < given && day.Length > 1; allowed++)
        {
            if (Search(start, day, [], allowed, ref steps) is { } found)
            {
                return found;
            }
        }

        if (steps > 0)
        {
            return day;
        }

        var greedy = Greedy(start, day);
        return greedy.Misfits < given ? greedy.Lines : day;
    }

    private static ImmutableArray<LineReading>? Search(
        Standing at, ImmutableArray<LineReading> left, ImmutableArray<LineReading> taken, int allowed, ref int steps)
    {
        if (left.IsEmpty)
        {
            return taken;
        }

        for (var i = 0; i < left.Length && --steps > 0; i++)
        {
            var (after, misfits) = StageMachine.Apply(at, left[i]);
            if (misfits <= allowed && Search(after, left.RemoveAt(i), taken.Add(left[i]), allowed - misfits, ref steps) is { } found)
            {
                return found;
            }
        }

        return null;
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
