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

    public override async Task<GetBillResponse> GetBill(GetBillRequest request, ServerCallContext context)
    {
        var id = BillNames.Read(request.Name, "name");
        var mask = BillReadMask.Read(request.ReadMask);
        var bill = await store.FindBillAsync(id, context.CancellationToken)
            ?? throw BillNames.NotFound(id, await store.ListBillsAsync(context.CancellationToken));
        var message = mapping.Of(bill, mask.IsSummary);
        if (mask.Wants("relations"))
        {
            message.Relations.AddRange(await RelationsAsync(id, context.CancellationToken));
        }

        return new GetBillResponse { Bill = mask.Of(message) };
    }

    public override async Task<ListBillsResponse> ListBills(ListBillsRequest request, ServerCallContext context)
    {
        var filter = BillFilterReader.Read(request.Filter);
        var size = request.PageSize <= 0 ? Standard : Math.Min(request.PageSize, Most);
        var mask = BillReadMask.Read(request.ReadMask);
        var bound = string.Create(CultureInfo.InvariantCulture, $"bills {request.Filter} {request.SummaryOnly} {mask.Bound}");
        var after = PageToken.Read(request.PageToken, bound);
        var revision = await store.HeadRevisionAsync(context.CancellationToken);
        IEnumerable<TrackedBill> bills = await store.ListBillsAsync(context.CancellationToken);
        if (after is not null)
        {
            var last = BillId.TryFromResourceName(after, out var id) ? id : throw PageToken.Invalid();
            bills = bills.Where(bill => bill.Id.Session < last.Session || (bill.Id.Session == last.Session && bill.Id > last));
        }

        var found = bills.Where(bill => mapping.Fits(filter, bill)).Take(size + 1).ToList();
        var page = PageSize.Cut(found.Select(bill => mask.Of(mapping.Of(bill, request.SummaryOnly || mask.IsSummary))), size);
        var response = new ListBillsResponse { Revision = revision, Bills = { page } };
        if (found.Count > page.Count)
        {
            response.NextPageToken = PageToken.Make(found[page.Count - 1].Id.ResourceName, bound);
        }

        return response;
    }

    public override async Task<TrackBillResponse> TrackBill(TrackBillRequest request, ServerCallContext context)
    {
        var id = BillNames.Read(request.Name, "name");
        BillNames.RequireReadable(id, await catalog.ListIdsAsync(id.Session, context.CancellationToken));
        var given = new V1.Bill { Position = request.Position, Priority = request.Priority, Labels = { request.Labels } };
        var human = HumanReader.Read(given, [HumanField.Position, HumanField.Priority, HumanField.Labels], "");
        _ = await watchList.TrackAsync(id, human, Caller.Name(context, ""), context.CancellationToken)
            ?? throw new ApiError(StatusCode.AlreadyExists, "BILL_ALREADY_TRACKED", $"{id} is already on the watch list.");
        return new TrackBillResponse { Bill = mapping.Of((await store.FindBillAsync(id, context.CancellationToken))!, summaryOnly: false) };
    }

    public override async Task<UpdateBillResponse> UpdateBill(UpdateBillRequest request, ServerCallContext context)
    {
        var update = BillUpdate.Read(request, Caller.Name(context, request.Author));
        return await watchList.EditAsync(update.Bill, update.Decide, context.CancellationToken) is var (bill, revision)
            ? new UpdateBillResponse { Bill = mapping.Of(bill, summaryOnly: false), Revision = revision ?? 0 }
            : throw BillNames.NotFound(update.Bill, await store.ListBillsAsync(context.CancellationToken));
    }

    public override async Task<UntrackBillResponse> UntrackBill(UntrackBillRequest request, ServerCallContext context)
    {
        var id = BillNames.Read(request.Name, "name");
        return await watchList.UntrackAsync(id, Caller.Name(context, ""), context.CancellationToken) is { } revision
            ? new UntrackBillResponse { Revision = revision }
            : throw BillNames.NotFound(id, await store.ListBillsAsync(context.CancellationToken));
    }

    private async Task<IEnumerable<V1.Relation>> RelationsAsync(BillId id, CancellationToken cancellationToken)
    {
        var laws = new Lazy<Task<HashSet<BillId>>>(async () =>
            [.. (await store.ListBillsAsync(cancellationToken)).Where(tracked => tracked.Record is not null && mapping.Read(tracked).Progress.Chapter is not null).Select(tracked => tracked.Id)]);
        return (await relations.OfAsync(id, laws, cancellationToken)).Select(DiscoveryMapping.Of);
    }
}
