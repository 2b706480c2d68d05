using LegTracker.Legislature;
using LegTracker.Server.Discovery;
using LegTracker.Server.Recording;
using LegTracker.Server.Recording.Catalog;
using LegTracker.Server.Tracking;

namespace LegTracker.Server.Tests.Discovery;

/// <summary>What arrives in the catalog becomes candidates and drifts; what people decided is remembered.</summary>
public sealed class DiscoverySweepTests : IAsyncLifetime
{
    private const string Ab9 = "202520260AB9";
    private const string Parking = "Existing law regulates parking. This bill would regulate parking of trucks.";
    private const string Trafficking = "Existing law regulates parking. This bill would make human trafficking of a minor a serious felony.";

    private DiscoveryWorld world = null!;

    public async Task InitializeAsync() => world = await DiscoveryWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_bill_gutted_and_amended_into_a_topic_is_found_with_the_sentence_that_says_so()
    {
        await world.ArriveAsync(DiscoveryWorld.Version(Ab9, 0, "Vehicles: parking.", Parking));
        await world.SweepAsync();
        Assert.Empty(await world.CandidatesAsync());

        await world.ArriveAsync(DiscoveryWorld.Version(Ab9, 1, "Crimes: human trafficking.", Trafficking));
        await world.SweepAsync();

        var candidate = Assert.Single(await world.CandidatesAsync());
        Assert.Equal(DiscoveryWorld.Bill(Ab9), candidate.Bill);
        Assert.Equal("human-trafficking", candidate.Topic);
        Assert.Equal("This bill would make human trafficking of a minor a serious felony.", candidate.Sentence);
        Assert.Equal("20250AB998AMD", candidate.Version);
        Assert.Equal("Crimes: human trafficking.", candidate.Subject);
    }

    [Fact]
    public async Task The_same_night_a_poll_brings_the_amended_version_its_candidate_is_there()
    {
        var source = new ArrivingSource(world.Texts);
        using var tracked = new TrackedSource(source, new PollSchedule("0 30 21 ? * *"), new HostCircuit(5, TimeSpan.FromMinutes(15), TimeProvider.System), null);
        var desk = new PollDesk([tracked], world.Store, world.Signal, world.Clock, CancellationToken.None, world.Sweep);

        source.Next = DiscoveryWorld.Version(Ab9, 0, "Vehicles: parking.", Parking);
        await PollAsync(desk);
        var before = await world.CandidatesAsync();
        source.Next = DiscoveryWorld.Version(Ab9, 1, "Crimes: human trafficking.", Trafficking);
        await PollAsync(desk);

        Assert.Empty(before);
        Assert.Equal("This bill would make human trafficking of a minor a serious felony.", Assert.Single(await world.CandidatesAsync()).Sentence);
    }

    [Fact]
    public async Task Only_the_newest_version_makes_a_candidate_and_one_amended_away_sinks()
    {
        await world.ArriveAsync(DiscoveryWorld.Version("202520260AB10", 0, "Crimes: human trafficking.", Trafficking), DiscoveryWorld.Version("202520260AB10", 1, "Vehicles: parking.", Parking));
        await world.ArriveAsync(DiscoveryWorld.Version(Ab9, 0, "Crimes: human trafficking.", Trafficking));
        await world.SweepAsync();
        Assert.Equal([DiscoveryWorld.Bill(Ab9)], (await world.CandidatesAsync()).Select(candidate => candidate.Bill));

        await world.ArriveAsync(DiscoveryWorld.Version(Ab9, 1, "Vehicles: parking.", Parking));
        await world.SweepAsync();

        var sunk = Assert.Single(await world.CandidatesAsync());
        Assert.Equal(0, sunk.Score);
        Assert.Contains("no topic any more", sunk.Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_dismissed_stays_dismissed_until_it_changes_enough()
    {
        await world.ArriveAsync(DiscoveryWorld.Version(Ab9, 0, "Crimes.", "This bill would define human trafficking. It is short."));
        await world.SweepAsync();
        await world.Store.DismissCandidateAsync(DiscoveryWorld.Bill(Ab9), "a definition only", "test", CancellationToken.None);

        await world.ArriveAsync(DiscoveryWorld.Version(Ab9, 1, "Crimes.", "This bill would define human trafficking. It is a little longer."));
        await world.SweepAsync();
        Assert.Empty(await world.CandidatesAsync());
        Assert.Equal("a definition only", Assert.Single(await world.CandidatesAsync(CandidateState.Dismissed)).Reason);

        await world.ArriveAsync(DiscoveryWorld.Version(Ab9, 2, "Crimes.", "This bill would define human trafficking. This bill would punish soliciting a minor."));
        await world.SweepAsync();
        var back = Assert.Single(await world.CandidatesAsync());
        Assert.Contains("dismissed on 2026-03-01", back.Because, StringComparison.Ordinal);
        Assert.Contains("solicitation-of-a-minor", back.Because, StringComparison.Ordinal);
        Assert.Empty(back.Reason);
    }

    [Theory]
    [InlineData("Crimes.", "This bill would define human trafficking.", false)]
    [InlineData("Crimes", "This bill would define human  trafficking.", false)]
    [InlineData("Crimes.", "This bill would define human trafficking, sex trafficking and child trafficking.", true)]
    [InlineData("Victims of crime.", "This bill would define human trafficking.", true)]
    public async Task Enough_is_half_as_much_score_again_or_another_subject(string subject, string digest, bool returns)
    {
        await world.ArriveAsync(DiscoveryWorld.Version(Ab9, 0, "Crimes.", "This bill would define human trafficking."));
        await world.SweepAsync();
        await world.Store.DismissCandidateAsync(DiscoveryWorld.Bill(Ab9), "", "test", CancellationToken.None);

        await world.ArriveAsync(DiscoveryWorld.Version(Ab9, 1, subject, digest));
        await world.SweepAsync();

        Assert.Equal(returns, (await world.CandidatesAsync()).Length == 1);
    }

    [Fact]
    public async Task A_found_bill_that_is_tracked_by_its_number_is_no_longer_new()
    {
        await world.ArriveAsync(DiscoveryWorld.Version(Ab9, 0, "Crimes: human trafficking.", Trafficking));
        await world.SweepAsync();

        await world.Store.TrackAsync(DiscoveryWorld.Bill(Ab9), null, HumanFields.Empty, "test", CancellationToken.None);

        Assert.Empty(await world.CandidatesAsync());
        Assert.Equal("test", Assert.Single(await world.CandidatesAsync(CandidateState.Accepted)).DecidedBy);
    }

    [Fact]
    public async Task A_tracked_bill_amended_away_is_one_drift_with_evidence_and_never_a_candidate()
    {
        await world.Store.TrackAsync(DiscoveryWorld.Bill(Ab9), null, HumanFields.Empty, "test", CancellationToken.None);
        await world.ArriveAsync(DiscoveryWorld.Version(Ab9, 0, "Crimes: human trafficking.", Trafficking));
        await world.SweepAsync();
        Assert.Empty(await world.DriftsAsync());

        await world.ArriveAsync(DiscoveryWorld.Version(Ab9, 1, "Vehicles: parking.", Parking, poll: "polls/7"));
        await world.SweepAsync();
        await world.SweepAsync();
        await world.Texts.SaveMarkAsync("discovery", "1 lost", CancellationToken.None);
        await world.SweepAsync();

        var drift = Assert.Single(await world.DriftsAsync());
        Assert.Equal("polls/7", drift.Provenance!.Poll);
        Assert.Contains("AB 9 was amended away", drift.Difference.Summary, StringComparison.Ordinal);
        Assert.Contains("Vehicles: parking.", drift.Difference.Summary, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 2, 17), drift.Difference.EventDate);
        Assert.Empty(await world.CandidatesAsync(state: null));
    }

    [Fact]
    public async Task The_first_look_at_a_bill_and_a_version_without_its_digest_tell_no_drift()
    {
        await world.Store.TrackAsync(DiscoveryWorld.Bill(Ab9), null, HumanFields.Empty, "test", CancellationToken.None);
        await world.ArriveAsync(
            DiscoveryWorld.Version(Ab9, 0, "Crimes: human trafficking.", Trafficking), DiscoveryWorld.Version(Ab9, 1, "Vehicles: parking.", Parking), DiscoveryWorld.Version(Ab9, 2, "Crimes.", Trafficking));
        await world.SweepAsync();

        await world.ArriveAsync(DiscoveryWorld.Version(Ab9, 3, "Crimes.", ""));
        await world.SweepAsync();

        Assert.Empty(await world.DriftsAsync());
    }

    [Fact]
    public async Task A_changed_topic_is_searched_in_everything_and_one_turned_off_in_nothing()
    {
        await world.ArriveAsync(DiscoveryWorld.Version(Ab9, 0, "Vehicles: parking.", Parking), DiscoveryWorld.Version("202520260AB10", 0, "Crimes: human trafficking.", Trafficking));
        await world.SweepAsync();
        var topics = await world.Topics.ReadAsync(CancellationToken.None);

        await world.Topics.SaveAsync(topics[0] with { Include = [.. topics[0].Include, SearchTerm.Parse("parking of trucks")] }, "test", CancellationToken.None);
        await world.SweepAsync();
        Assert.Equal(2, (await world.CandidatesAsync()).Length);

        foreach (var topic in await world.Topics.ReadAsync(CancellationToken.None))
        {
            await world.Topics.SaveAsync(topic with { Enabled = false }, "test", CancellationToken.None);
        }

        await world.SweepAsync();
        Assert.All(await world.CandidatesAsync(), candidate => Assert.Equal(0, candidate.Score));
    }

    [Fact]
    public async Task Swept_again_from_the_start_nothing_is_found_twice_and_no_decision_is_lost()
    {
        await world.ArriveAsync(DiscoveryWorld.Version(Ab9, 0, "Crimes: human trafficking.", Trafficking), DiscoveryWorld.Version("202520260AB10", 0, "Crimes: human trafficking.", Trafficking));
        await world.SweepAsync();
        await world.Store.DismissCandidateAsync(DiscoveryWorld.Bill(Ab9), "no", "test", CancellationToken.None);
        var before = await world.CandidatesAsync(state: null);

        world.Pass(TimeSpan.FromDays(1));
        await world.Texts.SaveMarkAsync("discovery", "0 lost", CancellationToken.None);
        var again = await world.SweepAsync();

        Assert.Equal(0, again.Candidates);
        Assert.Equal(before.Select(Text), (await world.CandidatesAsync(state: null)).Select(Text));

        static string Text(Candidate candidate) => $"{candidate.Bill} {candidate.State} {candidate.Score} {candidate.FoundTime:O} {candidate.Reason}";
    }

    [Fact]
    public async Task A_section_alone_is_found_at_the_bottom_and_its_title_is_the_sentence()
    {
        await world.ArriveAsync(
            DiscoveryWorld.Version(Ab9, 0, "Evidence.", "This bill would change a rule.", "An act to amend Section 1 of the Evidence Code, now Evidence Code 1161, relating to evidence."),
            DiscoveryWorld.Version("202520260AB10", 0, "Crimes: human trafficking.", Trafficking));
        await world.SweepAsync();

        var candidates = await world.CandidatesAsync();
        Assert.Equal(["AB 10", "AB 9"], candidates.Select(candidate => candidate.Bill.Measure));
        Assert.Equal("laws-won", candidates[1].Topic);
        Assert.Contains("touches Evidence Code 1161", candidates[1].Because, StringComparison.Ordinal);
        Assert.StartsWith("An act to amend", candidates[1].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_sentence_is_cut_around_the_match_at_word_ends()
    {
        var sentence = $"{string.Join(' ', Enumerable.Repeat("before", 200))} human trafficking {string.Join(' ', Enumerable.Repeat("after", 200))}";

        var cut = TopicScore.Cut(sentence, sentence.IndexOf("human", StringComparison.Ordinal));

        Assert.InRange(cut.Length, 300, 400);
        Assert.Contains("human trafficking", cut, StringComparison.Ordinal);
        Assert.StartsWith("…before ", cut, StringComparison.Ordinal);
        Assert.EndsWith(" after…", cut, StringComparison.Ordinal);
    }

    private static async Task PollAsync(PollDesk desk)
    {
        await foreach (var _ in desk.RunAsync("bulk", null, CancellationToken.None))
        {
        }
    }

    /// <summary>A source whose poll lays a version into the catalog, as the bulk file's intake does.</summary>
    private sealed class ArrivingSource(CatalogTexts texts) : IBillSource
    {
        public VersionText? Next { get; set; }

        public string Name => "bulk";

        public string Host => "example.org";

        public async IAsyncEnumerable<SourceEvent> ReadAsync(SourceRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await texts.AddAsync([Next!], cancellationToken);
            yield return new SourceEvent.Progress("a file", 1, 1, 1);
        }
    }
}
