using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Recording;

/// <summary>Which changes to list, oldest first.</summary>
/// <param name="AfterRevision">Only later revisions, or the same one from a later index.</param>
/// <param name="AfterIndex">Index inside <paramref name="AfterRevision"/> that was listed last; <see cref="int.MaxValue"/> for "the whole revision".</param>
/// <param name="Since">First event date, included; null for no limit.</param>
/// <param name="Until">Last event date, included; null for no limit.</param>
/// <param name="Bills">Only these; empty for all.</param>
/// <param name="Limit">At most this many.</param>
internal sealed record ChangeQuery(
    long AfterRevision,
    int AfterIndex,
    DateOnly? Since,
    DateOnly? Until,
    ImmutableArray<BillId> Bills,
    int Limit);
