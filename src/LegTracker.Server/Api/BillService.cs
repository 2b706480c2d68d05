using System.Collections.Immutable;
using System.Globalization;
using Grpc.Core;
using LegTracker.Legislature;
using LegTracker.Server.Discovery;
using LegTracker.Server.Recording;
using LegTracker.Server.Recording.Catalog;
using LegTracker.Server.Tracking;
using LegTracker.V1;

namespace LegTracker.Server.Api;

/// <summary>The watch list over gRPC.</summary>
internal sealed class BillService(RecordStore store, CatalogStore catalog, WatchList watchList, BillMapping mapping, Relations relations) : V1.BillService.BillServiceBase
{
    private const int Standard = 200;
    private const int Most = 1000;
    private const int MostLabels = 20;
    private const int LongestWord = 60;

    public override async Task<GetBillResponse> GetBill(GetBillRequest request, ServerCallContext context)
    {
        var id = BillNames.Read(request.Name, "name");
        var bill = await store.FindBillAsync(id, context.CancellationToken)
            ?? throw BillNames.NotFound(id, await store.ListBillsAsync(context.CancellationToken));
        var message = mapping.Of(bill, summaryOnly: false);
        var laws = new Lazy<Task<HashSet<BillId>>>(async () =>
            [.. (await store.ListBillsAsync(context.CancellationToken)).Where(tracked => tracked.Record is not null && mapping.Read(tracked).Progress.Chapter is not null).Select(tracked => tracked.Id)]);
        message.Relations.AddRange((await relations.OfAsync(id, laws, context.CancellationToken)).Select(DiscoveryMapping.Of));
        return new GetBillResponse { Bill = message };
    }

    public override async Task<ListBillsResponse> ListBills(ListBillsRequest request, ServerCallContext context)
    {
        var filter = BillFilterReader.Read(request.Filter);
        var size = request.PageSize <= 0 ? Standard : Math.Min(request.PageSize, Most);
        var bound = string.Create(CultureInfo.InvariantCulture, $"bills {request.Filter} {request.SummaryOnly}");
        var after = PageToken.Read(request.PageToken, bound);
        var revision = await store.HeadRevisionAsync(context.CancellationToken);
        IEnumerable<TrackedBill> bills = await store.ListBillsAsync(context.CancellationToken);
        if (after is not null)
        {
            var last = BillId.TryFromResourceName(after, out var id) ? id : throw PageToken.Invalid();
            bills = bills.Where(bill => bill.Id.Session < last.Session || (bill.Id.Session == last.Session && bill.Id > last));
        }

        var fitting = bills.Where(bill => filter.Accepts(bill, bill.Record is null ? null : mapping.Read(bill))).Take(size + 1).ToList();
        var page = PageSize.Cut(fitting.Select(bill => mapping.Of(bill, request.SummaryOnly)), size);
        var response = new ListBillsResponse { Revision = revision, Bills = { page } };
        if (fitting.Count > page.Count)
        {
            response.NextPageToken = PageToken.Make(page[^1].Name, bound);
        }

        return response;
    }

    public override async Task<TrackBillResponse> TrackBill(TrackBillRequest request, ServerCallContext context)
    {
        var id = BillNames.Read(request.Name, "name");
        BillNames.RequireReadable(id, await catalog.ListIdsAsync(id.Session, context.CancellationToken));
        var human = Human(request);
        _ = await watchList.TrackAsync(id, human, Caller.Name(context, ""), context.CancellationToken)
            ?? throw new ApiError(StatusCode.AlreadyExists, "BILL_ALREADY_TRACKED", $"{id} is already on the watch list.");
        return new TrackBillResponse { Bill = mapping.Of((await store.FindBillAsync(id, context.CancellationToken))!, summaryOnly: false) };
    }

    public override async Task<UntrackBillResponse> UntrackBill(UntrackBillRequest request, ServerCallContext context)
    {
        var id = BillNames.Read(request.Name, "name");
        return await watchList.UntrackAsync(id, Caller.Name(context, ""), context.CancellationToken) is { } revision
            ? new UntrackBillResponse { Revision = revision }
            : throw BillNames.NotFound(id, await store.ListBillsAsync(context.CancellationToken));
    }

    private static HumanFields Human(TrackBillRequest request)
    {
        var position = SourceText.Clean(request.Position);
        var labels = request.Labels.Select(SourceText.Clean).Where(label => label.Length > 0).Distinct().ToImmutableArray();
        return request.Priority is < 0 or > 3 ? throw ApiError.FieldInvalid("priority", "is 1, 2 or 3, or 0 for none")
            : position.Length > LongestWord ? throw ApiError.FieldInvalid("position", $"is at most {LongestWord} characters long")
            : labels.Length > MostLabels || labels.Any(label => label.Length > LongestWord)
                ? throw ApiError.FieldInvalid("labels", $"are at most {MostLabels}, each at most {LongestWord} characters long")
            : new HumanFields(position.Length == 0 ? null : position, request.Priority == 0 ? null : request.Priority, labels);
    }
}
