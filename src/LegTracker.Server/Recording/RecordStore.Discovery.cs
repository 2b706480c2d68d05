using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Recording;

/// <content>Found bills and the topics that people changed.</content>
internal sealed partial class RecordStore
{
    /// <summary>Candidates that fit a query.</summary>
    public Task<ImmutableArray<Candidate>> ListCandidatesAsync(CandidateQuery query, CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => CandidateShelf.ListAsync(db, query, cancellationToken), cancellationToken);

    /// <summary>The candidate of a bill; null when it was never found.</summary>
    public Task<Candidate?> FindCandidateAsync(BillId bill, CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => CandidateShelf.FindAsync(db, bill, cancellationToken), cancellationToken);

    /// <summary>Looks at each bill and its candidate and keeps what <paramref name="revise"/> makes of it, in one transaction, so that no decision made meanwhile is lost.</summary>
    /// <param name="revise">Gets the bill, whether it is on the watch list, and its candidate or null; gives what to keep, or null for no change.</param>
    /// <returns>How many were kept.</returns>
    public Task<int> ReviseCandidatesAsync(IReadOnlyCollection<BillId> bills, Func<BillId, bool, Candidate?, Candidate?> revise, CancellationToken cancellationToken) =>
        transactions.WriteAsync(db => CandidateShelf.ReviseAsync(db, bills, revise, cancellationToken), cancellationToken);

    /// <summary>Marks a candidate dismissed.</summary>
    /// <returns>As kept; null when the bill was never found.</returns>
    public Task<Candidate?> DismissCandidateAsync(BillId bill, string reason, string actor, CancellationToken cancellationToken) => transactions.WriteAsync(
        db => CandidateShelf.DecideAsync(db, bill, CandidateState.Dismissed, reason, actor, clock.Now, cancellationToken), cancellationToken);

    /// <summary>Marks a candidate accepted and puts its bill on the watch list with one TRACKED change, in one transaction.</summary>
    /// <returns>As kept, with the revision or null when the bill is on the list already; null when the bill was never found.</returns>
    public Task<(Candidate Candidate, long? Revision)?> AcceptCandidateAsync(BillId bill, string reason, HumanFields human, string actor, CancellationToken cancellationToken) => transactions.WriteAsync<(Candidate, long?)?>(
        async db => await CandidateShelf.DecideAsync(db, bill, CandidateState.Accepted, reason, actor, clock.Now, cancellationToken) is { } accepted
            ? (accepted, await ListEntries.TrackAsync(db, bill, listed: null, human, actor, clock.Now, cancellationToken))
            : null,
        cancellationToken);

    /// <summary>Records once that a version of a bill on the watch list left its topics.</summary>
    /// <param name="drift">Its new value is the version's id.</param>
    /// <returns>The revision, or null when it is recorded already or the bill is not on the list.</returns>
    public Task<long?> RecordDriftAsync(BillId bill, Difference drift, Provenance provenance, CancellationToken cancellationToken) =>
        transactions.WriteAsync(db => DriftWrites.RecordAsync(db, bill, drift, provenance, clock.Now, cancellationToken), cancellationToken);

    /// <summary>The topics that people changed.</summary>
    public Task<ImmutableArray<TopicEdit>> ListTopicEditsAsync(CancellationToken cancellationToken) =>
        transactions.ReadAsync(db => CandidateShelf.TopicsAsync(db, cancellationToken), cancellationToken);

    /// <summary>Keeps what a person made of a topic.</summary>
    public Task SaveTopicAsync(TopicEdit topic, CancellationToken cancellationToken) =>
        transactions.WriteAsync(db => CandidateShelf.SaveTopicAsync(db, topic, cancellationToken), cancellationToken);
}
