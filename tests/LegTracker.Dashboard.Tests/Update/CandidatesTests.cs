using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Tests.Model;
using LegTracker.Dashboard.Update;

namespace LegTracker.Dashboard.Tests.Update;

public sealed class CandidatesTests
{
    private static readonly DashboardModel Shown = Invented.Keys(Invented.Model(), "6");

    [Fact]
    public void The_undecided_come_first_and_the_best_match_before_the_others()
    {
        Assert.Equal(["AB 9401", "SB 9402", "SB 9042", "AB 9403"], Shown.Candidates.Rows.Select(candidate => candidate.Measure));
        Assert.Equal(2, Shown.Candidates.Undecided);
    }

    [Fact]
    public void Only_what_comes_or_comes_back_while_the_dashboard_is_open_is_unread()
    {
        var before = InventedLists.Candidates(Shown.Now);
        var returned = before.SetItem(2, before[2] with { State = CandidateMark.New });
        var arrived = new CandidateItem("candidates/202320240AB9500", "bills/9500", "AB 9500", "2023-24") { State = CandidateMark.New, Score = 40 };

        var model = Invented.Play(Shown, new Msg.CandidatesArrived([arrived, .. returned]));

        Assert.All(Shown.Candidates.All, candidate => Assert.False(candidate.Unread));
        Assert.Equal(["AB 9403", "AB 9500"], model.Candidates.All.Where(candidate => candidate.Unread).Select(candidate => candidate.Measure).Order());
        Assert.Equal(("AB 9401", 0), (model.Candidates.UnderCursor!.Measure, model.Candidates.Place.Top));
        Assert.Equal(1, model.Candidates.Place.Index);
        var read = Invented.Play(Invented.Keys(model, "k", "m"), new Msg.CandidatesArrived([arrived, .. returned]));
        Assert.Equal(["AB 9403"], read.Candidates.All.Where(candidate => candidate.Unread).Select(candidate => candidate.Measure));
    }

    [Fact]
    public void Accepting_asks_the_server_and_what_it_kept_leaves_the_row_where_it_is_until_the_screen_is_left()
    {
        var (asked, commands) = DashboardUpdate.Apply(Shown, new Msg.Accept());
        var decided = Invented.Play(asked, new Msg.CandidateDecided("candidates/202320240AB9401", CandidateMark.Accepted, "", "dana", Shown.Now));

        Assert.Equal(new Cmd.Decide(Shown.Candidates.Rows[0], true, ""), Assert.Single(commands));
        Assert.Equal((CandidateMark.New, CandidateMark.Accepted), (asked.Candidates.Rows[0].State, decided.Candidates.Rows[0].State));
        Assert.Equal(("AB 9401", "dana", 1), (decided.Candidates.UnderCursor!.Measure, decided.Candidates.UnderCursor.DecidedBy, decided.Candidates.Undecided));
        Assert.Equal("SB 9402", Invented.Keys(decided, "1", "6").Candidates.Rows[0].Measure);
    }

    [Fact]
    public void Dismissing_asks_for_a_reason_and_decides_of_the_candidate_it_began_with()
    {
        var typing = Invented.Keys(Shown, "D", "n", "o");
        var arrived = new CandidateItem("candidates/202320240AB9500", "bills/9500", "AB 9500", "2023-24") { State = CandidateMark.New, Score = 40 };
        var moved = Invented.Play(typing, new Msg.CandidatesArrived([arrived, .. InventedLists.Candidates(Shown.Now)]));

        var (done, commands) = DashboardUpdate.Apply(moved, new Msg.KeyPressed(new("enter")));

        Assert.Contains("AB 9401", typing.Prompt!.Label, StringComparison.Ordinal);
        Assert.Null(done.Prompt);
        var decide = Assert.IsType<Cmd.Decide>(Assert.Single(commands));
        Assert.Equal(("AB 9401", false, "no"), (decide.Candidate.Measure, decide.Accept, decide.Reason));
        Assert.Empty(DashboardUpdate.Apply(typing, new Msg.KeyPressed(new("esc"))).Commands);
    }

    [Fact]
    public void What_was_dismissed_can_be_accepted_after_all_and_what_was_accepted_dismissed()
    {
        var (_, accept) = DashboardUpdate.Apply(Invented.Keys(Shown, "G"), new Msg.Accept());
        var leaving = Invented.Keys(Shown, "j", "j", "D");

        Assert.Equal("AB 9403", Assert.IsType<Cmd.Decide>(Assert.Single(accept)).Candidate.Measure);
        Assert.StartsWith("take SB 9042 off the watch list", leaving.Prompt!.Label, StringComparison.Ordinal);
        Assert.Empty(DashboardUpdate.Apply(Invented.Keys(Shown, "j", "j"), new Msg.Accept()).Commands);
    }

    [Theory]
    [InlineData("A")]
    [InlineData("D")]
    public void Offline_the_list_stays_readable_and_deciding_is_refused_in_words(string key)
    {
        var offline = Invented.Play(Shown, new Msg.ConnectionChanged(new(LinkMark.Offline, Shown.Now)));

        var (model, commands) = DashboardUpdate.Apply(offline, new Msg.KeyPressed(KeyStroke.Typed(key)));

        Assert.Empty(commands);
        Assert.Null(model.Prompt);
        Assert.True(model.Toast!.IsProblem);
        Assert.Contains("no connection", model.Toast.Words, StringComparison.Ordinal);
        Assert.Equal(4, model.Candidates.Rows.Length);
    }

    [Fact]
    public void A_reason_typed_while_the_connection_is_lost_is_not_sent()
    {
        var offline = Invented.Play(Invented.Keys(Shown, "D", "n", "o"), new Msg.ConnectionChanged(new(LinkMark.Offline, Shown.Now)));

        var (model, commands) = DashboardUpdate.Apply(offline, new Msg.KeyPressed(new("enter")));

        Assert.Empty(commands);
        Assert.True(model.Toast!.IsProblem);
    }

    [Fact]
    public void Enter_shows_a_candidate_in_full_opens_it_once_it_is_tracked_and_Esc_goes_back()
    {
        var whole = Invented.Keys(Shown, "enter");
        var tracked = Invented.Keys(Shown, "j", "j", "enter", "enter");

        Assert.True(whole.Candidates.Whole);
        Assert.Contains("is not tracked", Invented.Keys(whole, "enter").Toast!.Words, StringComparison.Ordinal);
        Assert.Equal((Screen.Candidates, false), (Invented.Keys(whole, "esc").Screen, Invented.Keys(whole, "esc").Candidates.Whole));
        Assert.Equal((Screen.Detail, "states/ca/sessions/20232024-0/bills/SB9042"), (tracked.Screen, tracked.DetailBill));
    }

    [Fact]
    public void The_web_page_and_the_number_are_those_of_the_candidate()
    {
        Assert.Equal(new Cmd.Open("https://leginfo.legislature.ca.gov/"), Assert.Single(DashboardUpdate.Apply(Shown, new Msg.OpenPage()).Commands));
        Assert.Equal(new Cmd.Copy("AB 9401"), Assert.Single(DashboardUpdate.Apply(Shown, new Msg.CopyNumber()).Commands));
        Assert.Equal(new Cmd.Poll("sources/bulk", ""), Assert.Single(DashboardUpdate.Apply(Shown, new Msg.Refresh()).Commands));
    }
}
