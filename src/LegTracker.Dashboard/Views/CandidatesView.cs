using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>Bills that the topics found, the undecided and best first, with the sentence that matched.</summary>
internal static class CandidatesView
{
    // From these widths on: the topic, the day it was found, the state in a word.
    private const int WithTopic = 100;
    private const int WithFound = 66;
    private const int WithState = 54;

    public static void Draw(DashboardModel model, FrameBuilder frame)
    {
        var (state, width) = (model.Candidates, model.Layout.ListWidth);
        if (state is { Whole: true, UnderCursor: { } here })
        {
            frame.Add(CandidateCard.Lines(here, model, frame.Width - 1, model.Rows - 3, frame.Glyphs).Select(line => Line.Blank(1).Beside(line)), model.Rows - 1);
            return;
        }

        var heading = Columns(frame.Line(width).Add("   "), "Score", "Bill", ("State", Role.Heading), "Found", "Topic", "About", (Role.Heading, Role.Heading, Role.Heading)).Build();
        ListWithPane.Draw(model, frame, state.Place, heading, state.Rows.Length, index => Row(model, frame, index), [.. Rest(model, frame, width)],
            (columns, rows) => state.UnderCursor is { } candidate ? CandidateCard.Lines(candidate, model, columns, rows, frame.Glyphs) : []);
    }

    private static LineBuilder Columns(LineBuilder line, string score, string bill, (string Words, Role Role) state, string found, string topic, string about, (Role Plain, Role Bill, Role About) roles)
    {
        var width = line.Column + line.Room;
        line.RightCell(score, 5, roles.Plain).Cell(bill, 8, roles.Bill);
        line = width >= WithState ? line.Cell(state.Words, 11, state.Role) : line;
        line = width >= WithFound ? line.Cell(found, 10, roles.Plain) : line;
        line = width >= WithTopic ? line.Cell(topic, 30, roles.Plain) : line;
        return line.Add(about, roles.About);
    }

    private static Line Row(DashboardModel model, FrameBuilder frame, int index)
    {
        var (state, width) = (model.Candidates, model.Layout.ListWidth);
        var candidate = state.Rows[index];
        var selected = index == state.Place.Index;
        var (glyph, role) = CandidateCard.Mark(candidate.State, frame.Glyphs);
        var isNew = candidate.State == CandidateMark.New;
        var line = frame.Line(width).Add(selected ? frame.Glyphs.Cursor : " ", Role.Key).Add(candidate.Unread ? frame.Glyphs.Unread : " ", Role.Unread);
        return Columns(
            width >= WithState ? line.Add(" ") : line.Add(glyph, role),
            FormattableString.Invariant($"{candidate.Score}"),
            candidate.Measure,
            ($"{glyph} {CandidateCard.Word(candidate.State)}", role),
            candidate.Found is { } found ? TimeWords.Iso(TimeWords.DayOf(found, model)) : "not known",
            candidate.Topics.IsEmpty ? "" : candidate.Topics[0],
            candidate.Subject,
            (Role.Dim, candidate.Unread ? Role.Unread : Role.Strong, isNew ? Role.Text : Role.Dim)).Build(selected: selected);
    }

    private static IEnumerable<Line> Rest(DashboardModel model, FrameBuilder frame, int width)
    {
        yield return Line.Blank(width);
        var state = model.Candidates;
        var why = !state.Rows.IsEmpty ? ""
            : !state.Known ? model.Connection.Link == LinkMark.Offline ? $"The server has not told its candidates yet. {model.Connection.Reason}" : "Waiting for the server's candidates ..."
            : !state.All.IsEmpty ? $"No candidate matches \"{model.Filter}\". Esc clears the filter."
            : $"No candidates: no bill that was read and is not tracked matches a topic. {LastRead(model)} What is searched for: legtracker topics";
        foreach (var line in why.Length > 0 ? ListWithPane.Words(frame, why, Role.Text, width) : [])
        {
            yield return line;
        }
    }

    private static string LastRead(DashboardModel model) => model.Sources.FirstOrDefault(source => source.Name == "sources/bulk")?.LastSuccess is { } good
        ? $"The bulk files, in which new bills are found, were last read at {TimeWords.Clock(good, model.Zone, model.RecordNow)}."
        : "The bulk files, in which new bills are found, have not been read yet.";
}
