using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Tests.Model;
using LegTracker.Dashboard.Update;

namespace LegTracker.Dashboard.Tests.Update;

public sealed class CalendarTests
{
    [Fact]
    public void The_calendar_begins_today_and_a_period_that_goes_on_stands_under_today()
    {
        var model = Invented.Keys(Invented.Model(), "3");

        Assert.Equal(Screen.Calendar, model.Screen);
        Assert.Equal("Floor sessions only", model.Calendar.Rows[0].What);
        Assert.All(model.Calendar.Rows, entry => Assert.True(entry.LastDay >= model.Today));
        Assert.Equal(model.Calendar.Rows.Select(entry => entry.DayOn(model.Today)).Order(), model.Calendar.Rows.Select(entry => entry.DayOn(model.Today)));
    }

    [Fact]
    public void Looking_back_shows_thirty_days_more_and_leaves_the_cursor_on_its_entry()
    {
        var model = Invented.Keys(Invented.Model(), "3", "j", "j");

        var back = Invented.Keys(model, "[");
        var again = Invented.Keys(back, "[");

        Assert.Equal("AB 9101", model.Calendar.UnderCursor!.Measure);
        Assert.Equal(model.Calendar.UnderCursor, back.Calendar.UnderCursor);
        Assert.Contains(back.Calendar.Rows, entry => entry.Standing == "MISSED");
        Assert.DoesNotContain(back.Calendar.Rows, entry => entry.Date == new DateOnly(2024, 7, 3));
        Assert.Equal(model.Calendar.Rows.AsEnumerable(), again.Calendar.Rows);
    }

    [Fact]
    public void A_day_that_passes_leaves_the_list_without_a_message_from_the_server()
    {
        var model = Invented.Keys(Invented.Model(), "3", "G");

        var later = Invented.Play(model, new Msg.Tick(model.Now.AddDays(2)));

        Assert.Contains(model.Calendar.Rows, entry => entry.Date == new DateOnly(2024, 8, 12));
        Assert.DoesNotContain(later.Calendar.Rows, entry => entry.Date == new DateOnly(2024, 8, 12));
        Assert.Equal(model.Calendar.UnderCursor, later.Calendar.UnderCursor);
    }

    [Fact]
    public void Only_a_hearing_or_deadline_of_the_next_three_days_that_is_still_on_is_urgent()
    {
        var model = Invented.Model();

        Assert.Equal(["2024-08-12 AB 9101", "2024-08-14 AB 9130"], model.Calendar.Rows.Where(entry => entry.IsUrgent(model.Today)).Select(entry => $"{entry.Date:yyyy-MM-dd} {entry.Measure}"));
    }

    [Fact]
    public void Enter_opens_the_bill_and_says_so_where_there_is_none()
    {
        var model = Invented.Keys(Invented.Model(), "3");

        Assert.Contains("No bill belongs to this day", Invented.Keys(model, "enter").Toast!.Words, StringComparison.Ordinal);
        var opened = Invented.Keys(model, "j", "j", "enter");

        Assert.Equal((Screen.Detail, "states/ca/sessions/20232024-0/bills/AB9101"), (opened.Screen, opened.DetailBill));
        Assert.Equal(Screen.Calendar, Invented.Keys(opened, "esc").Screen);
    }

    [Theory]
    [InlineData("hearing", 3)]
    [InlineData("hearing -postponed", 2)]
    [InlineData("ab9101", 2)]
    [InlineData("pos:support", 2)]
    [InlineData("J.R.", 3)]
    [InlineData("nothing", 0)]
    public void The_filter_takes_words_of_the_entry_and_fields_of_its_bill(string filter, int count)
    {
        var model = Invented.Play(Invented.Keys(Invented.Model(), "3"), new Msg.Filtered(filter));

        Assert.Equal(count, model.Calendar.Rows.Length);
        Assert.Equal(9, Invented.Keys(model, "esc").Calendar.Rows.Length);
    }

    [Fact]
    public void What_arrives_replaces_what_was_known_and_the_cursor_follows_its_entry()
    {
        var model = Invented.Keys(Invented.Model(), "3", "j", "j", "j");
        var moved = InventedLists.Calendar(model.Now).Select(entry => entry.Date == new DateOnly(2024, 8, 14) ? entry with { Date = new(2024, 8, 20) } : entry).OrderBy(entry => entry.Date);

        var later = Invented.Play(model, new Msg.CalendarArrived([.. moved], InventedLists.Basis(model.Now)));

        Assert.Equal((3, 5), (model.Calendar.Place.Index, later.Calendar.Place.Index));
        Assert.Equal(model.Calendar.UnderCursor!.Name, later.Calendar.UnderCursor!.Name);
    }
}
