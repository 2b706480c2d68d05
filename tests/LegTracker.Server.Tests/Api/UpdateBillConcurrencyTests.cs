using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using LegTracker.Legislature;
using LegTracker.V1;

namespace LegTracker.Server.Tests.Api;

/// <summary>Many people write of one bill at once, over real sockets, while polls go on.</summary>
public sealed class UpdateBillConcurrencyTests : IAsyncLifetime
{
    private readonly CancellationToken patience = new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token;
    private ApiWorld world = null!;
    private BillId bill;

    public async Task InitializeAsync()
    {
        world = await ApiWorld.StartAsync();
        bill = await world.TrackAsync(379);
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Writers_with_etags_lose_no_edit_and_the_log_is_complete(int seed)
    {
        const int writers = 8;
        const int edits = 6;
        var mismatches = 0;

        // Each adds a line of its own to the notes it has read; a line is lost if anybody ever writes over what they did not read.
        var writing = Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var random = new Random(seed * 100 + writer);
            for (var edit = 0; edit < edits;)
            {
                var read = await BillAsync();
                await Task.Yield();
                var line = $"{writer}.{edit} {random.Next()}";
                try
                {
                    await UpdateAsync(read.Etag, $"writer {writer}", read.Notes is { } notes ? $"{notes.Text}\n{line}" : line);
                    edit++;
                }
                catch (RpcException fault) when (fault.StatusCode == StatusCode.Aborted)
                {
                    Interlocked.Increment(ref mismatches);
                }
            }
        }, patience)).ToList();
        var polling = Task.Run(async () =>
        {
            foreach (var _ in Enumerable.Range(0, 20))
            {
                await world.RecordAsync(bill, 1);
            }
        }, patience);
        await Task.WhenAll([.. writing, polling]);

        var lines = (await BillAsync()).Notes.Text.Split('\n').Select(line => line.Split(' ')[0]).ToList();
        var expected = Enumerable.Range(0, writers).SelectMany(writer => Enumerable.Range(0, edits).Select(edit => string.Create(CultureInfo.InvariantCulture, $"{writer}.{edit}")));
        Assert.Equal(expected, lines.Order(StringComparer.Ordinal));
        var log = (await world.Changes.ListChangesAsync(new ListChangesRequest { PageSize = 5_000 })).Changes.Where(change => change.Kind == V1.ChangeKind.Edited).ToList();
        Assert.Equal(writers * edits, log.Count);
        Assert.Equal(log.Select(change => change.NewValue).SkipLast(1), log.Select(change => change.OldValue).Skip(1));
        Assert.Equal(("", (await BillAsync()).Notes.Text), (log[0].OldValue, log[^1].NewValue));
        Assert.Equal(log.Count, log.Select(change => change.Revision).Distinct().Count());
        Assert.All(log, change => Assert.Equal($"writer {change.NewValue.Split('\n')[^1].Split('.')[0]}", change.Actor));
        Assert.True(mismatches > 0, "no two writers ever met");
    }

    [Fact]
    public async Task A_watch_delivers_an_edit_as_one_revision()
    {
        using var call = world.Watch(new WatchChangesRequest { FromNow = true }, patience);
        await NextAsync(call, WatchChangesResponse.EventOneofCase.CaughtUp);

        var answer = await world.Bills.UpdateBillAsync(new UpdateBillRequest
        {
            Bill = new Bill { Name = bill.ResourceName, Etag = "*", Position = "support", Owner = "Ada" },
            UpdateMask = new FieldMask { Paths = { "owner", "position" } },
            Author = "Ana",
        });
        var told = await NextAsync(call, WatchChangesResponse.EventOneofCase.Changes);

        Assert.Equal(answer.Revision, told.Revision);
        Assert.Equal(
            [(answer.Revision, 0, "position", "support", "Ana"), (answer.Revision, 1, "owner", "Ada", "Ana")],
            told.Changes.Changes.Select(change => (change.Revision, change.Index, change.Field, change.NewValue, change.Actor)));
        Assert.Equal("The position on AB 379 was set to “support” by Ana.", told.Changes.Changes[0].Summary);
    }

    private async Task<Bill> BillAsync() => (await world.Bills.GetBillAsync(new GetBillRequest { Name = bill.ResourceName })).Bill;

    private async Task UpdateAsync(string etag, string author, string notes) => await world.Bills.UpdateBillAsync(new UpdateBillRequest
    {
        Bill = new Bill { Name = bill.ResourceName, Etag = etag, Notes = new V1.HumanText { Text = notes } },
        UpdateMask = new FieldMask { Paths = { "notes" } },
        Author = author,
    });

    private async Task<WatchChangesResponse> NextAsync(AsyncServerStreamingCall<WatchChangesResponse> call, WatchChangesResponse.EventOneofCase wanted)
    {
        while (await call.ResponseStream.MoveNext(patience))
        {
            if (call.ResponseStream.Current.EventCase == wanted)
            {
                return call.ResponseStream.Current;
            }
        }

        throw new InvalidOperationException($"the stream ended before {wanted}");
    }
}
