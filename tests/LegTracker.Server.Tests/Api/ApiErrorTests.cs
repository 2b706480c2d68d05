using Google.Rpc;
using Grpc.Core;
using LegTracker.V1;

namespace LegTracker.Server.Tests.Api;

/// <summary>Errors, paging and filters as a client of any language sees them.</summary>
public sealed class ApiErrorTests : IAsyncLifetime
{
    private ApiWorld world = null!;

    public async Task InitializeAsync()
    {
        world = await ApiWorld.StartAsync();
        foreach (var number in new[] { 379, 381, 392, 831 })
        {
            await world.TrackAsync(number);
        }
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task An_unknown_bill_is_NOT_FOUND_with_near_matches()
    {
        var fault = await FaultAsync(() => world.Bills.GetBillAsync(new GetBillRequest { Name = ApiWorld.Bill(397).ResourceName }).ResponseAsync);

        Assert.Equal(StatusCode.NotFound, fault.StatusCode);
        var info = InfoOf(fault);
        Assert.Equal(("BILL_NOT_FOUND", "legtracker"), (info.Type, info.Domain));
        Assert.Contains("AB 379", info.Metadata["near"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tracking_twice_is_ALREADY_EXISTS()
    {
        var fault = await FaultAsync(() => world.Bills.TrackBillAsync(new TrackBillRequest { Name = ApiWorld.Bill(379).ResourceName }).ResponseAsync);

        Assert.Equal((StatusCode.AlreadyExists, "BILL_ALREADY_TRACKED"), (fault.StatusCode, InfoOf(fault).Type));
    }

    [Fact]
    public async Task A_wrong_name_names_the_field()
    {
        var fault = await FaultAsync(() => world.Bills.GetBillAsync(new GetBillRequest { Name = "AB 379" }).ResponseAsync);

        Assert.Equal((StatusCode.InvalidArgument, "FIELD_INVALID"), (fault.StatusCode, InfoOf(fault).Type));
        var status = Google.Rpc.Status.Parser.ParseFrom(fault.Trailers.GetValueBytes("grpc-status-details-bin"));
        Assert.Equal("name", status.Details[1].Unpack<BadRequest>().FieldViolations.Single().Field);
    }

    [Fact]
    public async Task Pages_follow_on_and_a_token_is_bound_to_its_request()
    {
        var first = await world.Bills.ListBillsAsync(new ListBillsRequest { PageSize = 3 });
        var second = await world.Bills.ListBillsAsync(new ListBillsRequest { PageSize = 3, PageToken = first.NextPageToken });
        var fault = await FaultAsync(() => world.Bills.ListBillsAsync(new ListBillsRequest { Filter = "AB", PageToken = first.NextPageToken }).ResponseAsync);
        var garbage = await FaultAsync(() => world.Bills.ListBillsAsync(new ListBillsRequest { PageToken = "§§" }).ResponseAsync);

        Assert.Equal(["AB 379", "AB 381", "AB 392", "AB 831"], first.Bills.Concat(second.Bills).Select(bill => bill.Measure));
        Assert.Empty(second.NextPageToken);
        Assert.Equal("PAGE_TOKEN_INVALID", InfoOf(fault).Type);
        Assert.Equal("PAGE_TOKEN_INVALID", InfoOf(garbage).Type);
    }

    [Theory]
    [InlineData("", 4)]
    [InlineData("831", 1)]
    [InlineData("ab379", 1)]
    [InlineData("-831 house:asm", 3)]
    [InlineData("session:2025-26 stage:unknown", 4)]
    [InlineData("house:sen", 0)]
    public async Task A_filter_selects(string filter, int count) =>
        Assert.Equal(count, (await world.Bills.ListBillsAsync(new ListBillsRequest { Filter = filter })).Bills.Count);

    [Fact]
    public async Task A_wrong_filter_names_the_term()
    {
        var fault = await FaultAsync(() => world.Bills.ListBillsAsync(new ListBillsRequest { Filter = "session:last" }).ResponseAsync);

        Assert.Equal("FILTER_INVALID", InfoOf(fault).Type);
        Assert.Contains("session:last", fault.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bill_that_no_source_confirmed_is_unknown_and_never_polled()
    {
        var bill = (await world.Bills.GetBillAsync(new GetBillRequest { Name = ApiWorld.Bill(379).ResourceName })).Bill;

        Assert.Equal((Stage.Unknown, Freshness.NeverPolled), (bill.Stage, bill.Freshness));
        Assert.Empty(bill.Actions);
        Assert.Null(bill.Provenance);
        Assert.Contains("unknown", bill.StageSentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forwarded_call_is_a_reader_and_may_not_write()
    {
        var forwarded = new Metadata { { "x-forwarded-for", "192.0.2.1" } };

        var info = (await world.Server.GetServerInfoAsync(new GetServerInfoRequest(), forwarded)).Info;
        var fault = await FaultAsync(() => world.Bills.UntrackBillAsync(new UntrackBillRequest { Name = ApiWorld.Bill(379).ResourceName }, forwarded).ResponseAsync);

        Assert.Equal(("reader", 0, ""), (info.CallerRole, info.ProcessId, info.DataDirectory));
        Assert.Equal((StatusCode.PermissionDenied, "ROLE_REQUIRED"), (fault.StatusCode, InfoOf(fault).Type));
    }

    [Fact]
    public async Task A_segment_with_dates_the_wrong_way_round_is_refused()
    {
        var fault = await FaultAsync(() => world.Meetings.DraftSegmentAsync(new DraftSegmentRequest { Since = "2025-03-03", Until = "2024-12-01" }).ResponseAsync);

        Assert.Equal((StatusCode.InvalidArgument, "FIELD_INVALID"), (fault.StatusCode, InfoOf(fault).Type));
    }

    private static async Task<RpcException> FaultAsync<T>(Func<Task<T>> call) => await Assert.ThrowsAsync<RpcException>(call);

    private static ErrorInfo InfoOf(RpcException fault) =>
        Google.Rpc.Status.Parser.ParseFrom(fault.Trailers.GetValueBytes("grpc-status-details-bin")).Details[0].Unpack<ErrorInfo>();
}
