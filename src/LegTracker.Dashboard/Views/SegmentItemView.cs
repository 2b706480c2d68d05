using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>One item of a segment as it will be written: its statements with their warnings, what changed, and the note for whoever speaks.</summary>
internal static class SegmentItemView
{
    public static IEnumerable<Line> Lines(SheetRow row, int width, Glyphs glyphs) =>
    [
        .. Wrapped(row.Heading, "", Role.Strong, width, glyphs),
        .. !row.IsOut && row.Bill.Length > 0 && row.Why.Length > 0 ? Wrapped($"In: {row.Why}", "", Role.Dim, width, glyphs) : [],
        .. row.IsOut ? Wrapped($"Left out: {row.LeftOutReason} ({row.Why})", "", Role.Warning, width, glyphs) : [],
        .. row.Statements.SelectMany(statement => Of(statement, width, glyphs)),
        .. row.Changes.IsEmpty ? [] : Wrapped("In the period:", "", Role.Heading, width, glyphs),
        .. row.Changes.SelectMany(statement => Of(statement, width, glyphs)),
        .. row.SpeakerNote.Length > 0 ? BillCard.Labelled("Say", row.SpeakerNote, Role.Good, width, 20, glyphs) : [],
        .. row.SecondsByHand ? Wrapped($"{SlotWords.Minutes(row.Seconds)} set by hand", "", Role.Dim, width, glyphs) : [],
    ];

    private static IEnumerable<Line> Of(SegmentStatement statement, int width, Glyphs glyphs) => Wrapped(
        statement.Flag.Length > 0 ? $"{statement.Text} [{statement.Flag}]" : statement.Text,
        "- ",
        statement.IsOpen || statement.Flag.Length > 0 ? Role.Warning : statement.IsOfAPerson ? Role.Good : Role.Text,
        width,
        glyphs);

    private static IEnumerable<Line> Wrapped(string text, string lead, Role role, int width, Glyphs glyphs)
    {
        var first = true;
        foreach (var part in Fitting.Wrap(new LineBuilder(width, glyphs).Ready(text), width - lead.Length))
        {
            yield return new LineBuilder(width, glyphs).Add(first ? lead : new string(' ', lead.Length), Role.Dim).Add(part, role).Build();
            first = false;
        }
    }
}
