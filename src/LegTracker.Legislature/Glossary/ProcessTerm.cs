using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>A word of the legislative process, explained once.</summary>
/// <param name="Name">As it stands in a sentence: <c>suspense file</c>.</param>
/// <param name="ShortForm">What action lines and lists write for it; null when there is none.</param>
/// <param name="Expansion">The short form written out, or the name's full form; the name when it has no other.</param>
/// <param name="Explanation">One sentence that can be read aloud.</param>
/// <param name="Source">The rule or the official page that the word comes from.</param>
/// <param name="Forms">Other forms it takes in sentences and action lines.</param>
public sealed record ProcessTerm(
    string Name, string? ShortForm, string Expansion, string Explanation, string Source, ImmutableArray<string> Forms);
