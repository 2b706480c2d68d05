using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Recording;

/// <summary>What people decided about a found bill; the API's CandidateState by the same names.</summary>
internal enum CandidateState
{
    New,
    Accepted,
    Dismissed,
}

/// <summary>A bill that discovery found. While it is decided it stays as it was decided: the memory of what a person saw.</summary>
/// <param name="Topic">Key of the topic that it matches best.</param>
/// <param name="Topics">Keys of all topics that it matches, best first.</param>
/// <param name="Score">Of the best topic; 0 when its newest version matches no topic any more.</param>
/// <param name="Sentence">The sentence that matched, cleaned, at most 400 characters of it.</param>
/// <param name="Version">Id of the version that the sentence stands in.</param>
/// <param name="Subject">What the version is about, in its own words.</param>
/// <param name="Because">Why it was found, or found again, in words.</param>
/// <param name="Reason">What the person who decided wrote; empty otherwise.</param>
internal sealed record Candidate(
    BillId Bill,
    CandidateState State,
    string Topic,
    ImmutableArray<string> Topics,
    int Score,
    string Sentence,
    string Version,
    string Subject,
    DateTimeOffset FoundTime,
    string Because,
    string Reason,
    string? DecidedBy,
    DateTimeOffset? DecidedTime);

/// <summary>Which candidates to list: best score first, then by bill.</summary>
/// <param name="State">Only in this state; null for all.</param>
/// <param name="Topic">Only with this topic among theirs; null for all.</param>
/// <param name="After">Score and bill that were listed last; null for the first page.</param>
internal sealed record CandidateQuery(CandidateState? State, string? Topic, (int Score, string Bill)? After, int Limit);

/// <summary>What a person made of a topic; it stands in front of the topic of the list by the same key.</summary>
internal sealed record TopicEdit(
    string Key,
    string Title,
    ImmutableArray<string> Include,
    ImmutableArray<string> Exclude,
    ImmutableArray<string> CodeSections,
    bool Enabled,
    string Author,
    DateTimeOffset WriteTime);
