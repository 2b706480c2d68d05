using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>A picker's box over the middle of the screen: what is typed, the choices, how many there are.</summary>
internal static class PickerView
{
    private const int Widest = 100;

    public static void Draw(Picker picker, FrameBuilder frame, int rows)
    {
        var width = Math.Min(Widest, frame.Width - 2);
        var height = Math.Min(Picker.HeightOf(rows), Math.Max(1, picker.All.Length));
        var (left, top) = ((frame.Width - width) / 2, Math.Max(1, (rows - height - 4) / 2));
        var inner = width - 4;
        var keys = Math.Min(16, picker.All.Max(choice => (int?)TextWidth.Of(choice.Keys)) ?? 0);
        var labels = Math.Min(picker.All.All(choice => choice.Detail.Length == 0) ? inner : inner * 2 / 3, picker.All.Max(choice => (int?)TextWidth.Of(choice.Label)) ?? 0);

        Put(Edge(frame, width, $" {picker.Title} "));
        Put(Side(frame, frame.Line(inner).Add("> ", Role.Key).Add(picker.Query, Role.Input).Add(frame.Glyphs.Caret, Role.Input).Build()));
        for (var i = 0; i < height; i++)
        {
            var index = picker.Place.Top + i;
            if (index < picker.Rows.Length)
            {
                frame.OverlayZone(top, left + 1, left + width - 1, new Msg.PickChoice(index));
                Put(Side(frame, Row(picker.Rows[index], frame, inner, keys, labels, index == picker.Place.Index)));
            }
            else
            {
                Put(Side(frame, i == 0 ? frame.Line(inner).Add("  " + picker.Empty, Role.Dim).Build() : Line.Blank(inner)));
            }
        }

        var count = picker.Rows.Length == 0 ? "" : FormattableString.Invariant($" {picker.Place.Index + 1}/{picker.Rows.Length} ");
        Put(Edge(frame, width, count + (width > 50 ? " type to narrow, Enter takes it, Esc leaves " : "")));

        void Put(Line line) => frame.Overlay(top++, left, line);
    }

    private static Line Row(Choice choice, FrameBuilder frame, int width, int keys, int labels, bool here)
    {
        var line = frame.Line(width).Add(here ? frame.Glyphs.Cursor : " ", Role.Key).Add(choice.Marked ? frame.Glyphs.Unread : " ", Role.Unread);
        if (keys > 0)
        {
            line.Cell(choice.Keys, keys, Role.Key).Add(" ");
        }

        return line.Cell(choice.Label, labels).Add(" ").Add(choice.Detail, Role.Dim).Build(selected: here);
    }

    private static Line Edge(FrameBuilder frame, int width, string words) =>
        frame.Line(width).Add(frame.Glyphs.Rule + frame.Glyphs.Rule, Role.Border).Add(words, Role.Heading).Fill(frame.Glyphs.Rule, Role.Border).Build();

    private static Line Side(FrameBuilder frame, Line inner) =>
        frame.Line(2).Add(frame.Glyphs.Bar, Role.Border).Build().Beside(inner).Beside(frame.Line(2).Add(" " + frame.Glyphs.Bar, Role.Border).Build());
}
