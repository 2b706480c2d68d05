using System.Text;
using Google.Protobuf;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.Server.Api;
using LegTracker.V1;

namespace LegTracker.Server.Tests.Api;

/// <summary>Pages, their tokens and their limits; and bills as they are shown.</summary>
public sealed class PagingTests : IAsyncLifetime
{
    private ApiWorld world = null!;

    public async Task InitializeAsync() => world = await ApiWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Changes_are_paged_without_gap_or_repeat_and_filtered_by_bill_and_date()
    {
        var (one, two) = (await world.TrackAsync(1), await world.TrackAsync(2));
        await world.RecordAsync(one, 5);
        await world.RecordAsync(two, 4);

        var all = await ChangesAsync(new ListChangesRequest { PageSize = 2 });
        var ofTwo = await ChangesAsync(new ListChangesRequest { PageSize = 3, Bills = { two.ResourceName } });
        var dated = await ChangesAsync(new ListChangesRequest { PageSize = 3, Since = "2025-09-01", Until = "2025-09-01" });
        var after = await ChangesAsync(new ListChangesRequest { AfterRevision = 3 });

        Assert.Equal(["1.0", "2.0", "3.0", "3.1", "3.2", "3.3", "3.4", "4.0", "4.1", "4.2", "4.3"], all);
        Assert.Equal(["2.0", "4.0", "4.1", "4.2", "4.3"], ofTwo);
        Assert.Equal(9, dated.Count);
        Assert.Equal(["4.0", "4.1", "4.2", "4.3"], after);
    }

    [Fact]
    public async Task A_page_of_large_messages_is_cut_to_what_any_client_receives()
    {
        var bill = await world.TrackAsync(1);
        await world.RecordAsync(bill, 100, textLength: 80_000);

        var request = new ListChangesRequest { PageSize = 5000 };
        var sizes = new List<int>();
        var seen = 0;
        do
        {
            var page = await world.Changes.ListChangesAsync(request);
            sizes.Add(page.CalculateSize());
            seen += page.Changes.Count;
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(101, seen);
        Assert.All(sizes, size => Assert.InRange(size, 1, 4 * 1024 * 1024));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("9999999999999999999999.0")]
    public async Task A_token_made_up_by_a_caller_is_refused_not_a_fault(string key)
    {
        var bills = PageToken.Make(key, "bills  False ");
        var changes = PageToken.Make(key, "changes 0   ");

        var ofBills = RichError.From(await Assert.ThrowsAsync<RpcException>(() => world.Bills.ListBillsAsync(new ListBillsRequest { PageToken = bills }).ResponseAsync));
        var ofChanges = RichError.From(await Assert.ThrowsAsync<RpcException>(() => world.Changes.ListChangesAsync(new ListChangesRequest { PageToken = changes }).ResponseAsync));
        var text = RichError.From(await Assert.ThrowsAsync<RpcException>(() => world.Changes.ListChangesAsync(
            new ListChangesRequest { PageToken = Convert.ToBase64String(Encoding.UTF8.GetBytes(key)) }).ResponseAsync));

        Assert.All([ofBills, ofChanges, text], error => Assert.Equal((RichErrorKind.Usage, "PAGE_TOKEN_INVALID"), (error.Kind, error.Reason)));
    }

    [Fact]
    public async Task Any_other_field_changed_makes_a_token_of_changes_invalid()
    {
        var bill = await world.TrackAsync(1);
        await world.RecordAsync(bill, 3);
        var token = (await world.Changes.ListChangesAsync(new ListChangesRequest { PageSize = 1 })).NextPageToken;

        foreach (var other in new[]
        {
            new ListChangesRequest { AfterRevision = 1 }, new ListChangesRequest { Since = "2025-01-01" },
            new ListChangesRequest { Until = "2025-12-31" }, new ListChangesRequest { Bills = { bill.ResourceName } },
        })
        {
            other.PageToken = token;
            var fault = await Assert.ThrowsAsync<RpcException>(() => world.Changes.ListChangesAsync(other).ResponseAsync);

            Assert.Equal("PAGE_TOKEN_INVALID", RichError.From(fault).Reason);
        }
    }

    [Fact]
    public async Task Polls_are_paged_without_gap_or_repeat_and_a_token_is_bound_to_its_source()
    {
        var bill = await world.TrackAsync(1);
        for (var poll = 0; poll < 5; poll++)
        {
            await world.RecordAsync(bill, 1);
        }

        var names = new List<string>();
        var request = new ListPollsRequest { PageSize = 2 };
        do
        {
            var page = await world.Sources.ListPollsAsync(request);
            names.AddRange(page.Polls.Select(poll => poll.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        var fault = await Assert.ThrowsAsync<RpcException>(() => world.Sources.ListPollsAsync(new ListPollsRequest { PageToken = PageToken.Make("polls/3", "polls sources/bulk") }).ResponseAsync);

        Assert.Equal(["polls/5", "polls/4", "polls/3", "polls/2", "polls/1"], names);
        Assert.Equal("PAGE_TOKEN_INVALID", RichError.From(fault).Reason);
    }

    [Fact]
    public async Task A_request_larger_than_a_mebibyte_is_refused()
    {
        var fault = await Assert.ThrowsAsync<RpcException>(() => world.Bills.ListBillsAsync(new ListBillsRequest { Filter = new string('x', 1_100_000) }).ResponseAsync);

        Assert.Equal(StatusCode.ResourceExhausted, fault.StatusCode);
    }

    [Fact]
    public async Task A_line_whose_print_was_touched_up_without_a_change_is_shown_and_read_as_it_is_now()
    {
        var bill = await world.TrackAsync(1);
        await world.RecordAsync(bill, 1, text: "Read first time. To print.");
        await GetAsync(bill.ResourceName);
        await world.RecordAsync(bill, 0, text: "Read first time.  To print");

        var shown = await GetAsync(bill.ResourceName);

        Assert.Equal("Read first time.  To print", shown.Actions[0].Text);
        Assert.Equal(shown.Actions[0].Text, shown.StageCause.Action);
        Assert.Equal((Stage.Introduced, Stage.Introduced), (shown.Stage, shown.Actions[0].StageAfter));
    }

    [Fact]
    public async Task A_summary_leaves_history_versions_and_progress_out()
    {
        var bill = await world.TrackAsync(1);
        await world.RecordAsync(bill, 1);

        var summary = (await world.Bills.ListBillsAsync(new ListBillsRequest { SummaryOnly = true })).Bills.Single();
        var whole = (await world.Bills.ListBillsAsync(new ListBillsRequest())).Bills.Single();

        Assert.Equal(Stage.Introduced, summary.Stage);
        Assert.Equal((0, 0, 0), (summary.Actions.Count, summary.Versions.Count, summary.Progress.Count));
        Assert.NotEmpty(whole.Actions);
        Assert.NotEmpty(whole.Progress);
    }

    [Fact]
    public async Task What_people_wrote_when_tracking_is_cleaned_kept_and_limited()
    {
        var name = ApiWorld.Bill(5).ResourceName;
        var tracked = (await world.Bills.TrackBillAsync(new TrackBillRequest { Name = name, Priority = 2, Position = "wat\u001bch", Labels = { "housing", " ", "housing" } })).Bill;
        var tooMany = await Assert.ThrowsAsync<RpcException>(() => world.Bills.TrackBillAsync(
            new TrackBillRequest { Name = ApiWorld.Bill(6).ResourceName, Labels = { Enumerable.Range(0, 60).Select(i => $"l{i}") } }).ResponseAsync);

        Assert.Equal((2, "watch"), (tracked.Priority, tracked.Position));
        Assert.Equal(["housing"], tracked.Labels);
        Assert.Equal("labels", RichError.From(tooMany).Violations.Single().Field);
    }

    private async Task<Bill> GetAsync(string name) => (await world.Bills.GetBillAsync(new GetBillRequest { Name = name })).Bill;

    private async Task<List<string>> ChangesAsync(ListChangesRequest request)
    {
        var names = new List<string>();
        do
        {
            var page = await world.Changes.ListChangesAsync(request);
            names.AddRange(page.Changes.Select(change => change.Name["changes/".Length..]));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return names;
    }
}
