using LegTracker.Legislature;

namespace LegTracker.Server.Tracking;

/// <summary>A source as Tracking runs it: with its schedule, its circuit and one poll at a time.</summary>
/// <param name="Disabled">Why it is not polled, in words and with the setting to change; null when it is.</param>
internal sealed record TrackedSource(IBillSource Source, PollSchedule Schedule, HostCircuit Circuit, string? Disabled) : IDisposable
{
    /// <summary>Where the source's whole files go besides the tracked bills; null for a source without such files.</summary>
    public ICatalogIntake? Catalog { get; init; }

    /// <summary>Held while a poll runs.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    public void Dispose() => Turn.Dispose();
}
