using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Update;

namespace LegTracker.Dashboard.Tests.Update;

/// <summary>The settings file and the choices of last time.</summary>
public sealed class StartingViewTests
{
    [Fact]
    public void Every_fault_of_the_settings_is_told_with_its_line_and_the_rest_holds()
    {
        var (read, faults) = StartingView.Read(
        [
            new("theme", ["light"], 1), new("mouse", ["yes"], 2), new("ascii", ["true"], 3), new("columns", ["stage", "cost"], 4), new("colour", ["x"], 5), new("view", ["a", "b"], 6), new("filter", ["p:1 -held"], 7),
        ]);

        Assert.Equal([2, 4, 5, 6], faults.Select(fault => fault.Line));
        Assert.Equal(("light", null, true, "p:1 -held"), (read.Theme, read.Mouse, read.Ascii, read.Filter));
        Assert.Contains("'cost' is no column", faults[1].Words, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_chosen_on_the_screen_holds_until_the_file_is_changed()
    {
        var file = new Preferences { Theme = "light" };

        var first = StartingView.Of(new ViewState(), file, "one").View;
        var chosen = StartingView.Of(first with { Theme = "contrast" }, file, "one").View;
        var changed = StartingView.Of(chosen, file with { Theme = "none" }, "two").View;

        Assert.Equal(("light", "contrast", "none"), (first.Theme, chosen.Theme, changed.Theme));
    }

    [Fact]
    public void A_start_begins_in_the_view_and_filter_of_the_file_and_tells_a_view_that_is_not_there()
    {
        var own = new ViewState { Views = [new("Q3", "pos:support") { Sort = new(SortField.Title) }] };

        var (view, filter, none) = StartingView.Of(own, new() { View = ("q3", 1), Filter = "p:1" }, "");
        var (_, kept, faults) = StartingView.Of(own, new() { View = ("Q4", 3), Filter = "p:1" }, "");

        Assert.Equal((SortField.Title, "pos:support p:1"), (view.Sort.Field, filter));
        Assert.Empty(none);
        Assert.Equal((3, "p:1"), (Assert.Single(faults).Line, kept));
    }
}
