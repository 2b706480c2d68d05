using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Tests.Model;
using LegTracker.Dashboard.Update;
using LegTracker.Dashboard.Views;

namespace LegTracker.Dashboard.Tests.Update;

/// <summary>Visits, what is kept, and unread marks in Update.</summary>
public sealed class UnreadTests
{
    private static readonly DashboardModel Empty = Invented.Play(DashboardUpdate.Start(Invented.Now, Invented.Zone, ascii: false), new Msg.Resized(80, 24));

    [Fact]
    public void What_was_kept_is_shown_with_its_age_until_the_server_tells_its_list()
    {
        var kept = Invented.Play(Empty, new Msg.Recalled(Invented.Kept(Invented.Now)));

        Assert.Equal(Invented.Now.AddMinutes(-90), kept.KeptAsOf);
        Assert.Equal(9, kept.BillRows.Length);
        Assert.Contains("as of 08:00, not yet confirmed", Screenful(kept), StringComparison.Ordinal);
        Assert.All(DashboardView.Render(kept).Rows.Skip(4).Take(9), row => Assert.Matches("~.*08:00", row.ToString()));

        var live = Invented.Play(kept, new Msg.Greeted("a", null), new Msg.SnapshotArrived(Invented.Bills(Invented.Now)));
        Assert.Null(live.KeptAsOf);
        Assert.DoesNotContain("not yet confirmed", Screenful(live), StringComparison.Ordinal);
        Assert.Equal(6, live.Changes.Length);
    }

    [Fact]
    public void What_was_kept_never_replaces_what_the_server_has_told()
    {
        var live = Invented.Model();

        Assert.Same(live, DashboardUpdate.Apply(live, new Msg.Recalled(Invented.Kept(Invented.Now) with { Bills = [] })).Model);
    }

    [Fact]
    public void Another_store_voids_the_changes_of_the_one_before()
    {
        var kept = Invented.Play(Empty, new Msg.Recalled(Invented.Kept(Invented.Now)));

        var other = Invented.Play(kept, new Msg.Greeted("b", null));

        Assert.Empty(other.Changes);
        Assert.Equal(0, other.UnreadChanges);
    }

    [Fact]
    public void Only_unread_changes_since_the_last_visit_are_told_as_such()
    {
        var model = Invented.Play(Invented.Model(), new Msg.Greeted("a", new LastVisit(Invented.Now.AddDays(-4), 1_200)));

        Assert.Equal(2, model.UnreadSinceVisit);
        Assert.Contains("2 unread changes since your last visit (Wed 08-07 09:30)", Screenful(model), StringComparison.Ordinal);
        Assert.DoesNotContain("last visit", Screenful(Invented.Keys(model, "m")), StringComparison.Ordinal);
    }

    [Fact]
    public void All_shown_is_marked_only_after_a_yes_and_only_what_the_filter_lets_through()
    {
        var model = Invented.Keys(Invented.Model(), "/", "9", "1", "3", "0", "enter");
        var asked = Invented.Keys(model, "M");
        Assert.Equal(3, asked.UnreadChanges);
        Assert.Equal(3, Invented.Keys(asked, "down", "enter").UnreadChanges);

        var (marked, commands) = DashboardUpdate.Apply(asked, new Msg.KeyPressed(new("enter")));

        Assert.Equal(1, marked.UnreadChanges);
        Assert.Equal(["changes/1204.0", "changes/1203.0"], Assert.IsType<Cmd.MarkRead>(Assert.Single(commands)).Changes.AsEnumerable());
    }

    [Fact]
    public void A_bill_that_changes_is_unread_again_and_what_changed_is_marked()
    {
        var read = Invented.Keys(Invented.Model(), "m");
        Assert.DoesNotContain("Stage •", Screenful(read), StringComparison.Ordinal);

        var again = Invented.Play(read, new Msg.ChangesArrived([new ChangeItem("changes/1300.0", read.BillRows[0].Name, "AB 9130") { Revision = 1_300, Kind = "stage", Unread = true }]));

        Assert.Equal(1, again.UnreadOf(again.BillRows[0].Name));
        Assert.Contains("Stage •", Screenful(again), StringComparison.Ordinal);
        Assert.DoesNotContain("Last •", Screenful(again), StringComparison.Ordinal);
        Assert.Contains("Stage •", Screenful(Invented.Keys(again, "enter")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_another_dashboard_marked_is_marked_here_and_nothing_else_is()
    {
        var model = Invented.Keys(Invented.Model(), "2", "m");
        var (before, after) = (new ReadLedger(1_197), new ReadLedger(1_197) { Read = ["changes/1203.0"], Unread = ["changes/1090.0"] });

        var (told, commands) = DashboardUpdate.Apply(model, new Msg.MarkedElsewhere(before, after));

        Assert.Empty(commands);
        Assert.Equal(["changes/1204.0", "changes/1203.0", "changes/1198.0"], Invented.Model().Changes.Where(change => change.Unread).Select(change => change.Name));
        Assert.Equal(["changes/1198.0", "changes/1090.0"], told.Changes.Where(change => change.Unread).Select(change => change.Name));
        Assert.Equal(["changes/1198.0", "changes/1090.0"], told.ChangeRows.Where(change => change.Unread).Select(change => change.Name));
        Assert.Equal((2, 0), (told.UnreadChanges, told.UnreadOf(model.Changes[0].Bill)));
    }

    [Fact]
    public void An_unread_change_is_never_pushed_out_of_the_feed()
    {
        var model = Invented.Model();

        var full = Invented.Play(model, new Msg.ChangesArrived([.. Enumerable.Range(2_000, Feed.Length + 10).Select(revision => new ChangeItem($"changes/{revision}.0", "b", "AB 1") { Revision = revision })]));

        Assert.Equal(3, full.UnreadChanges);
        Assert.Equal(Feed.Length + 3, full.Changes.Length);
    }

    private static string Screenful(DashboardModel model) => string.Join('\n', DashboardView.Render(model).Rows.Select(row => row.ToString()));
}
