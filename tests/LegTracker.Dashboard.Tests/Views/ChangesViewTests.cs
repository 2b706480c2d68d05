using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Tests.Model;
using LegTracker.Dashboard.Views;

namespace LegTracker.Dashboard.Tests.Views;

public sealed class ChangesViewTests
{
    [Theory]
    [InlineData("2024-08-09", "08-09: Enrolled. To the Governor.")]
    [InlineData("2023-08-09", "2023-08-09: Enrolled. To the Governor.")]
    public void A_line_of_the_history_begins_with_its_day_and_not_with_what_the_columns_say(string day, string words)
    {
        var date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var model = Invented.Model(120, 40);
        var change = model.Changes[0] with { Name = "changes/1300.0", Revision = 1_300, EventDate = date, Summary = $"On {date:MMMM d, yyyy}, AB 9130: Enrolled. To the Governor.", After = "Enrolled. To the Governor." };

        var row = DashboardView.Render(Invented.Keys(Invented.Play(model, new Msg.ChangesArrived([change])), "2")).Rows[3].ToString();

        Assert.Contains($"AB 9130  {words}", row, StringComparison.Ordinal);
    }
}
