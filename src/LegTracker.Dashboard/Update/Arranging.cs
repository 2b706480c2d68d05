using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>What is decided about a segment's items; each decision is shown at once, kept by the server, and can be taken back.</summary>
internal static class Arranging
{
    private const int Step = 15;
    private const int MostSeconds = 120 * 60;
    private const int MostUndo = 50;

    public static (DashboardModel Model, Cmd[] Commands) Apply(DashboardModel model, Msg msg) => msg switch
    {
        Msg.MoveItem move => OnBill(model, (meeting, row) => Move(model, meeting, row, move.By)),
        Msg.ItemTime time => OnBill(model, (meeting, row) => Time(model, meeting, row, time.By)),
        Msg.ToggleOut => OnBill(model, (meeting, row) => row.IsOut ? TakeBack(model, meeting, row) : (AskReason(model, meeting, row.Bill, row.Measure), [])),
        Msg.AskNote => OnBill(model, (meeting, row) => (AskNote(model, meeting, row), [])),
        Msg.NoteGiven given => Find(model, given.Meeting, meeting => Decide(model, meeting, given.Bill, choice => choice with { SpeakerNote = given.Note.Trim() }, $"note on {MeasureOf(model, given.Bill)}")),
        Msg.PutIn put => Find(model, put.Meeting, meeting => PutIn(model, meeting, put.Bill)),
        Msg.LeaveOut { Reason: var reason } when string.IsNullOrWhiteSpace(reason) => (DashboardUpdate.Say(model, "It stays in: leaving a bill out needs a reason", isProblem: true), []),
        Msg.LeaveOut left => Find(model, left.Meeting, meeting => Decide(
            model, meeting, left.Bill, choice => choice with { Pinned = false, LeftOutReason = left.Reason.Trim() }, $"{MeasureOf(model, left.Bill)} left out of {Day(meeting)}", sheet => WithOut(sheet, left.Bill, left.Reason.Trim()))),
        Msg.UndoDecision => Undo(model),
        Msg.ForNextMeeting next => ForNext(model, next.In),
        _ => SegmentChoices.Apply(model, msg),
    };

    /// <summary>Says why a meeting's segment cannot be changed; null when it can.</summary>
    public static string? WhyNot(DashboardModel model, MeetingItem meeting) =>
        model.Connection.Link != LinkMark.Live ? "No connection to the server: nothing was changed"
        : meeting.IsFrozen ? $"Frozen as {meeting.PublishedAs}: what was shown is kept as it was"
        : null;

    private static (DashboardModel Model, Cmd[] Commands) OnBill(DashboardModel model, Func<MeetingItem, SheetRow, (DashboardModel Model, Cmd[] Commands)> act) =>
        model.Meetings.OpenMeeting is not { } meeting || model.Meetings.Row is not { } row ? (model, [])
        : WhyNot(model, meeting) is { } why ? (DashboardUpdate.Say(model, why, isProblem: true), [])
        : row.Bill.Length == 0 ? (DashboardUpdate.Say(model, $"“{row.Heading}” is made from the bills; only bills are arranged"), [])
        : act(meeting, row);

    private static (DashboardModel Model, Cmd[] Commands) Find(DashboardModel model, string name, Func<MeetingItem, (DashboardModel Model, Cmd[] Commands)> act) =>
        model.Meetings.All.FirstOrDefault(meeting => meeting.Name == name) is { } found ? act(found) : (DashboardUpdate.Say(model, "This meeting is not there any more", isProblem: true), []);

    private static (DashboardModel Model, Cmd[] Commands) Move(DashboardModel model, MeetingItem meeting, SheetRow row, int by)
    {
        var sheet = model.Meetings.OpenSheet!;
        var section = sheet.Rows.Where(other => other.Section == row.Section).ToList();
        var (from, to) = (section.IndexOf(row), section.IndexOf(row) + by);
        if (row.IsOut || from < 0 || to < 0 || to >= section.Count)
        {
            return (DashboardUpdate.Say(model, row.IsOut ? $"{row.Measure} is left out: x takes it back" : $"{row.Measure} is the {(by < 0 ? "first" : "last")} of its section; the sections keep their order"), []);
        }

        (section[from], section[to]) = (section[to], section[from]);
        var places = section.Select((other, index) => (other.Bill, Place: index + 1)).ToDictionary(pair => pair.Bill, pair => pair.Place);
        var arrangement = section.Aggregate(meeting.Arrangement, (all, other) => With(all, other.Bill, choice => choice with { Place = places[other.Bill] }));
        var start = sheet.Rows.IndexOf(sheet.Rows.First(other => other.Section == row.Section));
        return Write(model, meeting, arrangement, $"{row.Measure} moved {(by < 0 ? "up" : "down")}", _ => sheet with { Rows = [.. sheet.Rows.Take(start), .. section, .. sheet.Rows.Skip(start + section.Count)] });
    }

    private static (DashboardModel Model, Cmd[] Commands) Time(DashboardModel model, MeetingItem meeting, SheetRow row, int by)
    {
        if (row.IsOut)
        {
            return (DashboardUpdate.Say(model, $"{row.Measure} is left out: x takes it back"), []);
        }

        var seconds = Math.Clamp((by > 0 ? (row.Seconds / Step) + 1 : ((row.Seconds + Step - 1) / Step) - 1) * Step, Step, MostSeconds);
        return Decide(model, meeting, row.Bill, choice => choice with { Seconds = seconds }, $"{row.Measure} {seconds / 60}:{seconds % 60:00}", sheet => sheet with
        {
            Rows = [.. sheet.Rows.Select(other => other.Bill == row.Bill ? other with { Seconds = seconds, SecondsByHand = true } : other)],
        });
    }

    private static (DashboardModel Model, Cmd[] Commands) TakeBack(DashboardModel model, MeetingItem meeting, SheetRow row) =>
        Decide(model, meeting, row.Bill, choice => choice with { LeftOutReason = "" }, $"{row.Measure} taken back");

    private static (DashboardModel Model, Cmd[] Commands) PutIn(DashboardModel model, MeetingItem meeting, string bill) =>
        meeting.Arrangement.Any(choice => choice.Bill == bill && choice.Pinned)
            ? (DashboardUpdate.Say(model, $"{MeasureOf(model, bill)} is already put into the segment of {Day(meeting)}"), [])
            : Decide(model, meeting, bill, choice => choice with { Pinned = true, LeftOutReason = "" }, $"{MeasureOf(model, bill)} put into the segment of {Day(meeting)}");

    private static (DashboardModel Model, Cmd[] Commands) ForNext(DashboardModel model, bool isIn)
    {
        if (Visits.BillAtHand(model) is not { } bill)
        {
            return (model, []);
        }

        var next = model.Meetings.All.Where(meeting => meeting.Date >= model.Today && !meeting.IsFrozen).MinBy(meeting => meeting.Date);
        return next is null ? (DashboardUpdate.Say(model, model.Meetings.Known ? "No meeting is ahead: press 4, then a to add one" : "The server has not told its meetings yet", isProblem: true), [])
            : WhyNot(model, next) is { } why ? (DashboardUpdate.Say(model, why, isProblem: true), [])
            : isIn ? PutIn(model, next, bill.Name)
            : (AskReason(model, next, bill.Name, bill.Measure), []);
    }

    private static (DashboardModel Model, Cmd[] Commands) Undo(DashboardModel model)
    {
        var state = model.Meetings;
        if (state.Undo is not [.., var last] || state.All.FirstOrDefault(meeting => meeting.Name == last.Meeting) is not { } meeting)
        {
            return (DashboardUpdate.Say(model, "Nothing was decided here that could be taken back"), []);
        }

        var (next, commands) = Write(model, meeting, last.Before, $"taken back: {last.What}");
        return commands.Length == 0 ? (next, commands) : (next with { Meetings = next.Meetings with { Undo = state.Undo.RemoveAt(state.Undo.Length - 1) } }, commands);
    }

    private static (DashboardModel Model, Cmd[] Commands) Decide(DashboardModel model, MeetingItem meeting, string bill, Func<BillChoice, BillChoice> change, string what, Func<SegmentSheet, SegmentSheet>? ahead = null) =>
        Write(model, meeting, With(meeting.Arrangement, bill, change), what, ahead);

    /// <summary>The arrangement is shown and sent.</summary>
    /// <param name="ahead">How the sheet looks until the server has drafted it anew; null leaves it.</param>
    private static (DashboardModel Model, Cmd[] Commands) Write(DashboardModel model, MeetingItem meeting, ImmutableArray<BillChoice> arrangement, string what, Func<SegmentSheet, SegmentSheet>? ahead = null)
    {
        if (WhyNot(model, meeting) is { } why)
        {
            return (DashboardUpdate.Say(model, why, isProblem: true), []);
        }

        var state = model.Meetings;
        var undo = state.Undo.Add(new(meeting.Name, meeting.Arrangement, what));
        var next = state with
        {
            Serial = state.Serial + 1,
            All = state.All.Replace(meeting, meeting with { Arrangement = arrangement }),
            Sheets = ahead is not null && state.Sheets.GetValueOrDefault(meeting.Name) is { } sheet ? state.Sheets.SetItem(meeting.Name, ahead(sheet)) : state.Sheets,
            Undo = [.. undo.Skip(undo.Length - MostUndo)],
        };
        return (DashboardUpdate.Say(Places.Settle(model with { Meetings = next }), what), [new Cmd.Arrange(meeting.Name, meeting.Etag, arrangement, next.Serial)]);
    }

    private static ImmutableArray<BillChoice> With(ImmutableArray<BillChoice> arrangement, string bill, Func<BillChoice, BillChoice> change) =>
        arrangement.FirstOrDefault(choice => choice.Bill == bill) is { } known ? arrangement.Replace(known, change(known)) : arrangement.Add(change(new BillChoice(bill)));

    private static SegmentSheet WithOut(SegmentSheet sheet, string bill, string reason) => sheet.Rows.FirstOrDefault(row => row.Bill == bill) is { } row
        ? sheet with { Rows = sheet.Rows.Remove(row), LeftOut = sheet.LeftOut.Add(row with { LeftOutReason = reason, Seconds = 0, Pinned = false }) }
        : sheet;

    private static DashboardModel AskReason(DashboardModel model, MeetingItem meeting, string bill, string measure) => model with
    {
        Prompt = new($"leave {measure} out of {Day(meeting)} because", "", text => new Msg.LeaveOut(meeting.Name, bill, text)) { Hint = "kept in the record", Longest = 300 },
    };

    private static DashboardModel AskNote(DashboardModel model, MeetingItem meeting, SheetRow row) => model with
    {
        Prompt = new($"say about {row.Measure}", row.SpeakerNote, text => new Msg.NoteGiven(meeting.Name, row.Bill, text)) { Hint = "never shown to the room", Longest = 2000 },
    };

    private static string MeasureOf(DashboardModel model, string bill) =>
        model.Bills.GetValueOrDefault(bill)?.Measure ?? model.Meetings.OpenSheet?.All.FirstOrDefault(row => row.Bill == bill)?.Measure ?? "The bill";

    private static string Day(MeetingItem meeting) => meeting.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
