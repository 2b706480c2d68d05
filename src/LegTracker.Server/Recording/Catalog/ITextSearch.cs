using System.Collections.Immutable;

namespace LegTracker.Server.Recording.Catalog;

/// <summary>Full-text search in the words of all versions that the catalog keeps.</summary>
internal interface ITextSearch
{
    /// <summary>Sentences that hold a term and none of the excluded ones.</summary>
    /// <param name="afterArrival">Only in versions of bills of which a version arrived later; 0 for all.</param>
    Task<ImmutableArray<TextHit>> FindAsync(SearchTerm term, ImmutableArray<SearchTerm> excluded, long afterArrival, CancellationToken cancellationToken);

    /// <summary>Every version of each bill of which a version arrived later, oldest print first; 0 for all bills.</summary>
    Task<ImmutableArray<SearchedVersion>> VersionsAsync(long afterArrival, CancellationToken cancellationToken);

    /// <summary>The newest version of each bill that touches one of the sections in that version.</summary>
    Task<ImmutableArray<SearchedVersion>> TouchingAsync(ImmutableArray<string> codeSections, CancellationToken cancellationToken);

    /// <summary>The newest version of a bill; null when the catalog has none.</summary>
    Task<SearchedVersion?> NewestAsync(Legislature.BillId bill, CancellationToken cancellationToken);
}

/// <summary>Part of a version that a sentence stands in.</summary>
internal enum TextPart
{
    Subject,
    Title,
    Digest,
    Body,
}

/// <summary>A sentence in which a term was found.</summary>
/// <param name="Arrival">The version's.</param>
/// <param name="Place">Place of the sentence in the version.</param>
/// <param name="At">Where in the sentence the first word of the term stands.</param>
internal sealed record TextHit(long Arrival, TextPart Part, int Place, string Sentence, int At);
