using System.Collections.Concurrent;
using LegTracker.Legislature;
using LegTracker.Server.Recording;
using static LegTracker.Server.Tests.Recording.Entries;

namespace LegTracker.Server.Tests.Recording;

/// <summary>What every store promises of its log: order, whole revisions, no gap and no repeat.</summary>
public abstract partial class RecordStoreContract
{
    [Fact]
    public async Task Many_writers_at_once_take_each_revision_once()
    {
        var bills = Enumerable.Range(1, 40).Select(number => new BillId(new Session(2025), MeasureType.AB, number)).ToList();
        var revisions = new ConcurrentBag<long>();

        await Parallel.ForEachAsync(bills, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (bill, _) =>
        {
            revisions.Add((await Store.PutAsync(bill))!.Value);
            revisions.Add((await Store.ReadAsync(bill, lines: 2))!.Value);
            await Store.RecordConfirmationAsync(bill, Poll(2, bill, PollOutcome.NotModified), CancellationToken.None);
        });

        Assert.Equal(Enumerable.Range(1, 80).Select(revision => (long)revision), revisions.Order());
        Assert.Equal(80, await Store.HeadRevisionAsync(CancellationToken.None));
        var log = await Store.LogAsync();
        Assert.Equal(120, log.Length);
        Assert.Equal(log.OrderBy(change => change.Revision).ThenBy(change => change.Index), log);
    }

    [Fact]
    public async Task A_reader_that_follows_a_writer_sees_each_revision_whole_and_once()
    {
        await Store.PutAsync(Ab831);
        var writer = Task.Run(async () =>
        {
            for (var poll = 1; poll <= 30; poll++)
            {
                await Store.ReadAsync(Ab831, lines: poll * 3, poll);
            }
        });

        var seen = new List<Change>();
        while (seen.Count < 91)
        {
            var head = await Store.HeadRevisionAsync(CancellationToken.None);
            var page = await Store.LogAsync(after: seen.Count == 0 ? 0 : seen[^1].Revision, limit: 4);
            seen.AddRange(page);
            Assert.All(page.GroupBy(change => change.Revision), revision => Assert.Equal(revision.Key == 1 ? 1 : 3, revision.Count()));
            Assert.True(writer.IsCompleted || head <= await Store.HeadRevisionAsync(CancellationToken.None));
            Assert.False(writer.IsFaulted, writer.Exception?.ToString());
        }

        await writer;
        Assert.Equal(Enumerable.Range(1, 31).Select(revision => (long)revision), seen.Select(change => change.Revision).Distinct());
    }

    [Fact]
    public async Task A_bill_is_read_as_of_one_moment()
    {
        await Store.PutAsync(Ab831);
        var writer = Task.Run(async () =>
        {
            for (var lines = 1; lines <= 40; lines++)
            {
                await Store.ReadAsync(Ab831, lines, lines);
            }
        });

        do
        {
            var bill = Assert.Single(await Store.ListBillsAsync(CancellationToken.None));
            Assert.Equal(bill.Revision - 1, bill.Actions.Length);
            Assert.True(bill.Actions.IsEmpty || bill.Provenance == bill.Actions[^1].Provenance);
        }
        while (!writer.IsCompleted);

        await writer;
    }

    [Fact]
    public async Task A_page_of_changes_never_parts_a_revision()
    {
        await Store.PutAsync(Ab831);
        await Store.ReadAsync(Ab831, lines: 5);
        await Store.PutAsync(Sb50);

        Assert.Equal([1L], (await Store.LogAsync(after: 0, limit: 1)).Select(change => change.Revision));
        Assert.Equal(5, (await Store.LogAsync(after: 1, limit: 2)).Length);
        Assert.Equal(6, (await Store.LogAsync(after: 0, limit: 2)).Length);
        Assert.Equal([3L], (await Store.LogAsync(after: 2, limit: 2)).Select(change => change.Revision));
        Assert.Empty(await Store.LogAsync(after: 3));
    }

    [Fact]
    public async Task Changes_are_found_by_place_event_date_and_bill()
    {
        await Store.PutAsync(Ab831);
        await Store.PutAsync(Sb50);
        await Store.ReadAsync(Ab831, lines: 4);
        await Store.ReadAsync(Sb50, lines: 4);
        var all = new ChangeQuery(0, int.MaxValue, null, null, [], 100);

        async Task<int> Count(ChangeQuery query) => (await Store.FindChangesAsync(query, CancellationToken.None)).Length;

        Assert.Equal(10, await Count(all));
        Assert.Equal(3, await Count(all with { Limit = 3 }));
        Assert.Equal(5, await Count(all with { Bills = [Sb50] }));
        Assert.Equal(10, await Count(all with { Bills = [Sb50, Ab831] }));
        Assert.Equal(7, await Count(all with { AfterRevision = 3, AfterIndex = 0 }));
        Assert.Equal(4, await Count(all with { AfterRevision = 3 }));
        Assert.Equal(4, await Count(all with { Since = new DateOnly(2025, 1, 3), Until = new DateOnly(2025, 1, 4) }));
        Assert.Equal(2, await Count(all with { Since = new DateOnly(2025, 1, 5) }));
        Assert.Equal(2, await Count(all with { Until = new DateOnly(2025, 1, 2) }));
    }

    [Fact]
    public async Task Bills_are_listed_from_the_newest_session_by_type_and_number()
    {
        var bills = new[] { Sb50, Ab831, BillId.FromLeginfoId("202320240AB1394"), BillId.FromLeginfoId("202520260AB9") };
        foreach (var bill in bills)
        {
            await Store.PutAsync(bill);
        }

        Assert.Equal(["AB 9", "AB 831", "SB 50", "AB 1394"], (await Store.ListBillsAsync(CancellationToken.None)).Select(bill => bill.Id.Measure));
    }
}
