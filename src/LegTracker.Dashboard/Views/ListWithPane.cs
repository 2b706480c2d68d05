using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>A list with a heading, and what is under its cursor in the pane beside or under it.</summary>
internal static class ListWithPane
{
    /// <param name="heading">The first line, as wide as the list.</param>
    /// <param name="count">Rows that there are.</param>
    /// <param name="row">A row by its index.</param>
    /// <param name="rest">Lines below the last row, as many as there is room for.</param>
    /// <param name="card">The pane's lines for a width and height.</param>
    public static void Draw(DashboardModel model, FrameBuilder frame, ListPlace place, Line heading, int count, Func<int, Line> row, List<Line> rest, Func<int, int, List<Line>> card)
    {
        var layout = model.Layout;
        var beside = layout.PaneWidth > 0 ? card(layout.PaneWidth - 1, layout.ListHeight + 1) : [];
        for (var at = 0; at <= layout.ListHeight; at++)
        {
            var index = place.Top + at - 1;
            var line = at == 0 ? heading
                : index < count ? row(index)
                : index - count is var below && below < rest.Count ? rest[below]
                : Line.Blank(layout.ListWidth);
            if (at > 0 && index < count)
            {
                frame.Zone(0, layout.ListWidth, new Msg.Pick(index));
            }

            frame.Add(layout.PaneWidth > 0
                ? line.Beside(frame.Line(2).Add(frame.Glyphs.Bar, Role.Border).Build()).Beside(at < beside.Count ? beside[at] : Line.Blank(layout.PaneWidth - 1))
                : line);
        }

        if (layout.PaneHeight > 0)
        {
            frame.Rule();
            frame.Add(card(frame.Width - 1, layout.PaneHeight).Select(line => Line.Blank(1).Beside(line)), model.Rows - 1);
        }
    }

    /// <summary>Sentences as lines of a list, wrapped under a margin.</summary>
    public static IEnumerable<Line> Words(FrameBuilder frame, string words, Role role, int width) =>
        Fitting.Wrap(frame.Line(width).Ready(words), width - 3).Select(part => frame.Line(width).Add("  ").Add(part, role).Build());
}
