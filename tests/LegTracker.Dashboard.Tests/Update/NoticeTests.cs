using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Tests.Model;
using LegTracker.Dashboard.Update;

namespace LegTracker.Dashboard.Tests.Update;

/// <summary>When notice is given, and of what.</summary>
public sealed class NoticeTests
{
    private static readonly DashboardModel Model = Invented.Model();
    private static int revision = 5_000;

    [Fact]
    public void Without_rules_nothing_is_told()
    {
        Assert.Empty(DashboardUpdate.Apply(Model, Fresh("AB 9130")).Commands);
    }

    [Fact]
    public void A_fresh_change_that_fits_is_told_at_once_and_the_next_only_after_half_a_minute_together()
    {
        var model = Invented.Play(Model, new Msg.NoticesSet([new NoticeRule("governor", NoticeWay.Terminal)]));

        var (first, told) = DashboardUpdate.Apply(model, Fresh("AB 9130"));
        Assert.Equal("AB 9130 moved", Assert.IsType<Cmd.Notify>(Assert.Single(told)).Words);
        Assert.Empty(DashboardUpdate.Apply(first, Fresh("SB 9042")).Commands);

        var (second, none) = DashboardUpdate.Apply(first, Fresh("AB 9130"));
        (second, var still) = DashboardUpdate.Apply(second, Fresh("AB 9130"));
        Assert.Empty(none.Concat(still));
        Assert.Empty(DashboardUpdate.Apply(second, new Msg.Tick(Invented.Now.AddSeconds(29))).Commands);
        Assert.Equal(Invented.Now.AddSeconds(30), Passing.NextTick(second));

        var (third, later) = DashboardUpdate.Apply(second, new Msg.Tick(Invented.Now.AddSeconds(30)));
        Assert.Equal("AB 9130 moved (and 1 more)", Assert.IsType<Cmd.Notify>(Assert.Single(later)).Words);
        Assert.Empty(DashboardUpdate.Apply(third, new Msg.Tick(Invented.Now.AddSeconds(90))).Commands);
    }

    [Fact]
    public void What_came_before_this_dashboard_was_open_is_not_told()
    {
        var model = Invented.Play(Model, new Msg.NoticesSet([new NoticeRule("", NoticeWay.Bell)]));

        Assert.Empty(DashboardUpdate.Apply(model, Fresh("AB 9130") with { Fresh = false }).Commands);
    }

    [Fact]
    public void A_programs_arguments_hold_clean_text_and_its_name_is_never_filled_in()
    {
        var model = Invented.Play(Model, new Msg.NoticesSet([new NoticeRule("", NoticeWay.Program) { Kinds = ["Stage"], Program = ["{measure}", "--for={measure}", "{kind}: {summary}"] }]));

        var (_, told) = DashboardUpdate.Apply(model, Fresh("AB 9130", "evil \u001b]0;x\a\u202E{kind}"));

        Assert.Equal(["{measure}", "--for=AB 9130", "stage: evil ]0;x{kind}"], Assert.IsType<Cmd.RunProgram>(Assert.Single(told)).Words.AsEnumerable());
    }

    private static Msg.ChangesArrived Fresh(string measure, string? summary = null)
    {
        var known = Model.Changes.First(change => change.Measure == measure);
        return new([known with { Name = $"changes/{++revision}.0", Revision = revision, Kind = "stage", Summary = summary ?? $"{measure} moved", Unread = true }]) { Fresh = true };
    }
}
