namespace LegTracker.Client;

/// <summary>How far a watch is.</summary>
/// <param name="Revision">Everything that matches up to here has been told; resume after it.</param>
/// <param name="HeadRevision">Newest revision of the store.</param>
/// <param name="Epoch">Epoch of the store that the revisions belong to.</param>
/// <param name="ServerTime">The server's clock.</param>
public sealed record WatchPosition(long Revision, long HeadRevision, string Epoch, DateTimeOffset ServerTime)
{
    /// <summary>How many revisions are still to be looked at; 0 when up to date.</summary>
    public long Lag => Math.Max(0, HeadRevision - Revision);
}
