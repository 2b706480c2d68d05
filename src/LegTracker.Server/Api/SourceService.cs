using System.Globalization;
using Grpc.Core;
using LegTracker.Legislature;
using LegTracker.Server.Recording;
using LegTracker.Server.Tracking;
using LegTracker.V1;

namespace LegTracker.Server.Api;

/// <summary>Sources and polls over gRPC.</summary>
internal sealed partial class SourceService(RecordStore store, PollDesk desk, SourceStates states, LegislativeClock clock) : V1.SourceService.SourceServiceBase
{
    private const int Standard = 100;
    private const int Most = 1000;
    private const int LongestReason = 500;

    public override async Task<ListSourcesResponse> ListSources(ListSourcesRequest request, ServerCallContext context)
    {
        var sources = await states.ListAsync(context.CancellationToken);
        return new ListSourcesResponse { Now = Mapping.Instant(clock.Now), Sources = { sources.Select(Message) } };
    }

    public override async Task<ListPollsResponse> ListPolls(ListPollsRequest request, ServerCallContext context)
    {
        var size = request.PageSize <= 0 ? Standard : Math.Min(request.PageSize, Most);
        var source = Source(request.Source);
        var bound = $"polls {request.Source}";
        var polls = await store.ListPollsAsync(source, PageToken.Read(request.PageToken, bound), size + 1, context.CancellationToken);
        var response = new ListPollsResponse();
        response.Polls.AddRange(polls.Take(size).Select(Mapping.Of));
        if (polls.Length > size)
        {
            response.NextPageToken = PageToken.Make(polls[size - 1].Name, bound);
        }

        return response;
    }

    public override async Task RunPoll(RunPollRequest request, IServerStreamWriter<RunPollResponse> responseStream, ServerCallContext context)
    {
        BillId? bill = request.Bill.Length == 0 ? null : BillNames.Read(request.Bill, "bill");
        if (bill is { } id && await store.FindBillAsync(id, context.CancellationToken) is null)
        {
            throw BillNames.NotFound(id, await store.ListBillsAsync(context.CancellationToken));
        }

        var source = Source(request.Source);
        await desk.RestoreAsync(context.CancellationToken);
        if (desk.Sources.FirstOrDefault(tracked => tracked.Source.Name == source)?.NotPolled is { } why)
        {
            throw new ApiError(StatusCode.FailedPrecondition, "SOURCE_PAUSED", $"{source} is not polled: {why}");
        }

        await foreach (var told in desk.RunAsync(source, bill, context.CancellationToken))
        {
            if (source is not null && told is PollEvent.SourceDone { Entry: var ended } && NotAsked(ended) is { } reason)
            {
                throw new ApiError(StatusCode.FailedPrecondition, reason, $"{source} is not asked now: {ended.ErrorDetail}");
            }

            await responseStream.WriteAsync(told switch
            {
                PollEvent.Progress progress => new RunPollResponse { Progress = Of(progress) },
                PollEvent.BillDone done => new RunPollResponse { BillDone = Mapping.Of(done.Entry) },
                PollEvent.SourceDone done => new RunPollResponse { SourceDone = Mapping.Of(done.Entry) },
                _ => throw new InvalidOperationException($"unknown poll event {told.GetType().Name}"),
            });
        }
    }

    public override async Task<PauseSourceResponse> PauseSource(PauseSourceRequest request, ServerCallContext context)
    {
        var reason = SourceText.Clean(request.Reason);
        if (reason.Length > LongestReason)
        {
            throw ApiError.FieldInvalid("reason", string.Create(CultureInfo.InvariantCulture, $"has {reason.Length} characters; at most {LongestReason}"));
        }

        var tracked = Required(request.Source);
        await desk.PauseAsync(tracked, reason.Length > 0 ? $"paused by hand: {reason}" : "paused by hand", context.CancellationToken);
        var saved = await store.FindSourceAsync(tracked.Source.Name, context.CancellationToken);
        return new PauseSourceResponse { Source = Message(states.Of(tracked, saved)) };
    }

    private static V1.Source Message((SourceHealth Health, Recording.SourceAlarm? Alarm) state)
    {
        var message = Mapping.Of(state.Health);
        message.Alarm = state.Alarm is { } alarm ? new V1.SourceAlarm { Reason = alarm.Reason, SinceTime = Mapping.Instant(alarm.Since) } : null;
        return message;
    }

    private static PollProgress Of(PollEvent.Progress progress) => new()
    {
        Source = Mapping.SourceName(progress.Source),
        What = progress.What.What,
        BytesDone = progress.What.BytesDone,
        BytesTotal = progress.What.BytesTotal ?? 0,
        Rows = progress.What.Rows,
    };

    private static string? NotAsked(PollEntry ended) => ended.ErrorReason switch
    {
        "SOURCE_PAUSED" or "SOURCE_CIRCUIT_OPEN" => ended.ErrorReason,
        "NOT_PERMITTED" => "SOURCE_NOT_PERMITTED",
        _ => null,
    };

    private TrackedSource Required(string name)
    {
        var source = Source(name) ?? throw ApiError.FieldInvalid("source", "is empty; write it as sources/bulk");
        return desk.Sources.Single(known => known.Source.Name == source);
    }

    private string? Source(string name)
    {
        if (name.Length == 0)
        {
            return null;
        }

        var known = desk.Sources.Select(tracked => tracked.Source.Name).FirstOrDefault(source => Mapping.SourceName(source) == name);
        return known ?? throw new ApiError(StatusCode.NotFound, "SOURCE_NOT_FOUND", string.Create(
            CultureInfo.InvariantCulture, $"'{name}' is no source; there are {string.Join(" and ", desk.Sources.Select(tracked => Mapping.SourceName(tracked.Source.Name)))}"));
    }
}
