using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

internal abstract partial record Msg
{
    /// <summary>What concerns the calendar screen.</summary>
    internal abstract record OfCalendar : Msg;

    /// <summary>The calendar as it is now; replaces what was known.</summary>
    internal sealed record CalendarArrived(ImmutableArray<CalendarItem> Items, CalendarBasis Basis) : OfCalendar;

    /// <summary>Show the last 30 days too, or only from today on.</summary>
    internal sealed record LookBack : OfCalendar;

    /// <summary>What concerns the candidates screen.</summary>
    internal abstract record OfCandidates : Msg;

    /// <summary>All candidates as they are now; replaces what was known.</summary>
    internal sealed record CandidatesArrived(ImmutableArray<CandidateItem> Candidates) : OfCandidates;

    /// <summary>The server has kept what was decided of a candidate.</summary>
    internal sealed record CandidateDecided(string Candidate, CandidateMark State, string Reason, string By, DateTimeOffset? At) : OfCandidates;

    /// <summary>Put the candidate under the cursor on the watch list.</summary>
    internal sealed record Accept : OfCandidates;

    /// <summary>Ask why the candidate under the cursor is set aside.</summary>
    internal sealed record Dismiss : OfCandidates;

    /// <summary>Set a candidate aside, for a reason that may be empty.</summary>
    internal sealed record DismissFor(string Candidate, string Reason) : OfCandidates;
}
