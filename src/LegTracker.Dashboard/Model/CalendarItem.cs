using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>Something that happens on a day, as the dashboard shows it.</summary>
/// <param name="Name">Resource name, the entry's identity.</param>
/// <param name="Date">The day, or the first of a period.</param>
internal sealed record CalendarItem(string Name, DateOnly Date, CalendarKind Kind, string What)
{
    /// <summary>The last day of a period; null for a single day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Resource name of the bill; empty without one.</summary>
    public string Bill { get; init; } = "";

    /// <summary>"AB 1831"; empty without a bill.</summary>
    public string Measure { get; init; } = "";

    /// <summary>What became of it, where that is not simply "set": "canceled", "at the latest"; may be empty.</summary>
    public string Standing { get; init; } = "";

    /// <summary>It is not on any more: called off, moved, overtaken, missed.</summary>
    public bool Off { get; init; }

    /// <summary>Verbatim from a source; empty when none gives one.</summary>
    public string Time { get; init; } = "";

    public string Place { get; init; } = "";

    /// <summary>Where it is known from: "bill history", "J.R. 61(b)(14)".</summary>
    public string Source { get; init; } = "";

    /// <summary>A sentence or two more; may be empty.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Each line or row that tells of it, oldest first.</summary>
    public ImmutableArray<Evidence> Told { get; init; } = [];

    /// <summary>When the bill's record was last confirmed, and by what; null without a bill.</summary>
    public DateTimeOffset? Confirmed { get; init; }

    public string ConfirmedBy { get; init; } = "";

    /// <summary>The last look did not confirm the bill's record.</summary>
    public bool Doubtful { get; init; }

    /// <summary>The last day on which it still matters.</summary>
    public DateOnly LastDay => Until ?? Date;

    /// <summary>The day under which it stands: a period that goes on stands under today.</summary>
    public DateOnly DayOn(DateOnly today) => Date < today && LastDay >= today ? today : Date;

    /// <summary>A bill's own hearing or deadline within three days, still on.</summary>
    public bool IsUrgent(DateOnly today) => !Off && Kind is CalendarKind.Hearing or CalendarKind.Deadline && Date >= today && Date.DayNumber - today.DayNumber <= 3;
}

/// <summary>One statement of a source.</summary>
/// <param name="Day">The statement's own date; null when it has none.</param>
/// <param name="Read">When it was read; null when that is not kept.</param>
internal sealed record Evidence(string Text, DateOnly? Day, string Source, DateTimeOffset? Read);

/// <summary>What an entry of the calendar is.</summary>
internal enum CalendarKind
{
    Other,
    Meeting,
    Hearing,
    Deadline,
    Effect,
    Legislature,
}

/// <summary>What the calendar was made from: an empty day is no proof that nothing happens.</summary>
/// <param name="Bills">Bills on the watch list.</param>
/// <param name="Unread">Those of them that no source has confirmed yet.</param>
/// <param name="Confirmed">When a source last confirmed one; null when none ever did.</param>
/// <param name="UnpublishedYears">Years whose deadlines no published calendar gives.</param>
internal sealed record CalendarBasis(int Bills, int Unread, DateTimeOffset? Confirmed, ImmutableArray<int> UnpublishedYears)
{
    /// <summary>Why there is no calendar at all, in words; empty when there is one.</summary>
    public string Fault { get; init; } = "";
}
