using LegTracker.Server.Recording.Catalog;

namespace LegTracker.Server.Tests.Discovery;

/// <summary>The words of versions, found sentence by sentence.</summary>
public sealed class CatalogTextsTests : IAsyncLifetime
{
    private const string Ab1 = "202520260AB1";
    private DiscoveryWorld world = null!;

    public async Task InitializeAsync() => world = await DiscoveryWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Theory]
    [InlineData("human trafficking", "This bill would add to the crime of Human   Trafficking.", true)]
    [InlineData("human trafficking", "This bill would speak of humans. Trafficking is another sentence.", false)]
    [InlineData("human trafficking", "Trafficking of humans, human rights and trafficking.", false)]
    [InlineData("trafficking victim", "It helps trafficking victims.", true)]
    [InlineData("minor", "A contract with a minority-owned business.", false)]
    [InlineData("solicit* + minor", "A person who solicits or agrees to buy from minors is guilty.", true)]
    [InlineData("solicit* + minor", "A person solicits. Another is a minor.", false)]
    [InlineData("sexually exploit*", "A sexually-exploited child.", true)]
    [InlineData("cafe", "At the café.", true)]
    public async Task A_term_is_found_where_all_its_phrases_stand_in_one_sentence(string term, string digest, bool expected)
    {
        await world.ArriveAsync(DiscoveryWorld.Version(Ab1, 0, "A subject.", digest));

        var found = await world.Texts.FindAsync(SearchTerm.Parse(term), [], 0, CancellationToken.None);

        Assert.Equal(expected, found.Length == 1);
    }

    [Fact]
    public async Task An_excluded_phrase_takes_away_its_sentence_and_no_other()
    {
        await world.ArriveAsync(DiscoveryWorld.Version(Ab1, 0, "A subject.", "Existing law names trafficking of a controlled drug, as drug trafficking. This bill would punish trafficking of people."));

        var found = await world.Texts.FindAsync(SearchTerm.Parse("trafficking"), [SearchTerm.Parse("drug trafficking")], 0, CancellationToken.None);

        var hit = Assert.Single(found);
        Assert.Equal("This bill would punish trafficking of people.", hit.Sentence);
        Assert.Equal((TextPart.Digest, hit.Sentence.IndexOf("trafficking", StringComparison.Ordinal)), (hit.Part, hit.At));
    }

    [Theory]
    [InlineData("and OR not")]
    [InlineData("near NEAR rowid")]
    public async Task Words_of_the_query_language_are_words(string term)
    {
        await world.ArriveAsync(DiscoveryWorld.Version(Ab1, 0, "A subject.", "This is and or not near near rowid."));

        Assert.Single(await world.Texts.FindAsync(SearchTerm.Parse(term), [], 0, CancellationToken.None));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" + minor")]
    [InlineData("traffic* victim")]
    [InlineData("\"human")]
    [InlineData("a) OR (b")]
    [InlineData("subject:x")]
    public void What_is_no_term_is_refused_in_words(string text)
    {
        Assert.False(SearchTerm.TryParse(text, out _, out var fault));
        Assert.NotEmpty(fault);
    }

    [Fact]
    public async Task The_same_words_arrive_once_and_other_words_replace_them_and_arrive_anew()
    {
        var first = DiscoveryWorld.Version(Ab1, 0, "A subject.", "This bill would do one thing.", "An act to amend Penal Code 236.1.");
        Assert.Equal(1, await world.ArriveAsync(first));
        var head = await world.Texts.HeadAsync(CancellationToken.None);

        Assert.Equal(0, await world.ArriveAsync(first with { Provenance = first.Provenance with { Poll = "polls/2" } }));
        Assert.Equal(head, await world.Texts.HeadAsync(CancellationToken.None));
        Assert.Equal(1, await world.ArriveAsync(first with { Digest = ["This bill would do another thing."], CodeSections = ["Civil Code 52.6"] }));

        Assert.True(await world.Texts.HeadAsync(CancellationToken.None) > head);
        Assert.Empty(await world.Texts.FindAsync(SearchTerm.Parse("one thing"), [], 0, CancellationToken.None));
        Assert.Single(await world.Texts.FindAsync(SearchTerm.Parse("another thing"), [], 0, CancellationToken.None));
        Assert.Equal("Civil Code 52.6", Assert.Single(Assert.Single(await world.Texts.VersionsAsync(0, CancellationToken.None)).CodeSections));
    }

    [Fact]
    public async Task Versions_come_in_the_order_of_their_prints_however_they_arrived()
    {
        await world.ArriveAsync(DiscoveryWorld.Version(Ab1, 2, "Third.", "x"), DiscoveryWorld.Version(Ab1, 0, "First.", "x"), DiscoveryWorld.Version("202520260AB12", 0, "Other.", "x"));
        var looked = await world.Texts.HeadAsync(CancellationToken.None);
        await world.ArriveAsync(DiscoveryWorld.Version(Ab1, 1, "Second.", "x"));

        var versions = await world.Texts.VersionsAsync(looked, CancellationToken.None);

        Assert.Equal(["First.", "Second.", "Third."], versions.Select(version => version.Subject));
        Assert.Equal("Third.", (await world.Texts.NewestAsync(DiscoveryWorld.Bill(Ab1), CancellationToken.None))!.Subject);
    }
}
