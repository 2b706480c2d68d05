using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>The two-lane picture: each house's four steps in the order the measure takes them, then concurrence and the Governor.</summary>
internal static class ProgressPicture
{
    private const int StepsOfLane = 4;
    private const int Concurrence = 2 * StepsOfLane;
    private const int Governor = Concurrence + 1;
    private const int Beyond = Governor + 1;

    /// <summary>A step the measure has been at.</summary>
    /// <param name="Reported">When a committee at the step last passed it on.</param>
    private sealed record Step(DateOnly Entered, DateOnly? Left, DateOnly? Reported);

    /// <summary>A line and the standing it brought.</summary>
    public sealed record Point(LineReading Reading, Standing Standing)
    {
        public DateOnly Date => Reading.Line.Date;
    }

    /// <param name="course">The measure's standings in the order read.</param>
    /// <param name="end">The day a rule ended it, or null.</param>
    public static ImmutableArray<ProgressMark> Of(BillId id, IReadOnlyList<Point> course, DateOnly? end)
    {
        var steps = new Step?[Beyond + 1];
        var here = 0;
        int? first = course.Any(point => point.Reading.IsIntroduction) ? 0 : null;
        foreach (var point in course)
        {
            var (reading, standing) = point;
            foreach (var index in PassedInside(point))
            {
                steps[index] = (steps[index] ?? new Step(point.Date, null, null)) with { Reported = IsEntry(index) ? null : point.Date };
            }

            if (reading.Has(Move.Report) && steps[here] is { } reporting)
            {
                steps[here] = reporting with { Reported = point.Date };
            }

            var place = Position(standing, steps);
            if (place > here && steps[here] is { } left)
            {
                steps[here] = reading.Has(Move.Withdraw) && left.Reported is null ? null : left with { Left = point.Date };
            }

            here = place;
            first ??= IsPlaced(standing) ? here : null;
            if (HasReached(standing))
            {
                steps[here] ??= new Step(point.Date, null, null);
            }
        }

        var last = course.Count == 0 ? null : course[^1].Standing;
        return [.. Shown(id).Select(step => new ProgressMark(
            step.House,
            step.Step,
            first is { } begin && last is not null && IsPlaced(last) ? StateOf(step.Index, here, steps, last, end, begin) : ProgressState.Unknown,
            DateOf(step.Index, here, steps, last, course, end)))];
    }

    private static ProgressState StateOf(int index, int here, Step?[] steps, Standing last, DateOnly? end, int first) => last switch
    {
        _ when index < here && steps[index] is not null => ProgressState.Done,
        _ when index < here && !IsCovered(index, here, steps, first) => ProgressState.Unknown,
        _ when index < here => IsEntry(index) ? ProgressState.Done : ProgressState.Skipped,
        _ when index > here => ProgressState.ToCome,
        { Place: Place.Dead or Place.Vetoed } => ProgressState.Dead,
        _ when end is not null => ProgressState.Dead,
        { Place: Place.Signed or Place.Unsigned or Place.Chaptered } => ProgressState.Law,
        { Place: Place.Suspense or Place.Held or Place.Inactive } => ProgressState.Held,
        _ => HasReached(last) ? ProgressState.Here : ProgressState.ToCome,
    };

    /// <summary>Whether the history tells of the step's whole lane; concurrence depends on the second's. No house passes a measure without its floor: where a floor is missing, so may be others.</summary>
    /// <param name="first">The step at which the history at hand begins.</param>
    private static bool IsCovered(int index, int here, Step?[] steps, int first)
    {
        var lane = index < StepsOfLane ? 0 : StepsOfLane;
        var floor = lane + StepsOfLane - 1;
        return first <= lane && (floor >= here || steps[floor] is not null);
    }

    /// <summary>False while no line has told where the measure is, or was when it died.</summary>
    private static bool IsPlaced(Standing standing) => (standing.BeforeDeath ?? standing).Place is not Place.Nowhere;

    private static DateOnly? DateOf(
        int index, int here, Step?[] steps, Standing? last, IReadOnlyList<Point> course, DateOnly? end)
    {
        if (index > here || steps[index] is not { } step)
        {
            return index == here && end is not null ? end : null;
        }

        return index < here ? IsEntry(index) ? step.Entered : step.Reported ?? step.Left
            : end ?? (last is { Place: Place.Dead or Place.Vetoed or Place.Signed or Place.Unsigned or Place.Chaptered }
                ? course.First(point => point.Standing.Place is Place.Dead or Place.Vetoed or Place.Signed or Place.Unsigned or Place.Chaptered).Date
                : step.Entered);
    }

    /// <summary>Steps that a line begins and ends by itself, so that no standing shows them.</summary>
    private static IEnumerable<int> PassedInside(Point point)
    {
        var (reading, standing) = point;
        var lane = standing.InOrigin ? 0 : StepsOfLane;
        if (reading.ArrivesIn is { } house && house != standing.Id.HouseOfOrigin)
        {
            yield return StepsOfLane;
        }

        if (reading.Has(Move.Introduce))
        {
            yield return 0;
        }

        if (standing.Place is Place.Passed or Place.Filed && (reading.Has(Move.Pass) || reading.Has(Move.Adopt)))
        {
            yield return lane + StepsOfLane - 1;
        }

        if (reading.Has(Move.Concur))
        {
            yield return Concurrence;
        }
    }

    private static int Position(Standing standing, Step?[] steps)
    {
        if (standing is { Place: Place.Dead, BeforeDeath: { } before })
        {
            return Position(before, steps);
        }

        var lane = standing.InOrigin ? 0 : StepsOfLane;
        return standing.Place switch
        {
            Place.Unfinished or Place.Conference => Concurrence,
            Place.Enrolling or Place.Governor or Place.Signed or Place.Unsigned or Place.Vetoed or Place.Chaptered or Place.Filed =>
                standing.IsBill ? Governor : Beyond,
            Place.Passed => standing.InOrigin ? StepsOfLane : standing.AmendedThere ? Concurrence : standing.IsBill ? Governor : Beyond,
            _ when standing.IsBack => Concurrence,
            Place.Floor or Place.Inactive => lane + 3,
            Place.Committee or Place.Suspense or Place.Held => lane + (Committees.IsFiscal(standing.Committee) ? 2
                : Committees.IsRules(standing.Committee) && steps[lane + 1] is null ? 0 : 1),
            Place.Sent when standing.FirstPassed && standing.InOrigin => StepsOfLane,
            _ => lane,
        };
    }

    /// <summary>False while the measure is only on its way to the step.</summary>
    private static bool HasReached(Standing standing) => standing.Place is not (Place.Nowhere or Place.Passed or Place.Enrolling);

    private static bool IsEntry(int index) => index is 0 or StepsOfLane;

    private static IEnumerable<(int Index, House? House, ProgressStep Step)> Shown(BillId id)
    {
        var first = id.HouseOfOrigin;
        var isOfOneHouse = id.Type is MeasureType.HR or MeasureType.SR;
        for (var index = 0; index < (isOfOneHouse ? StepsOfLane : Concurrence); index++)
        {
            yield return (index, index < StepsOfLane ? first : first.Other(), (ProgressStep)(index % StepsOfLane));
        }

        if (!isOfOneHouse)
        {
            yield return (Concurrence, null, ProgressStep.Concurrence);
        }

        if (id.Type is MeasureType.AB or MeasureType.SB)
        {
            yield return (Governor, null, ProgressStep.Governor);
        }
    }
}
