using LegTracker.Server.Discovery;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Api;

/// <summary>Topics, candidates and relations as API messages, and their resource names.</summary>
internal static class DiscoveryMapping
{
    private const string TopicPrefix = "topics/";
    private const string CandidatePrefix = "candidates/";

    public static string TopicName(string key) => TopicPrefix + key;

    /// <summary>The key in a topic's name; null when it is none.</summary>
    public static string? TopicKey(string name) => name.StartsWith(TopicPrefix, StringComparison.Ordinal) ? name[TopicPrefix.Length..] : null;

    /// <summary>The bill in a candidate's name; null when it is none.</summary>
    public static Legislature.BillId? CandidateBill(string name) =>
        name.StartsWith(CandidatePrefix, StringComparison.Ordinal) && Legislature.BillId.TryFromLeginfoId(name[CandidatePrefix.Length..], out var bill) ? bill : null;

    public static V1.Topic Of(Topic topic) => new()
    {
        Name = TopicName(topic.Key),
        Title = topic.Title,
        Include = { topic.Include.Select(term => term.Text) },
        Exclude = { topic.Exclude.Select(term => term.Text) },
        CodeSections = { topic.CodeSections.Select(section => section.Text) },
        Enabled = topic.Enabled,
    };

    public static V1.Candidate Of(Candidate candidate) => new()
    {
        Name = CandidatePrefix + candidate.Bill.LeginfoId,
        Bill = candidate.Bill.ResourceName,
        Measure = candidate.Bill.Measure,
        Session = candidate.Bill.Session.Display,
        Topic = TopicName(candidate.Topic),
        Topics = { candidate.Topics.Select(TopicName) },
        Score = candidate.Score,
        MatchedSentence = candidate.Sentence,
        MatchedVersion = candidate.Version,
        Subject = candidate.Subject,
        State = EnumMapping.Of(candidate.State),
        FoundTime = Mapping.Instant(candidate.FoundTime),
        Because = candidate.Because,
        Reason = candidate.Reason,
        DecidedBy = candidate.DecidedBy ?? "",
        DecidedTime = Mapping.Instant(candidate.DecidedTime),
    };

    public static V1.Relation Of(Relation relation) => new()
    {
        Kind = EnumMapping.Of(relation.Kind),
        Bill = relation.Bill.ResourceName,
        Sentence = relation.Sentence,
        Subject = relation.Subject,
        Version = relation.Version,
        Provenance = Mapping.Of(relation.Provenance),
    };
}
