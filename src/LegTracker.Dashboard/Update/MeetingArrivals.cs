using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>Takes what the server tells of meetings and segments into the model; what is older than a decision made here is left aside.</summary>
internal static class MeetingArrivals
{
    public static DashboardModel Take(DashboardModel model, Msg.MeetingsArrived arrived) => arrived.Serial < model.Meetings.Serial ? model : Places.Settle(model with
    {
        Meetings = model.Meetings with { Known = true, All = arrived.Meetings },
    });

    public static DashboardModel Take(DashboardModel model, Msg.SheetArrived arrived) => arrived.Serial < model.Meetings.Serial ? model : Places.Settle(model with
    {
        Meetings = model.Meetings with { Sheets = model.Meetings.Sheets.SetItem(arrived.Sheet.Meeting, arrived.Sheet) },
    });

    /// <summary>A decision was not kept: what is there is read again, and nothing decided before can be taken back.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Refused(DashboardModel model, string why) => Reload(
        DashboardUpdate.Say(model with { Meetings = model.Meetings with { Undo = [] } }, why, isProblem: true));

    /// <summary>After the record has changed: the segments on the screen are drafted anew.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Renew(DashboardModel model) =>
        model.Screen != Screen.Meetings && !IsInBuilder(model) ? (model, [])
        : model.Meetings.Waits ? (model with { Meetings = model.Meetings with { AskAgain = true } }, [])
        : Reload(model);

    /// <summary>What was asked for is there; once more when the record has changed meanwhile, so that a fast record never makes a queue.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Answered(DashboardModel model)
    {
        var next = model with { Meetings = model.Meetings with { Waits = false, AskAgain = false } };
        return model.Meetings.AskAgain ? Renew(next) : (next, []);
    }

    /// <summary>With every new connection the meetings are asked for.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Connected(LinkMark before, DashboardModel model) =>
        before == LinkMark.Live || model.Connection.Link != LinkMark.Live ? (model, []) : Reload(model);

    private static (DashboardModel Model, Cmd[] Commands) Reload(DashboardModel model)
    {
        model = model with { Meetings = model.Meetings with { Waits = true, AskAgain = false } };
        var meetings = new Cmd.LoadMeetings(WithSegments: model.Screen == Screen.Meetings);
        return IsInBuilder(model) && model.Meetings.OpenMeeting is { } open ? (model, [meetings, new Cmd.LoadSegment(open.Name, open.Published)]) : (model, [meetings]);
    }

    private static bool IsInBuilder(DashboardModel model) => model.Screen == Screen.Segment || model.Trail.Contains(Screen.Segment);
}
