using System.Globalization;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>The sources' health, why a source is not well, and how the server is reached.</summary>
internal static class SourcesView
{
    public static void Draw(DashboardModel model, FrameBuilder frame)
    {
        var layout = model.Layout;
        var wide = frame.Width >= 80;
        frame.Add(Columns(frame.Line().Add("   "), "Source", ("  State", Role.Heading), "Last good", "Age", "Next try", Role.Heading, wide).Build());
        for (var row = 0; row < layout.ListHeight; row++)
        {
            var index = model.SourcePlace.Top + row;
            if (index < model.Sources.Length)
            {
                frame.Zone(0, frame.Width, new Msg.Pick(index));
                frame.Add(Row(model, frame, index, wide));
            }
            else
            {
                frame.Add(row == 1 && model.Sources.IsEmpty ? frame.Line().Add("  The server has not told its sources yet.").Build() : Line.Blank(frame.Width));
            }
        }

        if (layout.PaneHeight > 0)
        {
            if (model.SourcePlace.Index < model.Sources.Length)
            {
                DrawSource(model, model.Sources[model.SourcePlace.Index], frame);
            }

            frame.Rule("Server");
            frame.Add(Server(model, frame).Select(line => Line.Blank(1).Beside(line)), model.Rows - 1);
        }
    }

    private static LineBuilder Columns(LineBuilder line, string source, (string Words, Role Role) state, string good, string age, string next, Role role, bool wide)
    {
        line.Cell(source, wide ? 20 : 15, role == Role.Heading ? role : Role.Strong).Cell(state.Words, wide ? 15 : 14, state.Role);
        if (wide)
        {
            line.Cell(good, 16, role);
        }

        return line.RightCell(age, 6, role).Add(next, role);
    }

    private static Line Row(DashboardModel model, FrameBuilder frame, int index, bool wide)
    {
        var source = model.Sources[index];
        var selected = index == model.SourcePlace.Index;
        var (glyph, role) = frame.Glyphs.Of(source.Mark);
        var dash = frame.Glyphs.Dash;
        var line = frame.Line().Add(selected ? frame.Glyphs.Cursor : " ", Role.Key).Add("  ");
        return Columns(
            line,
            source.Title,
            ($"{glyph} {source.State}", role),
            TimeWords.Clock(source.LastSuccess, model, dash),
            source.LastSuccess is { } good ? TimeWords.Since(good, model.RecordNow) : dash,
            TimeWords.Clock(source.NextAttempt, model, dash),
            Role.Text,
            wide).Build(selected: selected);
    }

    private static void DrawSource(DashboardModel model, SourceItem source, FrameBuilder frame)
    {
        var (_, role) = frame.Glyphs.Of(source.Mark);
        frame.Rule(source.Title);
        var width = frame.Width - 1;
        var why = source.Reason.Length > 0 ? $"{source.State}: {source.Reason}" : source.State;
        var last = TimeWords.Clock(source.LastAttempt, model, "never");
        var tries = source.Failures switch
        {
            0 => last,
            1 => $"{last}, failed",
            var many => FormattableString.Invariant($"{last}, {many} tries failed one after another"),
        };
        var doubts = $"{Count(source.Quarantined, "reading")} not believed, {Count(source.UnknownActions, "history line")} not understood";
        List<Line> lines =
        [
            .. source.Alarm.Length > 0 ? Told("Alarm", source.Alarm, Role.Problem, 2) : [],
            .. Told("State", why, role, 3),
            .. source.ToDo.Length > 0 ? Told("To do", source.ToDo, Role.Text, 3) : [],
            .. Told("Tried", tries, Role.Text, 1),
            .. Told("Next", TimeWords.Clock(source.NextAttempt, model, "no try is planned"), Role.Text, 1),
            .. source.Quarantined + source.UnknownActions > 0 ? Told("Doubt", doubts, Role.Warning, 1) : [],
            .. source.Host.Length > 0 ? Told("Host", source.Host, Role.Dim, 1) : [],
        ];
        frame.Add(lines.Select(line => Line.Blank(1).Beside(line)), model.Rows - 4);

        IEnumerable<Line> Told(string label, string words, Role words2, int rows) => BillCard.Labelled(label, words, words2, width, rows, frame.Glyphs);
    }

    private static string Count(int count, string one) => FormattableString.Invariant($"{count} {one}{(count == 1 ? "" : "s")}");

    private static IEnumerable<Line> Server(DashboardModel model, FrameBuilder frame)
    {
        var connection = model.Connection;
        var (words, _) = TitleBar.Link(model, frame.Glyphs);
        var since = connection.Link == LinkMark.Live ? $"{frame.Glyphs.Live} live since {TimeWords.Clock(connection.Since, model.Zone, model.Now)}" : words;
        var behind = connection.HeadRevision - connection.Revision;
        var revision = connection.Revision.ToString("N0", CultureInfo.InvariantCulture) + (behind > 0 ? FormattableString.Invariant($", {behind} behind") : "");
        return
        [
            .. BillCard.Labelled("Link", $"{connection.Address}  {since}", connection.Link == LinkMark.Live ? Role.Good : Role.Problem, frame.Width - 1, 1, frame.Glyphs),
            .. connection.Reason.Length > 0 ? BillCard.Labelled("Why", connection.Reason, Role.Text, frame.Width - 1, 2, frame.Glyphs) : [],
            .. BillCard.Labelled("Record", $"revision {revision}{(connection.ServerVersion.Length > 0 ? $", server {connection.ServerVersion}" : "")}", Role.Text, frame.Width - 1, 1, frame.Glyphs),
            .. TitleBar.Clock(model) is { Length: > 0 } clock ? BillCard.Labelled("Clock", clock, Role.Warning, frame.Width - 1, 1, frame.Glyphs) : [],
        ];
    }
}
