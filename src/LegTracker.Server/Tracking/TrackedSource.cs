using System.Globalization;
using LegTracker.Legislature;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tracking;

/// <summary>A source as Tracking runs it: with its schedule, its host's circuit and one poll at a time.</summary>
/// <param name="Schedule">When it is polled as a whole; null when it is polled bill by bill (<see cref="ByBill"/>).</param>
/// <param name="Circuit">The same one for every source on the host.</param>
/// <param name="Disabled">Why it is not polled, in words and with the setting to change; null when it is.</param>
internal sealed record TrackedSource(IBillSource Source, PollSchedule? Schedule, HostCircuit Circuit, string? Disabled) : IDisposable
{
    /// <summary>Where the source's whole files go besides the tracked bills; null for a source without such files.</summary>
    public ICatalogIntake? Catalog { get; init; }

    /// <summary>When its bills are due one by one; null when it is polled as a whole.</summary>
    public BillSchedule? ByBill { get; init; }

    /// <summary>Why a person paused it; null when nobody did.</summary>
    public string? Paused { get; set; }

    /// <summary>Why it is not polled, by a setting or by a person; null when it is.</summary>
    public string? NotPolled => Disabled ?? Paused;

    /// <summary>Why it may not be asked now; null when it may.</summary>
    public (SourceState State, string Reason)? Rest =>
        NotPolled is { } reason ? (SourceState.Paused, reason)
        : Circuit.OpenUntil is { } until ? (SourceState.CircuitOpen, string.Create(
            CultureInfo.InvariantCulture,
            $"{Circuit.Failures} failure(s) in a row; {Source.Host} is left alone until {CaliforniaTime.InLosAngeles(until):yyyy-MM-dd HH:mm} Los Angeles time"))
        : null;

    /// <summary>Held while a poll runs.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>When it may be polled next: as a whole, its first due time after the host's rest; bill by bill, the end of that rest or null.</summary>
    /// <param name="notBefore">By the record's clock, when something else wants it left alone.</param>
    public DateTimeOffset? NextAttempt(LegislativeClock clock, DateTimeOffset? notBefore)
    {
        var now = clock.Now;
        var earliest = now + Circuit.RestsFor * clock.Speed;
        earliest = notBefore > earliest ? notBefore.Value : earliest;
        return ByBill is null ? Schedule?.NextAfter(earliest) : earliest > now ? earliest : null;
    }

    public void Dispose() => Turn.Dispose();
}
