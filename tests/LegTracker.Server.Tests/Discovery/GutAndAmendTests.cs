using LegTracker.Legislature;
using LegTracker.Server.Discovery;
using LegTracker.Server.Recording;
using LegTracker.Server.Recording.Catalog;
using LegTracker.Server.Tests.Recording.Catalog;
using LegTracker.Server.Tests.Sources.Bulk;
using LegTracker.Server.Tests.Sources.Bulk.Texts;
using LegTracker.Server.Tracking;
using Microsoft.Extensions.Logging.Abstractions;

namespace LegTracker.Server.Tests.Discovery;

/// <summary>From the zip of a night to the candidate: bulk file, catalog, text, sweep.</summary>
public sealed class GutAndAmendTests : IAsyncLifetime, IDisposable
{
    private const string Sentence = "This bill would make human trafficking of a minor a serious felony.";

    private static readonly BillId Ab1 = BillId.FromLeginfoId("202520260AB1");
    private static readonly DateTimeOffset Monday = BulkHost.Sunday.AddDays(1);

    private readonly CatalogFolder catalog = new();
    private readonly string folder = Directory.CreateTempSubdirectory("legtracker-gut-").FullName;
    private RecordStore store = null!;
    private DiscoverySweep sweep = null!;

    public async Task InitializeAsync()
    {
        store = await RecordStore.OpenAsync(folder, catalog.Clock, CancellationToken.None);
        var texts = new CatalogTexts(catalog.Store.Open);
        var intake = new TextIntake(catalog.Store, texts, catalog.Clock, NullLogger<TextIntake>.Instance);
        catalog.Store.TextsTo = intake.TakeAsync;
        sweep = new DiscoverySweep(texts, new TopicList(TopicFile.BuiltIn(), store, catalog.Clock), store, new(), catalog.Clock, NullLogger<DiscoverySweep>.Instance, intake);
    }

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public void Dispose()
    {
        sweep.Dispose();
        catalog.Dispose();
    }

    [Fact]
    public async Task An_unrelated_bill_amended_into_a_trafficking_bill_is_a_candidate_the_same_night_with_its_sentence()
    {
        await using var host = new BulkHost { Catalog = catalog.Store };
        host.Put("pubinfo_2025.zip", new BulkZip().Bill(Ab1, "x", "Read first time. To print.").Bytes(), BulkHost.Sunday);
        await NightAsync(host);
        Assert.Empty(await CandidatesAsync());

        var amended = new BulkZip().Bill(Ab1, "x", "Read first time. To print.", "Read second time and amended.").Print(Ab1, 98, "AMD", "Amended Assembly").Bytes(("BILL_VERSION_TBL_1.lob", Caml.Of(
            $"<p>Existing law regulates parking.<?xm-deletion_mark data=\" This bill would be about child pornography.\"?></p><p>{Sentence}</p>",
            "An act to amend Section 236.1 of the Penal Code, relating to crimes.",
            id: "20250AB__000198AMD")));
        host.Put("pubinfo_Mon.zip", amended, Monday);
        await NightAsync(host);
        await NightAsync(host);

        var candidate = Assert.Single(await CandidatesAsync());
        Assert.Equal((Ab1, CandidateState.New, "human-trafficking", Sentence, "20250AB198AMD"), (candidate.Bill, candidate.State, candidate.Topic, candidate.Sentence, candidate.Version));
        Assert.Contains("laws-won", candidate.Topics);
        Assert.DoesNotContain("child-sexual-abuse-material", candidate.Topics);
    }

    private async Task NightAsync(BulkHost host)
    {
        await host.PollAsync(null);
        await sweep.RunAsync(CancellationToken.None);
    }

    private async Task<IReadOnlyList<Candidate>> CandidatesAsync() => await store.ListCandidatesAsync(new CandidateQuery(null, null, null, 100), CancellationToken.None);
}
