using System.Globalization;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>Going to meetings and into the builder; adding and editing meetings by a few questions.</summary>
internal static class MeetingVisits
{
    private const int MostMinutes = 120;

    public static (DashboardModel Model, Cmd[] Commands) Apply(DashboardModel model, Msg msg) => msg switch
    {
        Msg.MeetingsArrived arrived => (MeetingArrivals.Take(model, arrived), []),
        Msg.SheetArrived arrived => (MeetingArrivals.Take(model, arrived), []),
        Msg.MeetingsAnswered => MeetingArrivals.Answered(model),
        Msg.ArrangementRefused refused => MeetingArrivals.Refused(model, refused.Why),
        Msg.AskMeeting => (model with { Prompt = AskDate() }, []),
        Msg.AskMeetingEdit when model.Meetings.UnderCursor is { } meeting => (model with { Prompt = AskTitle(meeting, "", meeting.Title) }, []),
        Msg.MeetingAnswered answered => Answered(model, answered),
        Msg.ToItem to => (ToItem(model, to.Measure), []),
        Msg.ToggleItemText when model.Columns >= 120 => DashboardUpdate.Apply(model, new Msg.TogglePreview()),
        Msg.ToggleItemText => (model with { Meetings = model.Meetings with { ShowsText = !model.Meetings.ShowsText } }, []),
        _ => Removing.Apply(model, msg) ?? Arranging.Apply(model, msg),
    };

    public static (DashboardModel Model, Cmd[] Commands) Show(DashboardModel model) =>
        (model with { Screen = Screen.Meetings }, [new Cmd.LoadMeetings(WithSegments: true)]);

    /// <summary>The meeting under the cursor in the builder, or the item's bill in detail.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Open(DashboardModel model)
    {
        if (model.Screen == Screen.Segment)
        {
            return model.Meetings.Row is not { } row ? (model, [])
                : row.Bill.Length > 0 ? Visits.OpenBill(model, row.Bill)
                : (DashboardUpdate.Say(model, $"“{row.Heading}” is made from the bills; it has no texts of its own"), []);
        }

        if (model.Meetings.UnderCursor is not { } meeting)
        {
            return (model, []);
        }

        var state = model.Meetings with { Open = meeting.Name, RowPlace = ListPlace.Start, ShowsText = false, Undo = [] };
        return (Places.Settle(Visits.Enter(model with { Meetings = state }, Screen.Segment)), [new Cmd.LoadSegment(meeting.Name, meeting.Published)]);
    }

    private static DashboardModel ToItem(DashboardModel model, string measure)
    {
        var rows = model.Meetings.OpenSheet?.All ?? [];
        var row = rows.IndexOf(rows.FirstOrDefault(known => known.Measure == measure)!);
        return measure.Length == 0 || row < 0 ? model : Places.MoveTo(model, row);
    }

    private static (DashboardModel Model, Cmd[] Commands) Answered(DashboardModel model, Msg.MeetingAnswered given)
    {
        if (given.Meeting is null && !TryDay(given.Date, out _))
        {
            return (DashboardUpdate.Say(model with { Prompt = AskDate() with { Text = given.Date, Caret = given.Date.Length } }, $"“{given.Date}” is no day: write it as 2025-03-03", isProblem: true), []);
        }

        if (given.Title is not { } title)
        {
            return (model with { Prompt = AskTitle(given.Meeting, given.Date, "") }, []);
        }

        if (given.Minutes is not { } text)
        {
            return (model with { Prompt = AskMinutes(given, (given.Meeting?.Minutes ?? 10).ToString(CultureInfo.InvariantCulture)) }, []);
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes is < 1 or > MostMinutes)
        {
            return (DashboardUpdate.Say(model with { Prompt = AskMinutes(given, text) }, $"“{text}” are no minutes: write 1 to {MostMinutes}", isProblem: true), []);
        }

        var date = given.Meeting?.Date ?? (TryDay(given.Date, out var day) ? day : default);
        return (model, [new Cmd.KeepMeeting(date, title, minutes, given.Meeting?.Etag ?? "")]);
    }

    private static Prompt AskDate() => new("day of the meeting", "", text => new Msg.MeetingAnswered(null, text.Trim(), null, null)) { Hint = "as 2025-03-03; Esc leaves it", Longest = 10 };

    private static Prompt AskTitle(MeetingItem? meeting, string date, string title) =>
        new("title", title, text => new Msg.MeetingAnswered(meeting, date, text, null)) { Hint = "empty: Child Welfare Council, CSEC Action Team" };

    private static Prompt AskMinutes(Msg.MeetingAnswered given, string minutes) =>
        new("minutes for the segment", minutes, text => given with { Minutes = text.Trim() }) { Hint = "1 to 120", Longest = 3 };

    private static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
