using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>What is known of a hearing on a day; the API's HearingStatus by the same names.</summary>
public enum HearingStatus
{
    /// <summary>A source sets it, and nothing says otherwise.</summary>
    Set,

    /// <summary>A line of the history reports what the committee did.</summary>
    Held,

    /// <summary>A line says that it was postponed.</summary>
    Postponed,

    /// <summary>A line says that it was canceled, or the table took it out.</summary>
    Canceled,

    /// <summary>A later line sets another day in its place.</summary>
    Moved,

    /// <summary>What became of the bill before its day left no room for it.</summary>
    Overtaken,

    /// <summary>Its day is over and no line says what became of it.</summary>
    Unreported,
}

/// <summary>Which kind of source tells of a hearing.</summary>
public enum HearingSourceKind
{
    /// <summary>A line of the bill's history.</summary>
    Line,

    /// <summary>A row of COMMITTEE_HEARING_TBL.</summary>
    Table,
}

/// <summary>One statement about a hearing.</summary>
/// <param name="Text">The line, verbatim, or the row in words.</param>
/// <param name="Date">The line's date; null for a row, which has none of its own.</param>
/// <param name="Read">Evidence of a row; null for a line, whose evidence is its action's.</param>
public sealed record HearingSource(HearingSourceKind Kind, string Text, DateOnly? Date, Provenance? Read);

/// <summary>A committee's hearing of a bill, from all that tells of it: the same bill, day and committee are one hearing.</summary>
/// <param name="Time">Verbatim where a source gives it; null when none does. The bulk files give days only.</param>
/// <param name="Committee">By name; the code where its name is not known; null when no source names it.</param>
/// <param name="Place">Room or building, verbatim; null when no source gives it.</param>
/// <param name="Sources">Oldest statement first; at least one.</param>
public sealed record Hearing(
    BillId Bill,
    DateOnly Date,
    string? Time,
    string? Committee,
    House? House,
    string? Place,
    HearingStatus Status,
    ImmutableArray<HearingSource> Sources)
{
    /// <summary>Whether it is still to come on a day, that day included.</summary>
    public bool IsAhead(DateOnly day) => Status == HearingStatus.Set && Date >= day;

    /// <summary>Whether both may be hearings of one committee: what is not known stands in nobody's way.</summary>
    public bool IsOfCommitteeOf(Hearing other) => IsOfCommittee(other.Committee) && (House is null || other.House is null || House == other.House);

    // A code whose committee is not known may be any of its house.
    internal bool IsOfCommittee(string? committee) => Committee is null || committee is null || Committee == committee
        || Committees.HouseOfCode(Committee) is null != Committees.HouseOfCode(committee) is null;
}
