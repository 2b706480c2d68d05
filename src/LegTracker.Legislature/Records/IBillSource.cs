namespace LegTracker.Legislature;

/// <summary>A place bills are read from: the bulk files or the public pages.</summary>
public interface IBillSource
{
    /// <summary><c>bulk</c> or <c>pages</c>.</summary>
    string Name { get; }

    /// <summary>The host that is asked, for health and for the circuit.</summary>
    string Host { get; }

    /// <summary>The end of a pause of its own that the site is in at an instant by the record's clock; null when it may be asked.</summary>
    DateTimeOffset? RestsUntil(DateTimeOffset instant) => null;

    /// <summary>Reads the wanted bills, telling each outcome as it is known. Throws only on faults of our own and on cancellation.</summary>
    IAsyncEnumerable<SourceEvent> ReadAsync(SourceRequest request, CancellationToken cancellationToken);
}
