using System.Collections.Immutable;

namespace LegTracker.Client;

/// <summary>Where a watch begins and which bills it follows.</summary>
/// <param name="AfterRevision">Begin after this revision; null otherwise.</param>
/// <param name="Epoch">Store epoch that <paramref name="AfterRevision"/> belongs to; empty for "whatever it is".</param>
/// <param name="WithSnapshot">Begin with the bills as they are.</param>
/// <param name="Bills">Resource names; empty for all.</param>
public sealed record WatchStart(long? AfterRevision, string Epoch, bool WithSnapshot, ImmutableArray<string> Bills)
{
    /// <summary>Words in place of <see cref="Bills"/>, as ListBills takes them; empty for all.</summary>
    public string Filter { get; init; } = "";

    /// <summary>Everything recorded after a revision; 0 for the whole log.</summary>
    /// <param name="bills">Resource names; empty for all.</param>
    public static WatchStart After(long revision, IEnumerable<string> bills, string epoch = "") => new(revision, epoch, false, [.. bills]);

    /// <summary>What is recorded from now on.</summary>
    /// <param name="bills">Resource names; empty for all.</param>
    public static WatchStart Now(IEnumerable<string> bills) => new(null, "", false, [.. bills]);

    /// <summary>The bills as they are, then changes from there.</summary>
    /// <param name="bills">Resource names; empty for all.</param>
    public static WatchStart Snapshot(IEnumerable<string> bills) => new(null, "", true, [.. bills]);
}
