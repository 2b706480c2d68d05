using System.Collections.Immutable;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing.Acronyms;
using LegTracker.Dashboard.Writing.Templates;

namespace LegTracker.Dashboard.Writing;

/// <summary>A part of the update as slides, all of them; only the first <paramref name="Most"/> are shown.</summary>
internal sealed record PartSlides(PartKind Kind, ImmutableArray<SlidePlan> Slides, int Most)
{
    private const int LongestLine = 40;
    private const int LongestCell = 20;

    public int ShownCount => Math.Min(Most, Slides.Length);

    public static PartSlides Of(SegmentPart part, int minutes, DeckRoom room) => part.Kind switch
    {
        PartKind.NowInCalifornia => new PartSlides(part.Kind, [.. part.Entries.Select(entry => LawSlide.Of(part, entry, room))], Math.Max(1, minutes * 3 / 10)),
        PartKind.Moving => Moving(part, Math.Max(1, (minutes + 1) / 2), minutes, room),
        PartKind.AtAGlance => new PartSlides(part.Kind, Bullets(part, 2, room), 1),
        PartKind.Terms => new PartSlides(part.Kind, Bullets(TermsUsed.ShortFormsFirst(part), 1, room), 1),
        _ => new PartSlides(part.Kind, Table(part, room), Math.Max(1, minutes / 10)),
    };

    /// <summary>Only so many of its slides.</summary>
    public PartSlides Limited(int count) => this with { Most = count };

    /// <summary>The sentences about the update as a whole.</summary>
    public static PartSlides OfNotes(SegmentContent content, DeckRoom room)
    {
        const string title = "About this update";
        var lines = content.Notes.Select(note => (new SlideLine(TextMeasure.Shorten(note, LongestLine)), (SegmentEntry?)null));
        var slides = SlideSplit.Lines(title, [.. lines], room)
            .Select(chunk => new SlidePlan(DeckLayout.TitleAndContent, title, title, chunk.Lines, null, "", [], content.Notes, 1))
            .ToImmutableArray();
        return new PartSlides(PartKind.Other, slides.Length > 1 ? [slides[0] with { Tail = "More in the hand-out" }] : slides, 1);
    }

    /// <summary>Two parts in one table, where the minutes do not allow a slide for each.</summary>
    public static PartSlides Merged(PartSlides stopped, PartSlides dates, DeckRoom room)
    {
        const string title = "Stopped or waiting, and coming dates";
        var entries = stopped.Slides.Concat(dates.Slides).SelectMany(slide => slide.Entries).ToImmutableArray();
        return new PartSlides(PartKind.Stopped, Table(title, "Bills that stopped or wait, and dates ahead", ["Bill or date", "What"], [3, 7], entries,
            entry => [Linked(entry, entry.Heading), Cell(entry.Status)], room), 1);
    }

    /// <summary>A title that fits its lines.</summary>
    public static string Title(string text, DeckRoom room)
    {
        for (var words = DeckMeasures.MostTitleWords; words > 1; words--)
        {
            var title = TextMeasure.Shorten(text, words);
            if (room.Title.Lines(title, DeckMeasures.SmallestTitleSize, bold: true) <= room.TitleLines)
            {
                return title.Length == 0 ? "Untitled" : title;
            }
        }

        return TextMeasure.Shorten(text, 1);
    }

    private static PartSlides Moving(SegmentPart part, int most, int minutes, DeckRoom room)
    {
        var shown = Table(part with { Entries = [.. part.Entries.Take(most)] }, room);
        return new PartSlides(part.Kind, [.. shown, .. Table(part with { Entries = [.. part.Entries.Skip(most)] }, room)], Math.Min(shown.Length, Math.Max(1, minutes / 10)));
    }

    private static ImmutableArray<SlidePlan> Bullets(SegmentPart part, int weight, DeckRoom room)
    {
        var title = Title(part.Title, room);
        var lines = part.Entries.SelectMany(entry => entry.Statements, (entry, statement) =>
            (new SlideLine(TextMeasure.Shorten(Wording.Flagged(statement), LongestLine)), (SegmentEntry?)entry));
        return [.. SlideSplit.Lines(title, [.. lines], room)
            .Select(chunk => new SlidePlan(DeckLayout.TitleAndContent, title, part.Title, chunk.Lines, null, "", chunk.Entries, [], weight))];
    }

    private static ImmutableArray<SlidePlan> Table(SegmentPart part, DeckRoom room) => part.Kind == PartKind.ComingDates
        ? Table(part.Title, "Dates ahead, soonest first", ["Date", "What"], [3, 7], part.Entries, entry => [Cell(entry.Heading), Linked(entry, entry.Status)], room)
        : Table(part.Title, $"Bills of this update: {part.Title}", ["Bill", "Official title", part.Kind == PartKind.Coming ? "In effect" : "Where it stands"], [5, 9, 8], part.Entries,
            entry => [Linked(entry, entry.Heading), Cell(OfficialTitle(entry)), Cell(entry.Status)], room);

    private static ImmutableArray<SlidePlan> Table(
        string heading,
        string description,
        ImmutableArray<string> header,
        ImmutableArray<int> shares,
        ImmutableArray<SegmentEntry> entries,
        Func<SegmentEntry, ImmutableArray<SlideLine>> row,
        DeckRoom room)
    {
        var title = Title(heading, room);
        return [.. SlideSplit.Rows(title, new SlideTable(description, header, shares, []), [.. entries.Select(entry => (row(entry), entry))], room)
            .Select(chunk => new SlidePlan(DeckLayout.TitleAndTable, title, heading, [], chunk.Table, "", chunk.Entries, [], 3))];
    }

    private static string OfficialTitle(SegmentEntry entry) =>
        entry.Statements.FirstOrDefault(statement => statement.Topic == StatementTopic.OfficialTitle)?.Source.Locator ?? "";

    private static SlideLine Linked(SegmentEntry entry, string text)
    {
        var cell = Cell(text);
        var url = entry.Statements.FirstOrDefault(statement => statement.Source.Url.Length > 0)?.Source.Url ?? "";
        return entry.Measure.Length > 0 && url.Length > 0 && cell.Text.Contains(entry.Measure, StringComparison.Ordinal) ? cell with { Link = entry.Measure, Url = url } : cell;
    }

    private static SlideLine Cell(string text) => new(text.Length == 0 ? "Not recorded" : TextMeasure.Shorten(text, LongestCell));
}
