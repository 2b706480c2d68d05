using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>What a poll asks of a source.</summary>
/// <param name="Poll">Name of the poll, for provenance.</param>
/// <param name="Bills">The bills wanted.</param>
/// <param name="Validators">What <see cref="SourceEvent.ValidatorsSeen"/> gave last time.</param>
public sealed record SourceRequest(string Poll, ImmutableArray<BillRequest> Bills, ImmutableDictionary<string, string> Validators)
{
    /// <summary>Where the rows of whole files go; null when only the wanted bills are read.</summary>
    public ICatalogIntake? Catalog { get; init; }
}

/// <summary>One wanted bill.</summary>
/// <param name="ContentSha256">Hash of its last recorded reading from this source; null when this source has not been read for it, so that nothing may be skipped.</param>
public sealed record BillRequest(BillId Bill, string? ContentSha256);
