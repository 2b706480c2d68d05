using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>A picker's box over the middle of the screen: what is typed, the choices under their headings, the legend, how many there are.</summary>
internal static class PickerView
{
    private const int Widest = 100;

    // Below so many rows of choices the legend gives way.
    private const int LeastBesideLegend = 8;

    private const string How = " type to narrow, Enter takes it, Esc leaves ";

    // Of fewer cells of a detail nothing can be read.
    private const int LeastDetail = 8;

    public static void Draw(Picker picker, FrameBuilder frame, int rows)
    {
        var grouped = picker.All.Any(choice => choice.Group.Length > 0);
        var width = grouped || frame.Width <= Widest + 2 ? frame.Width : Widest;
        var inner = width - 4;
        var legend = Legend(picker, frame, inner);

        // With headings it takes all between title and status row.
        var room = grouped ? Math.Max(1, rows - 5) : Picker.HeightOf(rows);
        if (room - legend.Count < LeastBesideLegend)
        {
            legend = [];
        }

        room -= legend.Count;
        var height = Math.Min(room, PickerGrid.HeightOf(picker.All, room, inner));
        var grid = PickerGrid.Of(picker, height, inner);
        var (left, top) = ((frame.Width - width) / 2, Math.Max(1, (rows - height - legend.Count - 4) / 2));
        var keys = Math.Min(16, picker.All.Max(choice => (int?)TextWidth.Of(choice.Keys)) ?? 0);
        var marks = picker.All.Any(choice => choice.Marked);
        var labels = Math.Min(picker.All.All(choice => choice.Detail.Length == 0) ? grid.CellWidth : grid.CellWidth * 2 / 3, picker.All.Max(choice => (int?)TextWidth.Of(choice.Label)) ?? 0);

        Put(Edge(frame, width, $" {picker.Title} "));
        Put(Side(frame, frame.Line(inner).Add("> ", Role.Key).Add(picker.Query, Role.Input).Add(frame.Glyphs.Caret, Role.Input).Build()));
        for (var row = 0; row < height; row++)
        {
            Put(Side(frame, picker.Rows.IsEmpty && row == 0 ? frame.Line(inner).Add("  " + picker.Empty, Role.Dim).Build() : Row(row)));
        }

        legend.ForEach(line => Put(Side(frame, line)));
        var count = picker.Rows.Length == 0 ? "" : FormattableString.Invariant($" {picker.Place.Index + 1}/{picker.Rows.Length} ");
        var whole = count + Whole(picker, grid, keys);
        Put(Edge(frame, width, whole + (TextWidth.Of(whole) + TextWidth.Of(How) + 4 <= width ? How : "")));

        void Put(Line line) => frame.Overlay(top++, left, line);

        Line Row(int row)
        {
            var line = new Line([]);
            for (var column = 0; column < grid.Columns; column++)
            {
                var start = left + 2 + (column * grid.CellWidth);
                if (grid.At(column, row) is { Index: { } index })
                {
                    frame.OverlayZone(top, grid.Columns == 1 ? left + 1 : start, grid.Columns == 1 ? left + width - 1 : start + grid.CellWidth, new Msg.PickChoice(index));
                    line = line.Beside(Cell(picker.Rows[index], frame, grid.CellWidth, keys, labels, marks, index == picker.Place.Index));
                }
                else
                {
                    line = line.Beside(frame.Line(grid.CellWidth).Add("  " + (grid.At(column, row)?.Heading ?? ""), Role.Heading).Build());
                }
            }

            return line.Beside(Line.Blank(inner - (grid.Columns * grid.CellWidth)));
        }
    }

    // In narrow columns words are cut and details left out: those of the choice under the cursor stand whole at the foot.
    private static string Whole(Picker picker, PickerGrid grid, int keys) => grid.Columns > 1 && picker.Chosen is { } chosen
        ? $" {chosen.Keys}{(keys > 0 ? ": " : "")}{chosen.Label}{(chosen.Detail.Length > 0 ? $", {chosen.Detail}" : "")}{(chosen.Off.Length > 0 ? " (not here)" : "")} "
        : "";

    private static Line Cell(Choice choice, FrameBuilder frame, int width, int keys, int labels, bool marks, bool here)
    {
        var line = frame.Line(width).Add(here ? frame.Glyphs.Cursor : " ", Role.Key).Add(choice.Marked ? frame.Glyphs.Unread : " ", Role.Unread).Add(marks ? " " : "");
        if (keys > 0)
        {
            line.Cell(choice.Keys, keys, choice.Off.Length > 0 ? Role.Dim : Role.Key).Add(" ");
        }

        // What cannot be taken is told by its brackets too, not by its colour alone.
        var words = choice.Off.Length > 0 ? $"({choice.Label})" : choice.Label;
        line.Cell(words, Math.Max(labels, Math.Min(TextWidth.Of(words), line.Room)), choice.Off.Length > 0 ? Role.Dim : Role.Text).Add(" ");
        return line.Add(line.Room >= Math.Min(LeastDetail, TextWidth.Of(choice.Detail)) ? choice.Detail : "", Role.Dim).Build(selected: here);
    }

    private static List<Line> Legend(Picker picker, FrameBuilder frame, int width)
    {
        var g = frame.Glyphs;
        return picker.Legend.IsEmpty ? [] :
        [
            .. Fitting.Wrap($"{g.Done} done {g.Here} here {g.ToCome} ahead {g.Skipped} skipped {g.Unknown} not known {g.Held} held {g.Dead} dead {g.Law} law {g.Unread} new {g.Bookmark} marked ~ behind", width)
                .Select(words => frame.Line(width).Add(words, Role.Dim).Build()),
            .. picker.Legend.SelectMany(words => Fitting.Wrap(words, width)).Select(words => frame.Line(width).Add(words, Role.Dim).Build()),
        ];
    }

    private static Line Edge(FrameBuilder frame, int width, string words) =>
        frame.Line(width).Add(frame.Glyphs.Rule + frame.Glyphs.Rule, Role.Border).Add(words, Role.Heading).Fill(frame.Glyphs.Rule, Role.Border).Build();

    private static Line Side(FrameBuilder frame, Line inner) =>
        frame.Line(2).Add(frame.Glyphs.Bar, Role.Border).Build().Beside(inner).Beside(frame.Line(2).Add(" " + frame.Glyphs.Bar, Role.Border).Build());
}
