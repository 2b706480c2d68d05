using System.Collections.Immutable;
using System.Globalization;
using Grpc.Core;
using LegTracker.Legislature;
using LegTracker.Server.Recording;
using LegTracker.Server.Segments;
using LegTracker.V1;

namespace LegTracker.Server.Api;

/// <summary>The meeting's segment over gRPC.</summary>
internal sealed class MeetingService(RecordStore store, LegislativeClock clock) : V1.MeetingService.MeetingServiceBase
{
    private const int StandardMinutes = 10;
    private const int MostMinutes = 120;

    public override async Task<DraftSegmentResponse> DraftSegment(DraftSegmentRequest request, ServerCallContext context)
    {
        var (since, until) = (Day("since", request.Since), Day("until", request.Until));
        if (since > until)
        {
            throw ApiError.FieldInvalid("since", $"{request.Since} is later than until, {request.Until}");
        }

        if (request.Minutes is < 0 or > MostMinutes)
        {
            throw ApiError.FieldInvalid("minutes", string.Create(CultureInfo.InvariantCulture, $"is 1 to {MostMinutes}, or 0 for {StandardMinutes}"));
        }

        var (tracked, revision) = await ReadAsync(context.CancellationToken);
        var bills = tracked.Select(bill => new SegmentBill(
            bill, StageReader.Read(bill.Id, [.. bill.Actions.Select(action => action.Line)], until, bill.Record?.EffectFacts ?? EffectFacts.None))).ToList();
        var draft = SegmentDrafter.Draft(new SegmentRequest(since, until, request.Minutes == 0 ? StandardMinutes : request.Minutes), bills, clock.Now, revision);
        return new DraftSegmentResponse { Segment = SegmentMapping.ToProto(draft) };
    }

    /// <summary>The watch list with the revision it is of: read again when something was recorded meanwhile, a few times at most.</summary>
    private async Task<(ImmutableArray<TrackedBill> Bills, long Revision)> ReadAsync(CancellationToken cancellationToken)
    {
        const int most = 5;
        var revision = await store.HeadRevisionAsync(cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var bills = await store.ListBillsAsync(cancellationToken);
            var after = await store.HeadRevisionAsync(cancellationToken);
            if (after == revision || attempt == most)
            {
                return (bills, after);
            }

            revision = after;
        }
    }

    private static DateOnly Day(string field, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw ApiError.FieldInvalid(field, $"'{text}' is no date; write it as 2025-03-03");
}
