using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>Stacks rows into a frame and notes what can be clicked.</summary>
internal sealed class FrameBuilder(DashboardModel model)
{
    private readonly List<Line> rows = [];
    private readonly List<Zone> zones = [];
    private readonly HashSet<Zone> overlaid = [];

    public Glyphs Glyphs { get; } = Glyphs.Of(model);

    public int Width => model.Columns;

    /// <summary>Rows so far.</summary>
    public int Count => rows.Count;

    public LineBuilder Line(int width) => new(width, Glyphs);

    public LineBuilder Line() => new(Width, Glyphs);

    public void Add(Line line) => rows.Add(line);

    /// <summary>Adds rows, never beyond a row of the screen.</summary>
    public void Add(IEnumerable<Line> lines, int until)
    {
        foreach (var line in lines)
        {
            if (rows.Count >= until)
            {
                break;
            }

            rows.Add(line);
        }
    }

    /// <summary>Makes cells of the row that comes next clickable.</summary>
    public void Zone(int from, int to, Msg does) => zones.Add(new(rows.Count, from, to, does));

    /// <summary>Blank rows up to a row of the screen.</summary>
    public void PadTo(int row)
    {
        while (rows.Count < row)
        {
            rows.Add(Views.Line.Blank(Width));
        }
    }

    /// <summary>Lays a line over the cells of a row that stands already; nothing below it is clickable any more.</summary>
    public void Overlay(int row, int column, Line over)
    {
        if (row < rows.Count)
        {
            rows[row] = rows[row].Under(column, over);
            zones.RemoveAll(zone => zone.Row == row && !overlaid.Contains(zone));
        }
    }

    /// <summary>Makes cells of a line laid over the screen clickable.</summary>
    public void OverlayZone(int row, int from, int to, Msg does)
    {
        var zone = new Zone(row, from, to, does);
        overlaid.Add(zone);
        zones.Add(zone);
    }

    public void Rule(string title = "")
    {
        var line = Line().Add(Glyphs.Rule, Role.Border);
        rows.Add((title.Length > 0 ? line.Add(" " + title + " ", Role.Heading) : line).Fill(Glyphs.Rule, Role.Border).Build());
    }

    public Frame Build()
    {
        PadTo(model.Rows);
        return new(model.Columns, [.. rows.Take(model.Rows)], [.. zones]);
    }
}
