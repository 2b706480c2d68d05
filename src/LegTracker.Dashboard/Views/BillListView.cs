using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>The watch list: a row a bill, with the bill under the cursor in the pane beside or under.</summary>
internal static class BillListView
{
    public static void Draw(DashboardModel model, FrameBuilder frame)
    {
        if (model is { InPane: true, PaneZoom: true })
        {
            frame.Rule(Leaving(model, new Msg.ToggleZoom()));
            frame.Add(Card(frame.Width - 1, model.Rows - 1 - frame.Count).Select(line => Line.Blank(1).Beside(line)), model.Rows - 1);
            return;
        }

        var layout = model.Layout;
        var columns = BillColumns.For(layout.ListWidth, model.BillRows, model.View.Columns);
        var lines = new List<Line> { columns.Heading(frame.Line(layout.ListWidth), model.View.Sort, frame.Glyphs, model.KeptAsOf is not null) };
        var why = model.BillRows.IsEmpty ? Fitting.Wrap(WhyEmpty(model), layout.ListWidth - 4) : [];
        for (var row = 0; row < layout.ListHeight; row++)
        {
            var index = model.BillPlace.Top + row;
            lines.Add(index < model.BillRows.Length
                ? columns.Row(model.BillRows[index], model, frame, index == model.BillPlace.Index)
                : row > 0 && row <= why.Count ? frame.Line(layout.ListWidth).Add("  " + why[row - 1], Role.Text).Build() : Line.Blank(layout.ListWidth));
        }

        var beside = layout.PaneWidth > 0 ? Card(layout.PaneWidth - 1, lines.Count) : [];
        for (var row = 0; row < lines.Count; row++)
        {
            if (row > 0 && model.BillPlace.Top + row - 1 < model.BillRows.Length)
            {
                frame.Zone(0, layout.ListWidth, new Msg.Pick(model.BillPlace.Top + row - 1));
            }

            frame.Add(layout.PaneWidth > 0
                ? lines[row].Beside(frame.Line(2).Add(frame.Glyphs.Bar, model.InPane ? Role.Key : Role.Border).Build()).Beside(row < beside.Count ? beside[row] : Line.Blank(layout.PaneWidth - 1))
                : lines[row]);
        }

        if (layout.PaneHeight > 0)
        {
            frame.Rule(model.InPane ? Leaving(model, new Msg.TogglePane()) : "");
            frame.Add(Card(frame.Width - 1, layout.PaneHeight).Select(line => Line.Blank(1).Beside(line)), model.Rows - 1);
        }

        List<Line> Card(int width, int height) => BillPane.Lines(model, frame, width, height);
    }

    private static string Leaving(DashboardModel model, Msg by) => $"In the pane: keys scroll it, {model.Keys.KeyOf(by, "Esc")} leaves it";

    private static string WhyEmpty(DashboardModel model) => model switch
    {
        { BillsKnown: false, Connection.Link: LinkMark.Offline } => $"No server at {model.Connection.Address}, and nothing is kept of an earlier visit. {model.Connection.Reason}",
        { BillsKnown: false } => $"Waiting for the server {model.Connection.Address} ...",
        { Bills.IsEmpty: true } => "No bills are tracked yet: run legtracker bills track \"AB 1394 2023-24\"",
        _ => $"No bill matches \"{model.Filter}\". Esc clears the filter.",
    };
}
