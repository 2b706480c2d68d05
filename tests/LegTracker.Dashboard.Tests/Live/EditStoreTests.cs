using LegTracker.Dashboard.Live;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Tests.Live;

/// <summary>Unsent edits in the user's state folder.</summary>
public sealed class EditStoreTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"legtracker-edits-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void What_one_run_keeps_the_next_one_has_and_another_server_does_not()
    {
        using (var first = new EditStore(folder, "a:1"))
        {
            first.Restore(out _);
            first.Keep(new([Edit("1")], [new("bills/1", "AB 1", "notes", "draft\nof two lines", "", "v1")]));
        }

        using (var other = new EditStore(folder, "b:2"))
        {
            Assert.Empty(other.Restore(out _).Queue);
            other.Keep(new([Edit("2")], []));
        }

        using var again = new EditStore(folder, "a:1");
        var kept = again.Restore(out var aside);
        Assert.Null(aside);
        Assert.Equal<BillEdit>([Edit("1")], kept.Queue);
        Assert.Equal("draft\nof two lines", Assert.Single(kept.Drafts).Text);
    }

    [Fact]
    public void Two_dashboards_keep_theirs_apart_and_a_later_one_takes_over_both()
    {
        using (var first = new EditStore(folder, "a:1"))
        using (var second = new EditStore(folder, "a:1"))
        {
            first.Restore(out _);
            first.Keep(new([Edit("1")], []));
            Assert.Empty(second.Restore(out _).Queue);
            second.Keep(new([Edit("2")], []));
        }

        using var later = new EditStore(folder, "a:1");
        Assert.Equal<BillEdit>([Edit("1"), Edit("2")], later.Restore(out _).Queue);
        Assert.Equal(["edits.json"], Directory.GetFiles(folder, "*.json").Select(Path.GetFileName));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_put_aside_and_nothing_is_written_without_need()
    {
        using (var store = new EditStore(folder, "a:1"))
        {
            store.Restore(out _);
            store.Keep(new([], []));
            Assert.False(Directory.Exists(folder));
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "edits.json"), "{ broken");
        using var again = new EditStore(folder, "a:1");
        Assert.Empty(again.Restore(out var aside).Queue);
        Assert.Equal("{ broken", File.ReadAllText(aside!));
    }

    private static BillEdit Edit(string id) => new(id, "bills/1", "AB 1", "owner", "", "Dana", "v1", DateTimeOffset.UnixEpoch);
}
