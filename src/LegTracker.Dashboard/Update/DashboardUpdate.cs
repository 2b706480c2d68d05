using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>The one function that turns a model and a message into the next model and the effects it asks for.</summary>
internal static class DashboardUpdate
{
    /// <summary>A model at the start of a program, before anything has happened.</summary>
    public static DashboardModel Start(DateTimeOffset now, TimeZoneInfo zone, bool ascii) => new()
    {
        Now = now,
        Zone = zone,
        Ascii = ascii,
        Keys = CommandRegistry.Default,
        Connection = new(LinkMark.Connecting, now),
    };

    public static (DashboardModel Model, Cmd[] Commands) Apply(DashboardModel model, Msg msg)
    {
        var (next, commands) = Take(model, msg);
        if (model.TourStep is not null)
        {
            (next, var kept) = Tour.Follow(model, next);
            commands = [.. commands, .. kept];
        }

        return (model.HasSameBanners(next) ? next : Places.Settle(next), commands);
    }

    private static (DashboardModel Model, Cmd[] Commands) Take(DashboardModel model, Msg msg) => msg switch
    {
        _ when Panes.Move(model, msg) is { } moved => (moved, []),
        Msg.Tick tick => Then(Notices.Give(Passing.To(model, tick.Now)), EditQueue.Pump),
        Msg.KeyPressed pressed => Keyboard.Press(model, pressed.Key),
        Msg.Pasted pasted => Keyboard.Paste(model, pasted.Text),
        Msg.Resized size => (Places.Settle(model with { Columns = Math.Max(1, size.Columns), Rows = Math.Max(1, size.Rows) }), []),
        Msg.MouseScrolled wheel when model.Picker is { } picker => (Pickers.Move(model, picker, picker.Place.Index + wheel.By), []),
        Msg.MouseScrolled wheel => (Places.MoveBy(model, wheel.By), []),
        Msg.Clicked => (model with { Chord = "", Toast = null }, []),
        Msg.Said said => (Say(model, said.Words, said.IsProblem), []),

        Msg.SnapshotArrived snapshot => Details.Changed(Arrivals.Take(model, snapshot), null),
        Msg.BillChanged changed => Details.Changed(Arrivals.Take(model, changed), changed.Bill.Name),
        Msg.BillRemoved removed => (Arrivals.Take(model, removed), []),
        Msg.ChangesArrived changes => Then(Notices.Give(Notices.Note(Arrivals.Take(model, changes), changes)), MeetingArrivals.Renew),
        Msg.Recalled recalled => (Recall.Take(model, recalled.Record), []),
        Msg.Greeted greeted => (Recall.Greet(model, greeted), []),
        Msg.MarkedElsewhere marked => (Reading.Take(model, marked), []),
        Msg.NoticesSet set => (model with { Notices = set.Rules }, []),
        Msg.SourcesArrived sources => (Places.Settle(model with { Sources = sources.Sources }), []),
        Msg.ConnectionChanged connection => Linked(model, Arrivals.Take(model, connection)),
        Msg.ClockSet clock => (Passing.Turned(model, model with { Clock = clock.Clock }), []),
        Msg.OfCalendar told => Calendars.Apply(model, told),
        Msg.OfCandidates told => Candidates.Apply(model, told),

        Msg.MoveBy move => (Places.MoveBy(model, move.Rows), []),
        Msg.PageBy page => (Places.MoveBy(model, page.Pages * Math.Max(1, Places.Height(model) - 1)), []),
        Msg.ToFirst => (Places.MoveTo(model, 0), []),
        Msg.ToLast => (Places.MoveTo(model, int.MaxValue), []),
        Msg.Pick pick when pick.Index == Places.Cursor(model) => Apply(model, new Msg.Open()),
        Msg.Pick pick => (Places.MoveTo(Panes.Leave(model), pick.Index), []),
        Msg.Show { Screen: Screen.Meetings } => MeetingVisits.Show(model with { Trail = [], Prompt = null }),
        Msg.Show show => (Candidates.Enter(model with { Screen = show.Screen, Trail = [], Prompt = null }), []),
        Msg.ShowCommands show => (Pickers.Open(model, CommandList.Of(model, show.WithBills)), []),
        Msg.OpenBill open => Visits.OpenBill(model, open.Bill),
        Msg.Open => Visits.Open(model),
        Msg.Back => (Visits.Back(model), []),
        Msg.ToBill to => Visits.ToBill(model, to.Direction),
        Msg.StartFilter => (model with { Prompt = Filter(model.Filter) }, []),
        Msg.Filtered to => (Arrivals.Reorder(model with { Filter = to.Filter }), []),
        Msg.PickChoice pick => model.Picker is { } picker ? Pickers.Pick(model, picker, pick.Index) : (model, []),
        Msg.Refresh => Visits.Refresh(model),
        Msg.TogglePreview => Keeping.TogglePreview(model),
        Msg.MovePreview => Keeping.MovePreview(model),
        Msg.TogglePane => (Panes.Toggle(model), []),
        Msg.ToggleZoom => (Panes.Zoom(model), []),
        Msg.SortBy sort => Keeping.Sort(model, new(sort.Field)),
        Msg.ReverseSort => Keeping.Sort(model, model.View.Sort with { Reversed = !model.View.Sort.Reversed }),
        Msg.ChooseColumns => (Keeping.ChooseColumns(model), []),
        Msg.ToggleColumn toggle => Keeping.ToggleColumn(model, toggle.Column),
        Msg.ChooseView => (SavedViews.Choose(model), []),
        Msg.TakeView take => SavedViews.Take(model, take.View),
        Msg.NameView => (SavedViews.Name(model), []),
        Msg.SaveView save => SavedViews.Save(model, save.Name),
        Msg.DeleteView delete => SavedViews.Delete(model, delete.Name),
        Msg.ToggleBookmark => Keeping.Bookmark(model),
        Msg.NextTheme => Keeping.NextTheme(model),
        Msg.ToggleAscii => (model with { Ascii = !model.Ascii }, []),
        Msg.ToggleMouse => Keeping.ToggleMouse(model),
        Msg.ToggleRead => Reading.Toggle(model),
        Msg.AskMarkShown => (Reading.AskShown(model), []),
        Msg.MarkShown => Reading.MarkShown(model),
        Msg.ToggleTour => Tour.Toggle(model),
        Msg.ToUnread to => (Reading.ToUnread(model, to.Direction), []),
        Msg.CopyNumber => Visits.Copy(model),
        Msg.CopyLink => Visits.CopyLink(model),
        Msg.OpenPage => Visits.OpenPage(model),
        Msg.Repaint => (model, [new Cmd.Redraw()]),
        Msg.Stop => (model, [new Cmd.Suspend()]),
        Msg.Leave => WaitingEdits.Leave(model),
        _ => BillMessages.Apply(model, msg) ?? MeetingVisits.Apply(model, msg),
    };

    private static (DashboardModel Model, Cmd[] Commands) Linked(DashboardModel before, DashboardModel model) =>
        Then(MeetingArrivals.Connected(before.Connection.Link, model), asked => Details.Linked(before, asked));

    private static (DashboardModel Model, Cmd[] Commands) Then((DashboardModel Model, Cmd[] Commands) first, Func<DashboardModel, (DashboardModel Model, Cmd[] Commands)> next)
    {
        var (model, commands) = next(first.Model);
        return (model, [.. first.Commands, .. commands]);
    }

    private static Prompt Filter(string filter) => new("/", filter, text => new Msg.Filtered(text))
    {
        Typed = text => new Msg.Filtered(text),
        Left = new Msg.Filtered(""),
        Hint = "Enter keeps it, Esc clears it",
        MovesList = true,
    };

    /// <summary>The model with words in its last row for four seconds.</summary>
    public static DashboardModel Say(DashboardModel model, string words, bool isProblem = false) =>
        model with { Toast = new(words, isProblem, model.Now.AddSeconds(isProblem ? 8 : 4)) };
}
