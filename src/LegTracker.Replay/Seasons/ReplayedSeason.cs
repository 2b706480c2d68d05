using LegTracker.Legislature;
using LegTracker.Replay.Histories;
using LegTracker.Replay.Seasons;

namespace LegTracker.Replay;

/// <summary>A generated two-year session: measures under invented numbers, each with a course of real wordings, and the script of what they change.</summary>
/// <remarks>The same numbers always give the same season. Nothing in it happened: every topic says that the number is invented.</remarks>
public sealed class ReplayedSeason
{
    private const int FirstNumber = 9001;
    private const int MostOfAType = 999;

    private ReplayedSeason(IReadOnlyList<ReplayedBill> bills, IReadOnlyList<ScriptedChange> script)
    {
        Bills = bills;
        Script = script;
    }

    /// <summary>Largest number of measures.</summary>
    public const int Most = 2 * MostOfAType;

    /// <summary>Every change after a measure's first reading, which is that of its introduction's evening.</summary>
    public IReadOnlyList<ScriptedChange> Script { get; }

    /// <summary>Each measure with the day of its introduction, oldest first.</summary>
    public IReadOnlyList<(BillId Bill, DateOnly Introduced)> Introductions =>
        [.. Bills.Select(bill => (bill.Id, bill.Lines[0].Date)).OrderBy(bill => bill.Date).ThenBy(bill => bill.Id)];

    /// <summary>The measures with all that is to come.</summary>
    internal IReadOnlyList<ReplayedBill> Bills { get; }

    /// <param name="measures">1 to <see cref="Most"/>: three Assembly bills to two Senate bills as far as numbers go.</param>
    /// <param name="session">The regular session they are of.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too few or too many measures.</exception>
    public static ReplayedSeason Generate(int measures, int seed, Session session)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(measures, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(measures, Most);
        var assembly = Math.Min(MostOfAType, Math.Max(measures - MostOfAType, measures * 3 / 5));
        var (bills, script) = (new List<ReplayedBill>(), new List<ScriptedChange>());
        foreach (var index in Enumerable.Range(0, measures))
        {
            var (type, number) = index < assembly ? (MeasureType.AB, index) : (MeasureType.SB, index - assembly);
            var course = new CourseWalk(new Random(HashOf(seed, index)), session).Walk(new BillId(session, type, FirstNumber + number), index);
            bills.Add(course.Bill());
            script.AddRange(course.Script());
        }

        return new ReplayedSeason(bills, script);
    }

    /// <summary>This season with another after it: one legislature that goes on.</summary>
    public ReplayedSeason Then(ReplayedSeason next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return new ReplayedSeason([.. Bills, .. next.Bills], [.. Script, .. next.Script]);
    }

    private static int HashOf(int seed, int index) => unchecked((seed * 397 + 17) * 7919 + index * 104_729) & int.MaxValue;
}
