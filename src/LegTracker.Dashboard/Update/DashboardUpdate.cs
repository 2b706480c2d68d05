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

    public static (DashboardModel Model, Cmd[] Commands) Apply(DashboardModel model, Msg msg) => msg switch
    {
        Msg.Tick tick => EditQueue.Pump(Passing.To(model, tick.Now)),
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
        Msg.ChangesArrived changes => (Arrivals.Take(model, changes), []),
        Msg.SourcesArrived sources => (Places.Settle(model with { Sources = sources.Sources }), []),
        Msg.ConnectionChanged connection => Details.Linked(model, Arrivals.Take(model, connection)),
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
        Msg.ToUnread to => (Reading.ToUnread(model, to.Direction), []),
        Msg.CopyNumber => Visits.Copy(model),
        Msg.OpenPage => Visits.OpenPage(model),
        Msg.Repaint => (model, [new Cmd.Redraw()]),
        Msg.Stop => (model, [new Cmd.Suspend()]),
        Msg.Leave => WaitingEdits.Leave(model),
        _ => BillMessages.Apply(model, msg) ?? (model, []),
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
