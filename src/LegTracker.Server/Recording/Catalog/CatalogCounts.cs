namespace LegTracker.Server.Recording.Catalog;

/// <summary>How much the catalog holds of all sessions together.</summary>
/// <param name="Newest">Last-Modified of the newest file that was taken in; null for an empty catalog.</param>
/// <param name="LastArrival">The newest version's arrival number ever given; 0 in an empty catalog.</param>
internal sealed record CatalogCounts(int Measures, int Actions, int Versions, int Authors, DateTimeOffset? Newest, long LastArrival);
