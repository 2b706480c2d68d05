using LegTracker.Legislature;
using Microsoft.Data.Sqlite;
using static LegTracker.Server.Tests.Recording.Catalog.CatalogFolder;

namespace LegTracker.Server.Tests.Recording.Catalog;

public sealed class CatalogStoreTests : IDisposable
{
    private const string Session = "pubinfo_2025.zip";

    private readonly CatalogFolder catalog = new();

    public void Dispose() => catalog.Dispose();

    [Fact]
    public async Task A_session_file_is_kept_whole_and_can_be_asked()
    {
        Assert.Null(catalog.Load(Session, 0, [.. Bill("AB2", "Introduced."), .. Bill("SB10", "Introduced.", "To Com. on PUB. S.")]));

        var found = await catalog.Store.FindAsync(Of("SB10"), CancellationToken.None);
        var listed = await catalog.Store.ListMeasuresAsync(new Session(2025), CancellationToken.None);
        var counts = await catalog.Store.CountsAsync(CancellationToken.None);

        Assert.Equal(("Crimes.", "Wicks", "In Committee Process", "CX18"), (found!.Subject, Assert.Single(found.LeadAuthors), found.Status, found.Location));
        Assert.Equal(new HistoryLine(new DateOnly(2025, 2, 3), "To Com. on PUB. S."), found.LastAction);
        Assert.Equal([Of("AB2"), Of("SB10")], listed.Select(measure => measure.Id));
        Assert.Equal((2, 3, 2, 2, Sunday, 2L), (counts.Measures, counts.Actions, counts.Versions, counts.Authors, counts.Newest, counts.LastArrival));
        Assert.Null(await catalog.Store.FindAsync(Of("AB3"), CancellationToken.None));
        Assert.Equal(Sunday, catalog.Store.AppliedOf(2025, Session));
    }

    [Fact]
    public async Task An_increment_rewrites_the_histories_it_holds_and_leaves_the_rest()
    {
        catalog.Load(Session, 0, [.. Bill("AB1", "one", "two"), .. Bill("AB2", "one")]);

        catalog.Load("pubinfo_Mon.zip", 1, [State("AB1", "Enrolled"), .. Lines("AB1", 1, "one", "TWO", "three")]);

        Assert.Equal(["one", "TWO", "three"], await Lines("AB1"));
        Assert.Equal(["one"], await Lines("AB2"));
        Assert.Equal("Enrolled", (await catalog.Store.FindAsync(Of("AB1"), CancellationToken.None))!.Status);
        Assert.Equal("Crimes.", (await catalog.Store.FindAsync(Of("AB1"), CancellationToken.None))!.Subject);
    }

    [Fact]
    public async Task A_history_that_begins_later_replaces_only_what_follows()
    {
        catalog.Load(Session, 0, Bill("AB1", "one", "two", "three"));

        catalog.Load("pubinfo_Mon.zip", 1, [.. CatalogFolder.Lines("AB1", 3, "THREE", "four")]);

        Assert.Equal(["one", "two", "THREE", "four"], await Lines("AB1"));
    }

    [Fact]
    public async Task What_an_older_file_says_never_replaces_what_a_newer_one_said()
    {
        catalog.Load(Session, 0, Bill("AB1", "one"));
        catalog.Load("pubinfo_Wed.zip", 3, Bill("AB1", "one", "two", "three"));

        catalog.Load("pubinfo_Mon.zip", 1, [State("AB1", "Older"), .. Lines("AB1", 1, "one", "two"), Print("AB1", 99, "Older."), Author("AB1", 99, "Older"), .. Bill("AB2", "one")]);
        catalog.Load(Session, 2, [.. Bill("AB1", "one"), .. Bill("AB2", "one")]);

        var found = await catalog.Store.FindAsync(Of("AB1"), CancellationToken.None);
        Assert.Equal(["one", "two", "three"], await Lines("AB1"));
        Assert.Equal(("In Committee Process", "Crimes.", "Wicks"), (found!.Status, found.Subject, Assert.Single(found.LeadAuthors)));
        Assert.NotNull(await catalog.Store.FindAsync(Of("AB2"), CancellationToken.None));
    }

    [Fact]
    public async Task The_weekly_file_carries_deletions_and_unchanged_prints_keep_their_arrival()
    {
        catalog.Load(Session, 0, [.. Bill("AB1", "one"), .. Bill("AB2", "one"), Print("AB2", 98)]);
        var first = await catalog.Store.PrintsAfterAsync(0, 100, CancellationToken.None);

        catalog.Load(Session, 7, [.. Bill("AB2", "one")]);

        var counts = await catalog.Store.CountsAsync(CancellationToken.None);
        var left = Assert.Single(await catalog.Store.PrintsAfterAsync(0, 100, CancellationToken.None));
        Assert.Equal((1, 1, 1, 1, 3L), (counts.Measures, counts.Actions, counts.Versions, counts.Authors, counts.LastArrival));
        Assert.Equal(first.Single(version => version.Print.Id == left.Print.Id).Arrival, left.Arrival);
    }

    [Fact]
    public async Task New_and_corrected_prints_arrive_after_all_before_them_and_withdrawn_ones_go()
    {
        catalog.Load(Session, 0, [.. Bill("AB1", "one"), .. Bill("AB2", "one"), .. Bill("AB3", "one")]);
        var seen = (await catalog.Store.CountsAsync(CancellationToken.None)).LastArrival;

        catalog.Load("pubinfo_Mon.zip", 1, [Print("AB1", 99, updated: "2"), Print("AB2", 99), Print("AB2", 98, "Trafficking.", "3"), Print("AB3", 99, active: false)]);
        catalog.Load("pubinfo_Mon.zip", 1, [Print("AB1", 99, updated: "2"), Print("AB2", 98, "Trafficking.", "3")]);

        var arrived = await catalog.Store.PrintsAfterAsync(seen, 100, CancellationToken.None);
        Assert.Equal([("20250AB199INT", 4L), ("20250AB298INT", 5L)], arrived.Select(version => (version.Print.Id, version.Arrival)));
        Assert.Equal(("Trafficking.", "BILL_VERSION_TBL_98.lob", "pubinfo_Mon.zip", "Yes"), (arrived[1].Print.Topic, arrived[1].Lob, arrived[1].LobFile, arrived[1].Flags.FiscalCommittee));
        Assert.Empty(await catalog.Store.PrintsAsync(Of("AB3"), CancellationToken.None));
    }

    [Fact]
    public void Texts_are_wanted_of_new_and_corrected_prints_and_of_the_session_file_s_last_days_alone()
    {
        Assert.Empty(Wanted(Session, 0, Print("AB1", 99)));
        catalog.Store.TextsTo = (_, _) => Task.CompletedTask;

        Assert.Empty(Wanted(Session, 0, Print("AB1", 99)));
        Assert.Equal(["20250AB199INT"], Wanted("pubinfo_Mon.zip", 1, Print("AB1", 99)));
        catalog.Load("pubinfo_Mon.zip", 1, Print("AB1", 99));
        Assert.Empty(Wanted("pubinfo_Tue.zip", 2, Print("AB1", 99)));
        Assert.Equal(["20250AB199INT"], Wanted("pubinfo_Tue.zip", 2, Print("AB1", 99, updated: "2")));
    }

    [Fact]
    public async Task A_text_that_could_not_be_kept_keeps_its_file_from_being_taken_in()
    {
        catalog.Store.TextsTo = (_, _) => throw new SqliteException("disk full", 13);
        using var load = catalog.Store.Begin(new CatalogFile(2025, Session, Sunday, IsWhole: true));
        load.Add(Print("AB1", 99));

        await load.AddTextAsync(new CatalogText(Of("AB1"), new BillVersion("20250AB199INT", default, "Introduced", null), default, new Uri("http://example.org/")), CancellationToken.None);

        Assert.Equal("the catalog did not take pubinfo_2025.zip: disk full", load.Complete());
        Assert.Null(catalog.Store.AppliedOf(2025, Session));
    }

    private IEnumerable<string> Wanted(string name, int days, CatalogRow print)
    {
        using var load = catalog.Store.Begin(new CatalogFile(2025, name, Sunday.AddDays(days), IsWhole: name == Session));
        load.Add(print);
        return [.. load.WantedTexts().Select(wanted => wanted.Print.Id)];
    }

    [Fact]
    public async Task A_load_that_does_not_end_leaves_the_catalog_as_it_was_and_readers_see_it_meanwhile()
    {
        catalog.Load(Session, 0, Bill("AB1", "one"));

        using (var load = catalog.Store.Begin(new CatalogFile(2025, Session, Sunday.AddDays(7), IsWhole: true)))
        {
            load.Add(State("AB1", "New"));
            Assert.Equal("In Committee Process", (await catalog.Store.FindAsync(Of("AB1"), CancellationToken.None))!.Status);
        }

        Assert.Equal("In Committee Process", (await catalog.Store.FindAsync(Of("AB1"), CancellationToken.None))!.Status);
        Assert.Equal(Sunday, catalog.Store.AppliedOf(2025, Session));
    }

    [Fact]
    public async Task A_session_file_that_lost_a_fifth_of_the_measures_is_not_believed()
    {
        catalog.Load(Session, 0, [.. Enumerable.Range(1, 60).SelectMany(number => Bill($"AB{number}", "one"))]);

        var refused = catalog.Load(Session, 7, [.. Enumerable.Range(1, 40).SelectMany(number => Bill($"AB{number}", "one", "two"))]);

        Assert.Equal("pubinfo_2025.zip holds 40 measures where 60 were known; the catalog was left as it is", refused);
        Assert.Equal(60, (await catalog.Store.CountsAsync(CancellationToken.None)).Measures);
        Assert.Equal(["one"], await Lines("AB1"));
        Assert.Equal(Sunday, catalog.Store.AppliedOf(2025, Session));
    }

    [Fact]
    public async Task A_deleted_catalog_is_made_again_and_knows_no_applied_file()
    {
        catalog.Load(Session, 0, Bill("AB1", "one"));

        catalog.Reopen(() =>
        {
            foreach (var file in new[] { "", "-wal", "-shm" })
            {
                File.Delete(catalog.Path + file);
            }
        });

        Assert.Equal(0, (await catalog.Store.CountsAsync(CancellationToken.None)).Measures);
        Assert.Null(catalog.Store.AppliedOf(2025, Session));
    }

    [Fact]
    public async Task A_damaged_catalog_is_set_aside_and_made_again()
    {
        catalog.Reopen(() => File.WriteAllText(catalog.Path, new string('x', 5000)));

        Assert.Equal(0, (await catalog.Store.CountsAsync(CancellationToken.None)).Measures);
        Assert.True(File.Exists(catalog.Path + ".set-aside"));
    }

    [Theory]
    [InlineData("2026-03-05", 2025, true)]
    [InlineData("2026-03-05", 2023, false)]
    [InlineData("2026-12-08", 2027, true)]
    [InlineData("2026-12-08", 2025, true)]
    [InlineData("2027-01-08", 2025, false)]
    public void The_sitting_session_is_kept_and_the_one_before_for_a_month_more(string day, int startYear, bool kept)
    {
        using var later = new CatalogFolder(CaliforniaTime.At(DateOnly.Parse(day, null), new TimeOnly(12, 0)));
        later.Load(Session, 0, Bill("AB1", "one"));

        Assert.Equal(kept, later.Store.Keeps(startYear));
    }

    [Fact]
    public void A_session_that_ended_before_the_catalog_was_made_is_not_kept()
    {
        using var later = new CatalogFolder(CaliforniaTime.At(new DateOnly(2026, 12, 8), new TimeOnly(12, 0)));

        Assert.False(later.Store.Keeps(2025));
    }

    private async Task<IEnumerable<string>> Lines(string id) => (await catalog.Store.HistoryAsync(Of(id), CancellationToken.None)).Select(line => line.Text);

    private static IEnumerable<CatalogRow> Lines(string id, int from, params string[] lines) => CatalogFolder.Lines(id, from, lines);
}
