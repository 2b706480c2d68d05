using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.Server.Recording.Catalog;
using LegTracker.Server.Tests.Discovery;
using LegTracker.Server.Tracking;
using LegTracker.V1;
using Microsoft.Extensions.DependencyInjection;

namespace LegTracker.Server.Tests.Api;

/// <summary>Topics and candidates over the API.</summary>
public sealed class DiscoveryServiceTests : IAsyncLifetime
{
    private const string Sentence = "This bill would make human trafficking a serious felony.";
    private ApiWorld world = null!;

    public async Task InitializeAsync() => world = await ApiWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_candidate_shows_what_matched_and_accepting_it_tracks_the_bill_once()
    {
        await FindAsync(1);

        var candidate = Assert.Single((await ListAsync(CandidateState.New)).Candidates);
        Assert.Equal("candidates/202520260AB1", candidate.Name);
        Assert.Equal(("states/ca/sessions/20252026-0/bills/AB1", "AB 1", "2025-26"), (candidate.Bill, candidate.Measure, candidate.Session));
        Assert.Equal(("topics/human-trafficking", Sentence, "20250AB199INT", CandidateState.New), (candidate.Topic, candidate.MatchedSentence, candidate.MatchedVersion, candidate.State));
        Assert.True(candidate.Score > 0);

        var accepted = (await world.Discovery.AcceptCandidateAsync(new AcceptCandidateRequest { Name = candidate.Name, Reason = "ours" })).Candidate;
        await world.Discovery.AcceptCandidateAsync(new AcceptCandidateRequest { Name = candidate.Name });

        Assert.Equal((CandidateState.Accepted, "ours", "local user"), (accepted.State, accepted.Reason, accepted.DecidedBy));
        Assert.Equal("AB 1", (await world.Bills.GetBillAsync(new GetBillRequest { Name = candidate.Bill })).Bill.Measure);
        Assert.Single((await world.Changes.ListChangesAsync(new ListChangesRequest())).Changes, change => change.Kind == ChangeKind.Tracked);
        Assert.Equal(ApiWorld.Bill(1), Assert.Single(world.Services.GetRequiredService<PollWishes>().Take("bulk")));
        Assert.Empty((await ListAsync(CandidateState.New)).Candidates);
        var refused = await RefusedAsync(() => world.Discovery.DismissCandidateAsync(new DismissCandidateRequest { Name = candidate.Name }));
        Assert.Equal((RichErrorKind.Refused, "CANDIDATE_ACCEPTED"), (refused.Kind, refused.Reason));
    }

    [Fact]
    public async Task A_dismissed_candidate_keeps_the_reason_and_leaves_the_new_ones()
    {
        await FindAsync(1, 2);

        var dismissed = (await world.Discovery.DismissCandidateAsync(new DismissCandidateRequest { Name = "candidates/202520260AB2", Reason = "not\u001b ours" })).Candidate;

        Assert.Equal((CandidateState.Dismissed, "not ours"), (dismissed.State, dismissed.Reason));
        Assert.NotNull(dismissed.DecidedTime);
        Assert.Equal(["AB 1"], (await ListAsync(CandidateState.New)).Candidates.Select(candidate => candidate.Measure));
        Assert.Equal(["AB 2"], (await ListAsync(CandidateState.Dismissed)).Candidates.Select(candidate => candidate.Measure));
        Assert.Equal(2, (await ListAsync(CandidateState.Unspecified)).Candidates.Count);
    }

    [Fact]
    public async Task Candidates_are_paged_best_first_without_gap_or_repeat_and_by_topic()
    {
        await FindAsync(1, 2, 3, 4, 5);
        await world.Services.GetRequiredService<CatalogTexts>().AddAsync([DiscoveryWorld.Version("202520260AB6", 0, "Crimes: human trafficking.", Sentence)], CancellationToken.None);
        await world.Services.GetRequiredService<DiscoverySweep>().RunAsync(CancellationToken.None);

        var seen = new List<string>();
        var request = new ListCandidatesRequest { PageSize = 2, Topic = "topics/human-trafficking" };
        do
        {
            var page = await world.Discovery.ListCandidatesAsync(request);
            Assert.InRange(page.Candidates.Count, 1, 2);
            seen.AddRange(page.Candidates.Select(candidate => candidate.Measure));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(["AB 6", "AB 1", "AB 2", "AB 3", "AB 4", "AB 5"], seen);
        Assert.Empty((await world.Discovery.ListCandidatesAsync(new ListCandidatesRequest { Topic = "topics/child-sexual-abuse-material" })).Candidates);
    }

    [Fact]
    public async Task A_topic_is_changed_by_its_mask_and_the_catalog_is_searched_with_it()
    {
        await world.Services.GetRequiredService<CatalogTexts>().AddAsync([DiscoveryWorld.Version("202520260AB7", 0, "Foster youth.", "This bill would help foster youth.")], CancellationToken.None);
        var topic = (await world.Discovery.ListTopicsAsync(new ListTopicsRequest())).Topics.Single(topic => topic.Name == "topics/exploited-children");

        var changed = await world.Discovery.UpdateTopicAsync(new UpdateTopicRequest
        {
            Topic = new Topic { Name = topic.Name, Include = { "foster youth" } },
            UpdateMask = FieldMask.FromString("include"),
        });

        Assert.Equal((topic.Title, true, 1), (changed.Topic.Title, changed.Topic.Enabled, changed.CandidatesChanged));
        Assert.Equal("AB 7", Assert.Single((await ListAsync(CandidateState.New)).Candidates).Measure);
        Assert.Equal(["foster youth"], (await world.Discovery.ListTopicsAsync(new ListTopicsRequest())).Topics.Single(one => one.Name == topic.Name).Include);
    }

    [Fact]
    public async Task What_is_wrong_in_a_request_is_refused_with_its_field()
    {
        await FindAsync(1);
        var name = "topics/human-trafficking";

        var unknown = await RefusedAsync(() => world.Discovery.AcceptCandidateAsync(new AcceptCandidateRequest { Name = "candidates/202520260AB99" }));
        var garbled = await RefusedAsync(() => world.Discovery.DismissCandidateAsync(new DismissCandidateRequest { Name = "AB 1" }));
        var longest = await RefusedAsync(() => world.Discovery.DismissCandidateAsync(new DismissCandidateRequest { Name = "candidates/202520260AB1", Reason = new string('x', 501) }));
        var noTopic = await RefusedAsync(() => world.Discovery.ListCandidatesAsync(new ListCandidatesRequest { Topic = "topics/none" }));
        var term = await RefusedAsync(() => world.Discovery.UpdateTopicAsync(new UpdateTopicRequest { Topic = new Topic { Name = name, Title = "T", Include = { "a) OR (b" } } }));
        var mask = await RefusedAsync(() => world.Discovery.UpdateTopicAsync(new UpdateTopicRequest { Topic = new Topic { Name = name }, UpdateMask = new FieldMask { Paths = { "name" } } }));
        var token = await RefusedAsync(() => world.Discovery.ListCandidatesAsync(new ListCandidatesRequest { PageToken = Server.Api.PageToken.Make("nonsense", "candidates 0 ") }));

        Assert.Equal((RichErrorKind.NotFound, "CANDIDATE_NOT_FOUND"), (unknown.Kind, unknown.Reason));
        Assert.Equal("name", garbled.Violations.Single().Field);
        Assert.Equal("reason", longest.Violations.Single().Field);
        Assert.Equal((RichErrorKind.NotFound, "TOPIC_NOT_FOUND"), (noTopic.Kind, noTopic.Reason));
        Assert.Equal("topic.include", term.Violations.Single().Field);
        Assert.Equal("update_mask", mask.Violations.Single().Field);
        Assert.Equal("PAGE_TOKEN_INVALID", token.Reason);
    }

    [Fact]
    public async Task A_bill_shows_what_belongs_to_it()
    {
        var law = await world.TrackAsync(1);
        await world.RecordAsync(law, 1, text: "Chaptered by Secretary of State - Chapter 623, Statutes of 2025.");
        await world.Services.GetRequiredService<CatalogTexts>().AddAsync(
            [
                DiscoveryWorld.Version("202520260AB1", 0, "Crimes.", "x", "An act to amend Penal Code 647, relating to crimes."),
                DiscoveryWorld.Version("202520260AB2", 0, "Vehicles.", "x", "An act to amend Penal Code 647, relating to vehicles."),
            ],
            CancellationToken.None);

        var relation = Assert.Single((await world.Bills.GetBillAsync(new GetBillRequest { Name = law.ResourceName })).Bill.Relations);

        Assert.Equal((RelationKind.SameSections, "states/ca/sessions/20252026-0/bills/AB2", "Vehicles."), (relation.Kind, relation.Bill, relation.Subject));
        Assert.Contains("Penal Code 647", relation.Sentence, StringComparison.Ordinal);
        Assert.Equal("20250AB299INT", relation.Version);
    }

    private async Task FindAsync(params int[] numbers)
    {
        await world.Services.GetRequiredService<CatalogTexts>().AddAsync(
            [.. numbers.Select(number => DiscoveryWorld.Version($"202520260AB{number}", 0, "Crimes.", Sentence))], CancellationToken.None);
        await world.Services.GetRequiredService<DiscoverySweep>().RunAsync(CancellationToken.None);
    }

    private async Task<ListCandidatesResponse> ListAsync(CandidateState state) => await world.Discovery.ListCandidatesAsync(new ListCandidatesRequest { State = state });

    private static async Task<RichError> RefusedAsync<T>(Func<AsyncUnaryCall<T>> call) => RichError.From(await Assert.ThrowsAsync<RpcException>(async () => await call()));
}
