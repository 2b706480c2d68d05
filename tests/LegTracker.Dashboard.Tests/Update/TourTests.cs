using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Tests.Model;
using LegTracker.Dashboard.Update;
using LegTracker.Dashboard.Views;

namespace LegTracker.Dashboard.Tests.Update;

/// <summary>The tour of the keys.</summary>
public sealed class TourTests
{
    private static readonly string[] Keys = ["j", "enter", "esc", "2", "m", "5", "1", "/", "9", "enter", "?"];

    [Fact]
    public void Doing_what_it_says_leads_through_all_steps_and_ends_it()
    {
        var model = Invented.Keys(Invented.Model(), "ctrl+g");
        var steps = new List<int?> { model.TourStep };
        var commands = new List<Cmd>();
        foreach (var key in Keys)
        {
            (model, var asked) = DashboardUpdate.Apply(model, new Msg.KeyPressed(key.Length == 1 ? KeyStroke.Typed(key) : new(key)));
            steps.Add(model.TourStep);
            commands.AddRange(asked);
        }

        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 7, 7, 8, null], steps);
        Assert.Equal([new Cmd.KeepTour(Over: true)], commands.OfType<Cmd.KeepTour>());
    }

    [Fact]
    public void Other_keys_do_not_lead_on()
    {
        var model = Invented.Keys(Invented.Model(), "ctrl+g", "k", "p", "p", "y", "G", "home", "k");

        Assert.Equal(1, model.TourStep);
        Assert.Equal(0, Invented.Keys(Invented.Model(), "ctrl+g", "k", "y").TourStep);
    }

    [Fact]
    public void It_is_left_by_its_key_and_that_is_remembered()
    {
        var model = Invented.Keys(Invented.Model(), "ctrl+g");

        var (left, commands) = DashboardUpdate.Apply(model, new Msg.KeyPressed(new("ctrl+g")));

        Assert.Null(left.TourStep);
        Assert.Equal([new Cmd.KeepTour(Over: true)], commands);
    }

    [Fact]
    public void Every_step_fits_into_80_columns_and_names_a_key_that_is_there()
    {
        for (var step = 0; step < Tour.Steps.Length; step++)
        {
            var model = Invented.Model() with { TourStep = step };
            Assert.All(BannerView.Rows(model), row => Assert.InRange(TextWidth.Of(row.Words), 1, 78));
            Assert.Contains(model.Keys.Commands, command => command.Id == Tour.Steps[step].Command);
        }
    }
}
