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
    public async Task The_newest_bodies_in_quarantine_are_kept_of_each_source_and_can_be_looked_at()
    {
        await Store.KeepQuarantinedAsync(Ab831, "https://example.org/page", "WRONG_BILL", "the page of another bill"u8.ToArray(), Poll(7, Ab831, PollOutcome.Quarantined, "pages"), CancellationToken.None);
        for (var i = 0; i < QuarantineShelf.Kept + 3; i++)
        {
            await Store.KeepQuarantinedAsync(null, "https://example.org", "BROKEN_ZIP", [1], Poll(1, null, PollOutcome.Quarantined), CancellationToken.None);
        }

        var all = await Store.ListQuarantinedAsync(null, CancellationToken.None);
        var page = Assert.Single(await Store.ListQuarantinedAsync("pages", CancellationToken.None));
        var body = await Store.FindQuarantinedAsync(page.Id, CancellationToken.None);

        Assert.Equal(QuarantineShelf.Kept, (await Store.ListQuarantinedAsync("bulk", CancellationToken.None)).Length);
        Assert.Equal(all.Select(kept => kept.Id).OrderDescending(), all.Select(kept => kept.Id));
        Assert.Equal(("pages", Ab831, "WRONG_BILL", 24L), (page.Source, page.Bill!.Value, page.Reason, page.BodyBytes));
        Assert.Equal("the page of another bill", System.Text.Encoding.UTF8.GetString(body!.Body));
        Assert.Null(await Store.FindQuarantinedAsync(999_999, CancellationToken.None));
    }

    [Fact]
    public async Task Long_bodies_take_at_most_fifty_megabytes_of_a_source_and_each_keeps_its_beginning()
    {
        var noise = new byte[QuarantineShelf.LongestBody + 10];
        new Random(1).NextBytes(noise);
        for (var i = 0; i < 18; i++)
        {
            await Store.KeepQuarantinedAsync(null, "https://example.org", "BROKEN_ZIP", noise, Poll(1, null, PollOutcome.Quarantined), CancellationToken.None);
        }

        var kept = await Store.ListQuarantinedAsync("bulk", CancellationToken.None);
        var newest = await Store.FindQuarantinedAsync(kept[0].Id, CancellationToken.None);

        Assert.Equal(16, kept.Length);
        Assert.Equal((QuarantineShelf.LongestBody, (long)noise.Length), (newest!.Body.Length, newest.BodyBytes));
    }

    [Fact]
    public async Task The_evidence_of_a_reading_is_kept_once_and_as_long_as_something_cites_it()
    {
        await Store.PutAsync(Ab831);
        await Store.PutAsync(Sb50);
        await Store.ReadAsync(Ab831, lines: 1, poll: 1);
        await Store.ReadAsync(Sb50, lines: 1, poll: 1);
        await Store.ReadAsync(Ab831, lines: 1, poll: 2);
        await Store.ReadAsync(Ab831, lines: 2, poll: 3);

        var cited = await Store.FindEvidenceAsync("hash 1", CancellationToken.None);
        var uncited = await Store.FindEvidenceAsync("hash 2", CancellationToken.None);

        Assert.Equal("the text of hash 1", System.Text.Encoding.UTF8.GetString(cited!.Body));
        Assert.Equal(("bulk/1", Evidence(1).FetchTime), (cited.Kind, cited.FirstSeen));
        Assert.Null(uncited);
        Assert.NotNull(await Store.FindEvidenceAsync("hash 3", CancellationToken.None));
    }

    [Fact]
    public async Task Doubts_are_kept_by_source_and_bill_until_they_are_dropped_or_the_bill_is()
    {
        await Store.PutAsync(Ab831);
        await Store.PutAsync(Sb50);
        var doubt = new Doubt(Ab831, DoubtKind.CanaryMoved, "hash 1", "a line is gone", Morning, Accepted: false);
        await Store.SaveSourceAsync(SourceHealth.New("bulk", "host"), null, CancellationToken.None);
        await Store.KeepDoubtAsync("bulk", doubt, CancellationToken.None);
        await Store.KeepDoubtAsync("bulk", doubt with { Bill = Sb50, Kind = DoubtKind.Shrank }, CancellationToken.None);
        await Store.KeepDoubtAsync("pages", doubt, CancellationToken.None);

        Assert.Equal(doubt, (await Store.DoubtsAsync("bulk", CancellationToken.None))[Ab831]);
        Assert.Equal(Morning, Assert.Single(await Store.ListSourcesAsync(CancellationToken.None)).DriftedSince);
        await Store.DropDoubtAsync("bulk", Sb50, CancellationToken.None);
        Assert.Single(await Store.DoubtsAsync("bulk", CancellationToken.None));
        await Store.UntrackAsync(Ab831, "test", CancellationToken.None);
        Assert.Empty(await Store.DoubtsAsync("bulk", CancellationToken.None));
        Assert.Null(Assert.Single(await Store.ListSourcesAsync(CancellationToken.None)).DriftedSince);
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
