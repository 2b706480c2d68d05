using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Recording.Rows;
using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>Found bills and changed topics as rows.</summary>
internal static class CandidateShelf
{
    public static async Task<ImmutableArray<Candidate>> ListAsync(RecordContext db, CandidateQuery query, CancellationToken cancellationToken)
    {
        IQueryable<CandidateRow> rows = db.Candidates;
        if (query.State is { } state)
        {
            rows = rows.Where(row => row.State == state);
        }

        if (query.Topic is { } topic)
        {
            var quoted = $"\"{topic}\"";
            rows = rows.Where(row => row.Topics.Contains(quoted));
        }

        if (query.After is { } last)
        {
            rows = rows.Where(row => row.Score < last.Score || (row.Score == last.Score && string.Compare(row.Bill, last.Bill) > 0));
        }

        var page = await rows.OrderByDescending(row => row.Score).ThenBy(row => row.Bill).Take(Math.Max(1, query.Limit)).ToListAsync(cancellationToken);
        return [.. page.Select(Of)];
    }

    public static async Task<Candidate?> FindAsync(RecordContext db, BillId bill, CancellationToken cancellationToken) =>
        await RowAsync(db, bill, cancellationToken) is { } row ? Of(row) : null;

    public static async Task<int> ReviseAsync(
        RecordContext db, IReadOnlyCollection<BillId> bills, Func<BillId, bool, Candidate?, Candidate?> revise, CancellationToken cancellationToken)
    {
        var tracked = (await db.Bills.Where(bill => bill.Tracked).Select(bill => bill.Name).ToListAsync(cancellationToken)).ToHashSet();
        var rows = await db.Candidates.ToDictionaryAsync(row => row.Bill, cancellationToken);
        var kept = 0;
        foreach (var bill in bills)
        {
            var row = rows.GetValueOrDefault(bill.ResourceName);
            if (revise(bill, tracked.Contains(bill.ResourceName), row is null ? null : Of(row)) is { } revised)
            {
                row ??= db.Candidates.Add(Empty(bill)).Entity;
                Fill(row, revised);
                kept++;
            }
        }

        return kept;
    }

    public static async Task<Candidate?> DecideAsync(
        RecordContext db, BillId bill, CandidateState state, string reason, string actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await RowAsync(db, bill, cancellationToken) is not { } row)
        {
            return null;
        }

        (row.State, row.Reason, row.DecidedBy, row.Decided) = (state, reason, actor, now);
        return Of(row);
    }

    /// <summary>Its bill goes on the watch list without a look at the candidate: that is a decision too.</summary>
    public static async Task TrackedAsync(RecordContext db, BillId bill, string actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await RowAsync(db, bill, cancellationToken) is { State: not CandidateState.Accepted } row)
        {
            (row.State, row.DecidedBy, row.Decided) = (CandidateState.Accepted, actor, now);
        }
    }

    public static async Task<ImmutableArray<TopicEdit>> TopicsAsync(RecordContext db, CancellationToken cancellationToken) =>
    [
        .. (await db.Topics.OrderBy(row => row.Key).ToListAsync(cancellationToken)).Select(row => new TopicEdit(
            row.Key, row.Title, StoredJson.Names(row.Include), StoredJson.Names(row.Exclude), StoredJson.Names(row.CodeSections), row.Enabled, row.Author, row.Written)),
    ];

    public static async Task SaveTopicAsync(RecordContext db, TopicEdit topic, CancellationToken cancellationToken)
    {
        var row = await db.Topics.SingleOrDefaultAsync(kept => kept.Key == topic.Key, cancellationToken)
            ?? db.Topics.Add(new TopicRow { Key = topic.Key, Title = "", Include = "[]", Exclude = "[]", CodeSections = "[]", Author = "" }).Entity;
        row.Title = topic.Title;
        row.Include = StoredJson.Of(topic.Include);
        row.Exclude = StoredJson.Of(topic.Exclude);
        row.CodeSections = StoredJson.Of(topic.CodeSections);
        (row.Enabled, row.Author, row.Written) = (topic.Enabled, topic.Author, topic.WriteTime);
    }

    private static Task<CandidateRow?> RowAsync(RecordContext db, BillId bill, CancellationToken cancellationToken)
    {
        var name = bill.ResourceName;
        return db.Candidates.SingleOrDefaultAsync(row => row.Bill == name, cancellationToken);
    }

    private static CandidateRow Empty(BillId bill) =>
        new() { Bill = bill.ResourceName, Topic = "", Topics = "[]", Sentence = "", Version = "", Subject = "", Because = "", Reason = "" };

    private static void Fill(CandidateRow row, Candidate candidate)
    {
        row.State = candidate.State;
        row.Topic = candidate.Topic;
        row.Topics = StoredJson.Of(candidate.Topics);
        row.Score = candidate.Score;
        row.Sentence = candidate.Sentence;
        row.Version = candidate.Version;
        row.Subject = candidate.Subject;
        row.Found = candidate.FoundTime;
        row.Because = candidate.Because;
        row.Reason = candidate.Reason;
        row.DecidedBy = candidate.DecidedBy;
        row.Decided = candidate.DecidedTime;
    }

    private static Candidate Of(CandidateRow row) => new(
        BillId.FromResourceName(row.Bill),
        row.State,
        row.Topic,
        StoredJson.Names(row.Topics),
        row.Score,
        row.Sentence,
        row.Version,
        row.Subject,
        row.Found,
        row.Because,
        row.Reason,
        row.DecidedBy,
        row.Decided);
}
