using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>The Legislature's calendar: published days of some years, and what the Constitution fixes for every year.</summary>
/// <remarks>
/// A published year is completed by the Constitution's days of the kinds it does not give. A year that nobody published has those days alone:
/// what it lacks is unknown, not absent.
/// </remarks>
public sealed partial class LegislativeCalendar
{
    private readonly FrozenDictionary<int, ImmutableArray<LegislativeDeadline>> published;
    private readonly ConcurrentDictionary<int, ImmutableArray<LegislativeDeadline>> years = new();

    private LegislativeCalendar(IEnumerable<LegislativeDeadline> days) => published = days
        .GroupBy(day => day.Date.Year)
        .ToFrozenDictionary(year => year.Key, year => year.ToImmutableArray());

    /// <summary>The calendars of 2025 and 2026 with the first days of 2027, and the Constitution's days of every year.</summary>
    public static LegislativeCalendar Official { get; } = Parse(PublishedDays);

    /// <summary>Nothing published: the Constitution's days alone.</summary>
    public static LegislativeCalendar ConstitutionOnly { get; } = new([]);

    /// <summary>Years of which at least one day was published, ascending.</summary>
    public ImmutableArray<int> PublishedYears => [.. published.Keys.Order()];

    /// <summary>Reads a calendar file: one day a line, <c>date TAB kind TAB rule TAB words</c>.</summary>
    /// <param name="text">
    /// The date is <c>2027-02-19</c>, or <c>2027-06-01..2027-06-04</c> for a period; the kind is a name of <see cref="DeadlineKind"/>; the rule may
    /// be empty. Empty lines and lines that begin with # are skipped.
    /// </param>
    /// <exception cref="FormatException">A line cannot be read, or says a day again; the message gives the line's number and the fault.</exception>
    public static LegislativeCalendar Parse(string text) => new(CalendarText.Read(text));

    /// <summary>This calendar with the other's published years added; a year that both publish is the other's alone.</summary>
    public LegislativeCalendar With(LegislativeCalendar other) => new(published
        .Where(year => !other.published.ContainsKey(year.Key))
        .Concat(other.published)
        .SelectMany(year => year.Value));

    /// <summary>What is known of a year, in order of date.</summary>
    public ImmutableArray<LegislativeDeadline> DaysOf(int year) => years.GetOrAdd(year, InOrder);

    /// <summary>The year's deadline of a kind; null when it is not known. Of several days of the kind, the last.</summary>
    public LegislativeDeadline? Find(int year, DeadlineKind kind) => DaysOf(year).LastOrDefault(day => day.Kind == kind);

    private ImmutableArray<LegislativeDeadline> InOrder(int year)
    {
        var given = published.GetValueOrDefault(year, []);
        return [.. given
            .Concat(ConstitutionalDays.Of(year).Where(day => !given.Any(other => other.Kind == day.Kind)))
            .OrderBy(day => day.Date)
            .ThenBy(day => day.Kind)];
    }
}
