using LegTracker.Legislature;
using LegTracker.Server.Discovery;

namespace LegTracker.Server.Tests.Discovery;

/// <summary>Bills that belong together by the sections they touch.</summary>
public sealed class RelationsTests : IAsyncLifetime
{
    private const string Law = "201520160SB1322";
    private const string Later = "202520260AB63";
    private const string Other = "202520260AB70";
    private DiscoveryWorld world = null!;

    public async Task InitializeAsync()
    {
        world = await DiscoveryWorld.StartAsync();
        await world.ArriveAsync(
            DiscoveryWorld.Version(Law, 0, "Commercial sex acts: minors.", "x", "An act to amend Penal Code 647 and Penal Code 653.22, relating to minors."),
            DiscoveryWorld.Version(Later, 0, "Commercial sex acts: minors: loitering.", "x", "An act to add Penal Code 653.22, relating to minors."),
            DiscoveryWorld.Version(Other, 0, "Vehicles: invasive cameras.", "x", "An act to amend Penal Code 647, relating to vehicles."),
            DiscoveryWorld.Version("202520260AB71", 0, "Commercial sex acts: minors.", "x", "An act to amend Vehicle Code 10, relating to vehicles."));
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_law_is_related_to_the_later_bill_of_its_idea_and_to_what_touches_its_sections()
    {
        var relations = await OfAsync(Law, Law);

        Assert.Equal([(RelationKind.LaterVersion, "AB 63"), (RelationKind.SameSections, "AB 70")], relations.Select(relation => (relation.Kind, relation.Bill.Measure)));
        Assert.Contains("Penal Code 653.22", relations[0].Sentence, StringComparison.Ordinal);
        Assert.Contains("AB 70 (2025-26) touches Penal Code 647 too", relations[1].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_later_bill_names_the_earlier_one()
    {
        var relation = Assert.Single(await OfAsync(Later));

        Assert.Equal((RelationKind.EarlierVersion, "SB 1322"), (relation.Kind, relation.Bill.Measure));
    }

    [Fact]
    public async Task Without_a_law_and_without_likeness_a_shared_section_says_nothing_and_an_unknown_bill_has_none()
    {
        Assert.Empty(await OfAsync(Other));
        Assert.Empty(await OfAsync("202520260AB999", Law));
    }

    private async Task<IReadOnlyList<Relation>> OfAsync(string bill, params string[] laws) => await new Relations(world.Texts).OfAsync(
        DiscoveryWorld.Bill(bill), new Lazy<Task<HashSet<BillId>>>(Task.FromResult(laws.Select(DiscoveryWorld.Bill).ToHashSet())), CancellationToken.None);
}
