using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Feeds;

/// <summary>How sure an event is; iCalendar's STATUS by the same names.</summary>
internal enum EventStatus
{
    Confirmed,
    Tentative,
    Cancelled,
}

/// <summary>An all-day event of a bill, in text that is not escaped yet.</summary>
/// <param name="Uid">The same for the same event, however it changes.</param>
/// <param name="Sequence">Grows when the event changes; 0 at first.</param>
/// <param name="Revised">When what it says was recorded last.</param>
/// <param name="Description">A line each.</param>
/// <param name="Place">Verbatim; null when no source gives it.</param>
/// <param name="Category">HEARING or DEADLINE.</param>
internal sealed record CalendarEvent(
    string Uid, int Sequence, DateTimeOffset Revised, BillId Bill, DateOnly Day, string Summary, ImmutableArray<string> Description, string? Place, EventStatus Status, string Category);
