using System.Globalization;
using Grpc.Core;
using LegTracker.Legislature;
using LegTracker.Server.Recording;
using LegTracker.Server.Tracking;
using LegTracker.V1;

namespace LegTracker.Server.Api;

/// <summary>Sources and polls over gRPC.</summary>
internal sealed class SourceService(RecordStore store, PollDesk desk) : V1.SourceService.SourceServiceBase
{
    private const int Standard = 100;
    private const int Most = 1000;
    private const int LongestReason = 500;

    public override async Task<ListSourcesResponse> ListSources(ListSourcesRequest request, ServerCallContext context)
    {
        await desk.RestoreAsync(context.CancellationToken);
        var saved = (await store.ListSourcesAsync(context.CancellationToken)).ToDictionary(health => health.Name);
        var response = new ListSourcesResponse();
        response.Sources.AddRange(desk.Sources.Select(tracked => Mapping.Of(Now(tracked, saved.GetValueOrDefault(tracked.Source.Name)))));
        return response;
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
        CallerRole.RequireEditor(context);
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
        CallerRole.RequireEditor(context);
        var reason = SourceText.Clean(request.Reason);
        if (reason.Length > LongestReason)
        {
            throw ApiError.FieldInvalid("reason", string.Create(CultureInfo.InvariantCulture, $"has {reason.Length} characters; at most {LongestReason}"));
        }

        return new PauseSourceResponse { Source = await PauseAsync(request.Name, reason.Length > 0 ? $"paused by hand: {reason}" : "paused by hand", context) };
    }

    public override async Task<ResumeSourceResponse> ResumeSource(ResumeSourceRequest request, ServerCallContext context)
    {
        CallerRole.RequireEditor(context);
        return new ResumeSourceResponse { Source = await PauseAsync(request.Name, null, context) };
    }

    private async Task<Source> PauseAsync(string name, string? reason, ServerCallContext context)
    {
        var source = Source(name) ?? throw ApiError.FieldInvalid("name", "is required: sources/bulk or sources/pages");
        var tracked = desk.Sources.Single(one => one.Source.Name == source);
        await desk.PauseAsync(tracked, reason, context.CancellationToken);
        var saved = (await store.ListSourcesAsync(context.CancellationToken)).FirstOrDefault(health => health.Name == source);
        return Mapping.Of(Now(tracked, saved));
    }

    // Whether a source is turned off is told by the settings of now, not by what a poll saved under those of then.
    private SourceHealth Now(TrackedSource tracked, SourceHealth? saved)
    {
        var health = saved ?? new SourceHealth(tracked.Source.Name, tracked.Source.Host, Recording.SourceState.Ok, null, null, null, null, null, 0, 0, 0);
        var next = desk.NextAttempt(tracked, health);
        return tracked.NotPolled is { } why ? health with { State = Recording.SourceState.Paused, StateReason = why, NextAttempt = null, NextReason = null }
            : health.State == Recording.SourceState.Paused ? health with { State = Recording.SourceState.Ok, StateReason = null, NextAttempt = next }
            : health with { NextAttempt = next };
    }

    private static PollProgress Of(PollEvent.Progress progress) => new()
    {
        Source = Mapping.SourceName(progress.Source),
        What = progress.What.What,
        BytesDone = progress.What.BytesDone,
        BytesTotal = progress.What.BytesTotal ?? 0,
        Rows = progress.What.Rows,
    };

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
