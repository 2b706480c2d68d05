using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Bulk;

/// <summary>What is wanted of one bulk file.</summary>
/// <param name="IfModifiedSince">Last-Modified of the file when it was last applied; null to read it whatever its date.</param>
/// <param name="SupersededBy">Last-Modified of a file that holds all that an older one could say; null for none.</param>
/// <param name="Bills">The bills whose rows are wanted.</param>
internal sealed record BulkFileWish(string Name, DateTimeOffset? IfModifiedSince, DateTimeOffset? SupersededBy, IReadOnlyCollection<BillId> Bills)
{
    /// <summary>Begins to feed the catalog with the file, once its date is known; null when the catalog does not need it.</summary>
    public Func<DateTimeOffset, CatalogFeed?> FeedFor { get; init; } = _ => null;
}
