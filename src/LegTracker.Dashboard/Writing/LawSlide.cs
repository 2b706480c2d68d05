using System.Collections.Immutable;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing.Templates;

namespace LegTracker.Dashboard.Writing;

/// <summary>The one slide of a law that is in effect: what the room has to hear first, as much as fits; the notes and the hand-out have all of it.</summary>
internal static class LawSlide
{
    private const int LongestLine = 40;

    private static readonly ImmutableArray<StatementTopic> MostNeeded =
    [
        StatementTopic.WhatItDoes, StatementTopic.Relation, StatementTopic.WhyItMatters, StatementTopic.WhatToDo, StatementTopic.PlainTitle,
        StatementTopic.Unspecified, StatementTopic.Position, StatementTopic.Contact, StatementTopic.Text, StatementTopic.Enactment, StatementTopic.OfficialTitle,
    ];

    public static SlidePlan Of(SegmentPart part, SegmentEntry entry, DeckRoom room)
    {
        var title = PartSlides.Title(entry.Heading.Length == 0 ? part.Title : $"{part.Title}: {entry.Heading}", room);
        var linked = entry.Statements.FirstOrDefault(statement => entry.Measure.Length > 0 && statement.Text.Contains(entry.Measure, StringComparison.Ordinal));
        var flags = new HashSet<string> { "" };
        ImmutableArray<(SlideLine Line, int Rank)> lines =
        [
            .. entry.Statements.Select((statement, index) =>
            {
                var warns = flags.Add(statement.Flag);
                var text = TextMeasure.Shorten(warns ? Wording.Flagged(statement) : statement.Text, LongestLine);
                var line = ReferenceEquals(statement, linked) ? new SlideLine(text, entry.Measure, statement.Source.Url) : new SlideLine(text);
                return (line, index == 0 ? -2 : warns && statement.Kind == StatementKind.Auto ? -1 : MostNeeded.IndexOf(statement.Topic));
            }),
        ];

        // A title that happens to be short does not stand where a text that people need had no room.
        ImmutableArray<(SlideLine Line, int Rank)> needed = [.. lines.Where(line => line.Rank <= MostNeeded.IndexOf(StatementTopic.PlainTitle))];
        var shown = SlideSplit.Fitting(title, needed, room) is var first && first.Length == needed.Length ? SlideSplit.Fitting(title, lines, room) : first;
        return new SlidePlan(DeckLayout.TitleAndContent, title, part.Title, shown, null, shown.Length < lines.Length ? "More in the hand-out" : "", [entry], [], 4);
    }
}
