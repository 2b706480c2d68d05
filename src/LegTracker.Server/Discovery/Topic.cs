using System.Collections.Immutable;
using LegTracker.Server.Recording.Catalog;

namespace LegTracker.Server.Discovery;

/// <summary>What new bills are searched for.</summary>
/// <param name="Key">Lower case with hyphens: <c>human-trafficking</c>.</param>
/// <param name="Exclude">A sentence that holds one of these does not count.</param>
internal sealed record Topic(
    string Key,
    string Title,
    ImmutableArray<SearchTerm> Include,
    ImmutableArray<SearchTerm> Exclude,
    ImmutableArray<SectionPattern> CodeSections,
    bool Enabled);
