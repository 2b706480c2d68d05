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
        Msg.Tick tick => Notices.Give(Passing.To(model, tick.Now)),
        Msg.KeyPressed pressed => Keyboard.Press(model, pressed.Key),
        Msg.Pasted pasted => Keyboard.Paste(model, pasted.Text),
        Msg.Resized size => (Places.Settle(model with { Columns = Math.Max(1, size.Columns), Rows = Math.Max(1, size.Rows) }), []),
        Msg.MouseScrolled wheel when model.Picker is { } picker => (Pickers.Move(model, picker, picker.Place.Index + wheel.By), []),
        Msg.MouseScrolled wheel => (Places.MoveBy(model, wheel.By), []),
        Msg.Clicked => (model with { Chord = "", Toast = null }, []),
        Msg.Said said => (Say(model, said.Words, said.IsProblem), []),

        Msg.SnapshotArrived snapshot => (Arrivals.Take(model, snapshot), []),
        Msg.BillChanged changed => (Arrivals.Take(model, changed), []),
        Msg.BillRemoved removed => (Arrivals.Take(model, removed), []),
        Msg.ChangesArrived changes => Notices.Give(Notices.Note(Arrivals.Take(model, changes), changes)),
        Msg.Recalled recalled => (Recall.Take(model, recalled.Record), []),
        Msg.Greeted greeted => (Recall.Greet(model, greeted), []),
        Msg.NoticesSet set => (model with { Notices = set.Rules }, []),
        Msg.SourcesArrived sources => (Places.Settle(model with { Sources = sources.Sources }), []),
        Msg.ConnectionChanged connection => (Arrivals.Take(model, connection), []),
        Msg.ClockSet clock => (model with { Clock = clock.Clock }, []),

        Msg.MoveBy move => (Places.MoveBy(model, move.Rows), []),
        Msg.PageBy page => (Places.MoveBy(model, page.Pages * Math.Max(1, Places.Height(model) - 1)), []),
        Msg.ToFirst => (Places.MoveTo(model, 0), []),
        Msg.ToLast => (Places.MoveTo(model, int.MaxValue), []),
        Msg.Pick pick when pick.Index == Places.Cursor(model) => Apply(model, new Msg.Open()),
        Msg.Pick pick => (Places.MoveTo(model, pick.Index), []),
        Msg.Show show => (model with { Screen = show.Screen, Trail = [], Prompt = null }, []),
        Msg.ToggleHelp when model.Screen == Screen.Help => (Visits.Return(model), []),
        Msg.ToggleHelp => (Visits.Enter(model, Screen.Help) with { HelpPlace = ListPlace.Start }, []),
        Msg.Open => Visits.Open(model),
        Msg.Back => (Visits.Back(model), []),
        Msg.ToBill to => Visits.ToBill(model, to.Direction),
        Msg.StartFilter => (model with { Prompt = Filter(model.Filter) }, []),
        Msg.Filtered to => (Arrivals.Reorder(model with { Filter = to.Filter }), []),
        Msg.PickChoice pick => model.Picker is { } picker ? Pickers.Pick(model, picker, pick.Index) : (model, []),
        Msg.Refresh => Visits.Refresh(model),
        Msg.TogglePreview => (Places.Settle(model with { Preview = !model.Preview }), []),
        Msg.ToggleRead => Reading.Toggle(model),
        Msg.AskMarkShown => (Reading.AskShown(model), []),
        Msg.MarkShown => Reading.MarkShown(model),
        Msg.ToggleTour => Tour.Toggle(model),
        Msg.ToUnread to => (Reading.ToUnread(model, to.Direction), []),
        Msg.CopyNumber => Visits.Copy(model),
        Msg.OpenPage => Visits.OpenPage(model),
        Msg.Repaint => (model, [new Cmd.Redraw()]),
        Msg.Stop => (model, [new Cmd.Suspend()]),
        Msg.Leave => (model, [new Cmd.Quit()]),
        _ => (model, []),
    };

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
