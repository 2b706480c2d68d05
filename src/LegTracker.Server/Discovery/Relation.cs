using LegTracker.Legislature;

namespace LegTracker.Server.Discovery;

/// <summary>How two bills belong together; the API's RelationKind by the same names.</summary>
internal enum RelationKind
{
    /// <summary>They touch the same code sections, and one of them is a law on the watch list.</summary>
    SameSections,

    /// <summary>An earlier session's bill on the same sections with a similar subject.</summary>
    EarlierVersion,

    /// <summary>A later session's bill on the same sections with a similar subject.</summary>
    LaterVersion,
}

/// <summary>A bill that belongs to another, with the fact that says so.</summary>
/// <param name="Sentence">What they share, in words.</param>
/// <param name="Version">Id of the related bill's version that was compared.</param>
internal sealed record Relation(RelationKind Kind, BillId Bill, string Subject, string Sentence, string Version, Provenance Provenance);
