using System.Collections.Immutable;
using System.Globalization;
using Grpc.Core;
using LegTracker.Legislature;
using LegTracker.Server.Recording;
using LegTracker.V1;

namespace LegTracker.Server.Api;

/// <summary>The change log over gRPC: listed, and streamed.</summary>
internal sealed class ChangeService(RecordStore store, WatchStreams streams) : V1.ChangeService.ChangeServiceBase
{
    private const int Standard = 500;
    private const int Most = 5000;

    public override async Task<ListChangesResponse> ListChanges(ListChangesRequest request, ServerCallContext context)
    {
        var size = request.PageSize <= 0 ? Standard : Math.Min(request.PageSize, Most);
        var bills = request.Bills.Select(BillNames.Read).ToImmutableArray();
        var bound = string.Create(CultureInfo.InvariantCulture, $"changes {request.AfterRevision} {request.Since} {request.Until} {string.Join(' ', request.Bills)}");
        var (revision, index) = PageToken.Read(request.PageToken, bound) is { } key ? Key(key) : (request.AfterRevision, int.MaxValue);
        var (since, until) = (Day("since", request.Since), Day("until", request.Until));
        if (since > until)
        {
            throw ApiError.FieldInvalid("since", $"{request.Since} is later than until, {request.Until}");
        }

        var changes = await store.FindChangesAsync(new ChangeQuery(revision, index, since, until, bills, size + 1), context.CancellationToken);
        var response = new ListChangesResponse
        {
            HeadRevision = await store.HeadRevisionAsync(context.CancellationToken),
            StoreEpoch = store.Epoch,
            Changes = { changes.Take(size).Select(Mapping.Of) },
        };
        if (changes.Length > size)
        {
            response.NextPageToken = PageToken.Make(string.Create(CultureInfo.InvariantCulture, $"{changes[size - 1].Revision}.{changes[size - 1].Index}"), bound);
        }

        return response;
    }

    public override Task WatchChanges(WatchChangesRequest request, IServerStreamWriter<WatchChangesResponse> responseStream, ServerCallContext context) =>
        streams.RunAsync(request, responseStream, context.CancellationToken);

    private static DateOnly? Day(string field, string text) => text.Length == 0 ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw ApiError.FieldInvalid(field, $"'{text}' is no date; write it as 2025-03-03");

    private static (long Revision, int Index) Key(string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        return (long.Parse(key.AsSpan(0, dot), CultureInfo.InvariantCulture), int.Parse(key.AsSpan(dot + 1), CultureInfo.InvariantCulture));
    }
}
