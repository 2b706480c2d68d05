using System.Collections.Immutable;
using System.Globalization;
using Grpc.Core;
using LegTracker.Legislature;
using LegTracker.Server.Recording;
using LegTracker.V1;

namespace LegTracker.Server.Api;

/// <summary>The change log over gRPC: listed, and streamed.</summary>
internal sealed class ChangeService(RecordStore store, FittingBills fitting, WatchStreams streams) : V1.ChangeService.ChangeServiceBase
{
    private const int Standard = 500;
    private const int Most = 5000;

    public override async Task<ListChangesResponse> ListChanges(ListChangesRequest request, ServerCallContext context)
    {
        var size = request.PageSize <= 0 ? Standard : Math.Min(request.PageSize, Most);
        var bills = request.Bills.Select(name => BillNames.Read(name, "bills")).ToImmutableArray();
        var bound = string.Create(CultureInfo.InvariantCulture, $"changes {request.AfterRevision} {request.Since} {request.Until} {string.Join(' ', request.Bills)} {request.Filter}");
        var (revision, index) = PageToken.Read(request.PageToken, bound) is { } key ? Key(key) : (request.AfterRevision, int.MaxValue);
        var (since, until) = (Day("since", request.Since), Day("until", request.Until));
        if (since > until)
        {
            throw ApiError.FieldInvalid("since", $"{request.Since} is later than until, {request.Until}");
        }

        var filter = BillFilterReader.ReadInPlaceOf(request.Bills, request.Filter);

        // The head first: a watch that begins after it misses nothing that is not on these pages.
        var head = await store.HeadRevisionAsync(context.CancellationToken);
        if (filter is not null)
        {
            bills = await fitting.OfAsync(filter, head, context.CancellationToken);
            if (bills.IsEmpty)
            {
                return new ListChangesResponse { HeadRevision = head, StoreEpoch = store.Epoch };
            }
        }

        var changes = await store.FindChangesAsync(new ChangeQuery(revision, index, since, until, bills, size + 1), context.CancellationToken);
        var page = PageSize.Cut(changes.Select(Mapping.Of), size);
        var response = new ListChangesResponse { HeadRevision = head, StoreEpoch = store.Epoch, Changes = { page } };
        if (changes.Length > page.Count)
        {
            response.NextPageToken = PageToken.Make(string.Create(CultureInfo.InvariantCulture, $"{page[^1].Revision}.{page[^1].Index}"), bound);
        }

        return response;
    }

    public override Task WatchChanges(WatchChangesRequest request, IServerStreamWriter<WatchChangesResponse> responseStream, ServerCallContext context) =>
        streams.RunAsync(request, responseStream, context.CancellationToken);

    private static DateOnly? Day(string field, string text) => text.Length == 0 ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw ApiError.FieldInvalid(field, $"'{text}' is no date; write it as 2025-03-03");

    private static (long Revision, int Index) Key(string key) =>
        key.Split('.') is [var revision, var index]
        && long.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
        && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? (last, place)
            : throw PageToken.Invalid();
}
