namespace LegTracker.Dashboard.Model;

/// <summary>The visit before this one: when a dashboard was last open on this store, and the newest revision it knew then.</summary>
internal sealed record LastVisit(DateTimeOffset At, long Revision);
