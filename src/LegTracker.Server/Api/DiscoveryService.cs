using System.Globalization;
using Grpc.Core;
using LegTracker.Legislature;
using LegTracker.Server.Discovery;
using LegTracker.Server.Recording;
using LegTracker.Server.Tracking;
using LegTracker.V1;

namespace LegTracker.Server.Api;

/// <summary>Discovery of new bills over gRPC.</summary>
internal sealed class DiscoveryService(RecordStore store, TopicList topics, DiscoverySweep sweep, WatchList watchList) : V1.DiscoveryService.DiscoveryServiceBase
{
    private const int Standard = 100;
    private const int Most = 1000;
    private const int LongestReason = 500;

    public override async Task<ListTopicsResponse> ListTopics(ListTopicsRequest request, ServerCallContext context) =>
        new() { Topics = { (await topics.ReadAsync(context.CancellationToken)).Select(DiscoveryMapping.Of) } };

    public override async Task<UpdateTopicResponse> UpdateTopic(UpdateTopicRequest request, ServerCallContext context)
    {
        var wanted = request.Topic ?? throw ApiError.FieldInvalid("topic", "is missing");
        var before = await TopicAsync(wanted.Name, context.CancellationToken);
        var (topic, faults) = TopicMask.Apply(before, wanted, request.UpdateMask).Read();
        if (topic is null)
        {
            throw ApiError.FieldInvalid($"topic.{faults[0].Field.Replace('-', '_')}", string.Join("; ", faults.Select(fault => fault.What)));
        }

        await topics.SaveAsync(topic, Caller.Name(context, ""), context.CancellationToken);
        var swept = await sweep.RunAsync(context.CancellationToken);
        return new UpdateTopicResponse { Topic = DiscoveryMapping.Of(topic), CandidatesChanged = swept.Candidates };
    }

    public override async Task<ListCandidatesResponse> ListCandidates(ListCandidatesRequest request, ServerCallContext context)
    {
        var size = request.PageSize <= 0 ? Standard : Math.Min(request.PageSize, Most);
        var topic = request.Topic.Length == 0 ? null : (await TopicAsync(request.Topic, context.CancellationToken)).Key;
        var bound = string.Create(CultureInfo.InvariantCulture, $"candidates {(int)request.State} {request.Topic}");
        var after = PageToken.Read(request.PageToken, bound) is { } key ? Key(key) : ((int, string)?)null;
        var candidates = await store.ListCandidatesAsync(new CandidateQuery(State(request.State), topic, after, size + 1), context.CancellationToken);
        var page = PageSize.Cut(candidates.Select(DiscoveryMapping.Of), size);
        var response = new ListCandidatesResponse { Candidates = { page } };
        if (candidates.Length > page.Count)
        {
            response.NextPageToken = PageToken.Make(string.Create(CultureInfo.InvariantCulture, $"{page[^1].Score} {page[^1].Bill}"), bound);
        }

        return response;
    }

    public override async Task<AcceptCandidateResponse> AcceptCandidate(AcceptCandidateRequest request, ServerCallContext context)
    {
        var bill = Bill(request.Name);
        var candidate = await watchList.AcceptAsync(bill, Reason(request.Reason), HumanFields.Empty, Caller.Name(context, ""), context.CancellationToken) ?? throw NotFound(bill);
        return new AcceptCandidateResponse { Candidate = DiscoveryMapping.Of(candidate) };
    }

    public override async Task<DismissCandidateResponse> DismissCandidate(DismissCandidateRequest request, ServerCallContext context)
    {
        var bill = Bill(request.Name);
        var reason = Reason(request.Reason);
        if (await store.FindCandidateAsync(bill, context.CancellationToken) is { State: Recording.CandidateState.Accepted }
            && await store.FindBillAsync(bill, context.CancellationToken) is not null)
        {
            throw new ApiError(StatusCode.FailedPrecondition, "CANDIDATE_ACCEPTED", $"{bill} was accepted and is on the watch list; take it off with UntrackBill instead.");
        }

        var candidate = await store.DismissCandidateAsync(bill, reason, Caller.Name(context, ""), context.CancellationToken) ?? throw NotFound(bill);
        return new DismissCandidateResponse { Candidate = DiscoveryMapping.Of(candidate) };
    }

    private async Task<Discovery.Topic> TopicAsync(string name, CancellationToken cancellationToken)
    {
        var all = await topics.ReadAsync(cancellationToken);
        return all.FirstOrDefault(topic => topic.Key == DiscoveryMapping.TopicKey(name)) ?? throw new ApiError(
            StatusCode.NotFound, "TOPIC_NOT_FOUND", $"'{name}' is no topic; there are {string.Join(", ", all.Select(topic => DiscoveryMapping.TopicName(topic.Key)))}");
    }

    private static BillId Bill(string name) => DiscoveryMapping.CandidateBill(name)
        ?? throw ApiError.FieldInvalid("name", $"'{name}' is no candidate's name; write it as candidates/202520260AB831");

    private static ApiError NotFound(BillId bill) =>
        new(StatusCode.NotFound, "CANDIDATE_NOT_FOUND", $"{bill} is no candidate: it has not been found by a topic. It can be tracked all the same.");

    private static string Reason(string text)
    {
        var reason = SourceText.Clean(text);
        return reason.Length <= LongestReason
            ? reason
            : throw ApiError.FieldInvalid("reason", string.Create(CultureInfo.InvariantCulture, $"is at most {LongestReason} characters long"));
    }

    private static Recording.CandidateState? State(V1.CandidateState state) => state switch
    {
        V1.CandidateState.Unspecified => null,
        V1.CandidateState.New => Recording.CandidateState.New,
        V1.CandidateState.Accepted => Recording.CandidateState.Accepted,
        V1.CandidateState.Dismissed => Recording.CandidateState.Dismissed,
        _ => throw ApiError.FieldInvalid("state", "is no state of a candidate"),
    };

    private static (int Score, string Bill) Key(string key) =>
        key.Split(' ') is [var score, var bill] && int.TryParse(score, NumberStyles.None, CultureInfo.InvariantCulture, out var last) && BillId.TryFromResourceName(bill, out _)
            ? (last, bill)
            : throw PageToken.Invalid();
}
