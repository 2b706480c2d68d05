using System.Globalization;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>Removing a meeting, after asking, and bringing it back.</summary>
internal static class Removing
{
    /// <summary>The next model and effects; null for a message that is none of these.</summary>
    public static (DashboardModel Model, Cmd[] Commands)? Apply(DashboardModel model, Msg msg) => msg switch
    {
        Msg.AskRemoveMeeting => (model.Meetings.UnderCursor is { } meeting ? Ask(model, meeting) : model, []),
        Msg.RemoveMeeting remove => WhyNot(model) is { } why ? (Refuse(model, why), []) : (DashboardUpdate.Say(model, "Removing ..."), [new Cmd.RemoveMeeting(remove.Meeting)]),
        Msg.MeetingRemoved removed => (DashboardUpdate.Say(
            model with { Meetings = model.Meetings with { Removed = removed.Meeting } }, $"Removed the meeting of {Day(removed.Meeting)}; {model.Keys.KeyOf(new Msg.RestoreMeeting(), "help")} brings it back"), []),
        Msg.RestoreMeeting when model.Meetings.Removed is not { } => (DashboardUpdate.Say(model, "No meeting was removed here"), []),
        Msg.RestoreMeeting => WhyNot(model) is { } why ? (Refuse(model, why), []) : (DashboardUpdate.Say(model, "Bringing it back ..."), [new Cmd.RestoreMeeting(model.Meetings.Removed!)]),
        Msg.MeetingRestored restored => (DashboardUpdate.Say(
            model with { Meetings = model.Meetings with { Removed = null } },
            restored.Lost.Length > 0 ? $"The meeting of {Day(restored.Meeting)} is back, but not what was decided about its bills: {restored.Lost}" : $"The meeting of {Day(restored.Meeting)} is back",
            isProblem: restored.Lost.Length > 0), []),
        _ => null,
    };

    // What is under the cursor first is what a hasty Enter does.
    private static DashboardModel Ask(DashboardModel model, MeetingItem meeting) =>
        meeting.IsFrozen ? Refuse(model, $"Frozen as {meeting.PublishedAs}: a meeting that was shown is kept")
        : WhyNot(model) is { } why ? Refuse(model, why)
        : Pickers.Open(model, new Picker(
            $"Remove the meeting of {Day(meeting)}?",
            [
                new("No, keep it", new Msg.MoveBy(0)),
                new("Yes, remove it", new Msg.RemoveMeeting(meeting)) { Detail = meeting.Arrangement.Length switch { 0 => "", 1 => "with the decision about 1 bill", var many => FormattableString.Invariant($"with the decisions about {many} bills") } },
            ]));

    private static string? WhyNot(DashboardModel model) => model.Connection.Link != LinkMark.Live ? "No connection to the server: nothing was changed" : null;

    private static DashboardModel Refuse(DashboardModel model, string why) => DashboardUpdate.Say(model, why, isProblem: true);

    private static string Day(MeetingItem meeting) => meeting.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
