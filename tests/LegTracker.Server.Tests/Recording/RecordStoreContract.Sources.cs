using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Recording;
using static LegTracker.Server.Tests.Recording.Entries;

namespace LegTracker.Server.Tests.Recording;

/// <summary>What every store keeps of sources and polls.</summary>
public abstract partial class RecordStoreContract
{
    [Fact]
    public async Task Validators_are_replaced_as_a_whole_and_by_source()
    {
        await Store.SaveValidatorsAsync("bulk", Pairs(("a.zip", "Sun"), ("b.zip", "Mon")), CancellationToken.None);
        await Store.SaveValidatorsAsync("pages", Pairs(("x", "1")), CancellationToken.None);
        await Store.SaveValidatorsAsync("bulk", Pairs(("b.zip", "Tue"), ("c.zip", "Wed")), CancellationToken.None);

        Assert.Equal(Pairs(("b.zip", "Tue"), ("c.zip", "Wed")), await Store.ValidatorsAsync("bulk", CancellationToken.None));
        Assert.Equal(Pairs(("x", "1")), await Store.ValidatorsAsync("pages", CancellationToken.None));
        Assert.Empty(await Store.ValidatorsAsync("other", CancellationToken.None));

        static ImmutableDictionary<string, string> Pairs(params (string Key, string Value)[] pairs) => pairs.ToImmutableDictionary(pair => pair.Key, pair => pair.Value);
    }

    [Fact]
    public async Task Each_source_has_its_own_hash_of_its_last_reading()
    {
        await Store.PutAsync(Ab831);
        await Store.ReadAsync(Ab831, lines: 1, poll: 1);
        await Store.ReadAsync(Ab831, lines: 2, poll: 2, "pages");
        await Store.ReadAsync(Ab831, lines: 3, poll: 3, "pages");
        await Store.RecordFailureAsync(Ab831, Freshness.Stale, Poll(4, Ab831, PollOutcome.FetchFailed, "pages", "no answer"), CancellationToken.None);

        Assert.Equal("hash 1", (await Store.ContentHashesAsync("bulk", CancellationToken.None))[Ab831]);
        Assert.Equal("hash 3", (await Store.ContentHashesAsync("pages", CancellationToken.None))[Ab831]);
        Assert.Empty(await Store.ContentHashesAsync("other", CancellationToken.None));
    }

    [Fact]
    public async Task Health_is_kept_and_what_was_not_believed_or_not_recognized_is_counted()
    {
        var health = new SourceHealth("pages", "leginfo", SourceState.CircuitOpen, "5 failures", Morning, Morning.AddHours(1), Morning.AddHours(2), null, 5, 0, 0);
        await Store.PutAsync(Ab831);
        await Store.ReadAsync(Ab831, lines: 2, poll: 3, "pages");

        await Store.SaveSourceAsync(health, null, CancellationToken.None);
        await Store.SaveSourceAsync(health with { Name = "bulk", State = SourceState.Ok, StateReason = null }, Poll(1, null, PollOutcome.Unchanged), CancellationToken.None);
        await Store.KeepQuarantinedAsync(Ab831, "https://example.org", "WRONG_BILL", [1, 2, 3], Poll(2, Ab831, PollOutcome.Quarantined, "pages"), CancellationToken.None);

        var sources = await Store.ListSourcesAsync(CancellationToken.None);
        Assert.Equal(["bulk", "pages"], sources.Select(source => source.Name));
        Assert.Equal(health with { QuarantinedCount = 1, UnknownActionCount = 2 }, sources[1]);
        Assert.Equal(Poll(1, null, PollOutcome.Unchanged), Assert.Single(await Store.ListPollsAsync("bulk", null, 10, CancellationToken.None)));
    }

    [Fact]
    public async Task The_newest_bodies_in_quarantine_are_kept()
    {
        await Store.SaveSourceAsync(new SourceHealth("bulk", "host", SourceState.Ok, null, null, null, null, null, 0, 0, 0), null, CancellationToken.None);
        for (var i = 0; i < QuarantineShelf.Kept + 3; i++)
        {
            await Store.KeepQuarantinedAsync(null, "https://example.org", "BROKEN_ZIP", [1], Poll(1, null, PollOutcome.Quarantined), CancellationToken.None);
        }

        Assert.Equal(QuarantineShelf.Kept, Assert.Single(await Store.ListSourcesAsync(CancellationToken.None)).QuarantinedCount);
    }

    [Fact]
    public async Task Polls_are_paged_newest_first_and_none_is_left_out()
    {
        foreach (var poll in new[] { 1, 2, 3 })
        {
            await Store.RecordFailureAsync(Ab831, Freshness.Stale, Poll(poll, Ab831, PollOutcome.FetchFailed, detail: "no answer"), CancellationToken.None);
            await Store.RecordFailureAsync(Sb50, Freshness.Stale, Poll(poll, Sb50, PollOutcome.FetchFailed, detail: "no answer"), CancellationToken.None);
        }

        await Store.RecordFailureAsync(Sb50, Freshness.Stale, Poll(9, Sb50, PollOutcome.FetchFailed, "pages", "no answer"), CancellationToken.None);
        var first = await Store.ListPollsAsync("bulk", null, 3, CancellationToken.None);
        var second = await Store.ListPollsAsync("bulk", first[^1].Name, 3, CancellationToken.None);

        Assert.Equal(["3-202520260SB50", "3-202520260AB831", "2-202520260SB50"], first.Select(poll => poll.Name.Replace("polls/0000", "", StringComparison.Ordinal)));
        Assert.Equal(["2-202520260AB831", "1-202520260SB50", "1-202520260AB831"], second.Select(poll => poll.Name.Replace("polls/0000", "", StringComparison.Ordinal)));
        Assert.Equal("pages", (await Store.ListPollsAsync(null, null, 1, CancellationToken.None))[0].Source);
        Assert.Equal(Poll(1, Ab831, PollOutcome.FetchFailed, detail: "no answer"), second[^1]);
    }
}
