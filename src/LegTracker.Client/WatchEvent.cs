using System.Collections.Immutable;
using LegTracker.V1;

namespace LegTracker.Client;

/// <summary>What a watch tells, in order.</summary>
public abstract record WatchEvent
{
    private WatchEvent()
    {
    }

    /// <summary>The server answers.</summary>
    public sealed record Connected(WatchPosition At) : WatchEvent;

    /// <summary>The connection is lost, or another try failed; the watch comes back by itself.</summary>
    /// <param name="Since">When it was lost.</param>
    /// <param name="RetryIn">Time to the next try.</param>
    /// <param name="Reason">In words.</param>
    public sealed record Disconnected(DateTimeOffset Since, TimeSpan RetryIn, string Reason) : WatchEvent;

    /// <summary>The server cannot go on from where the watch was: what was known is void and a snapshot follows.</summary>
    public sealed record Reset(string Reason) : WatchEvent;

    /// <summary>Some of the bills as they are.</summary>
    /// <param name="First">A snapshot begins: parts of an unfinished one before it are void.</param>
    /// <param name="Last">It is complete.</param>
    public sealed record SnapshotPart(ImmutableArray<Bill> Bills, bool First, bool Last, WatchPosition At) : WatchEvent;

    /// <summary>Changes in order of (revision, index), each told once; at least one.</summary>
    /// <param name="MoreOfRevision">The last revision goes on in the next event.</param>
    public sealed record Changed(ImmutableArray<Change> Changes, bool MoreOfRevision, WatchPosition At) : WatchEvent;

    /// <summary>Everything recorded so far has been told.</summary>
    public sealed record CaughtUp(WatchPosition At) : WatchEvent;

    /// <summary>Nothing happened for a while; the server is there.</summary>
    public sealed record Heartbeat(ImmutableArray<SourceAge> Sources, WatchPosition At) : WatchEvent;
}
