using System.Collections.Immutable;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing.Acronyms;
using LegTracker.Dashboard.Writing.Templates;

namespace LegTracker.Dashboard.Writing;

/// <summary>Which slides a deck has: the update's parts, fitted to the minutes; what does not fit is announced as in the hand-out.</summary>
internal static class DeckPlan
{
    /// <summary>Slides that fit the minutes: 6 in 5 minutes, 9 in 10.</summary>
    public static int MostSlides(int minutes) => 3 + minutes * 6 / 10;

    /// <param name="content">Made fit by <see cref="PlainText"/>.</param>
    /// <param name="room">What the template's layouts hold.</param>
    public static ImmutableArray<SlidePlan> Of(SegmentContent content, DeckRoom room)
    {
        var terms = content.Parts.Where(part => part.Kind == PartKind.Terms).ToImmutableArray();
        var titles = terms.Select(part => part.Title).ToHashSet();
        var others = content.Parts.Where(part => part.Kind != PartKind.Terms).Select(part => PartSlides.Of(part, content.Minutes, room)).ToImmutableArray();
        others = content.Notes.IsEmpty ? others : others.Add(PartSlides.OfNotes(content, room));
        var texts = Planned(content, others, terms, room).Where(slide => !titles.Contains(slide.Group)).SelectMany(slide => slide.Texts).ToList();
        var slides = Planned(content, others, [.. terms.Select(part => TermsUsed.Only(part, texts)).Where(part => !part.Entries.IsEmpty)], room);
        return slides.SetItem(0, WithShortForms(slides, room));
    }

    /// <summary>The first slide, with what no slide writes out: a title or a cell has no room for it.</summary>
    private static SlidePlan WithShortForms(ImmutableArray<SlidePlan> slides, DeckRoom room)
    {
        const int most = 4;
        var glossary = FieldGlossary.BuiltIn();
        var open = AcronymCheck.Of(Verbatim.Without(slides.SelectMany(slide => slide.Texts).Select(text => new TextBlock("", text)), HandOut.HandOutPlan.SourcesTitle), glossary)
            .Where(finding => finding.Fault == AcronymFault.NeverWrittenOut).Select(finding => glossary.Find(finding.ShortForm)).OfType<FieldTerm>().Where(term => term.Long.Length > 0)
            .Take(most).Select(term => $"{term.Long} ({term.Short})").ToList();
        for (var count = open.Count; count > 0; count--)
        {
            ImmutableArray<SlideLine> lines = [.. slides[0].Lines, new SlideLine($"Short forms: {string.Join(", ", open.Take(count))}")];
            if (count == 1 || room.CoverText.Holds(lines.Select(line => line.Text), DeckMeasures.SmallestBodySize))
            {
                return slides[0] with { Lines = lines };
            }
        }

        return slides[0];
    }

    private static ImmutableArray<SlidePlan> Planned(SegmentContent content, ImmutableArray<PartSlides> others, ImmutableArray<SegmentPart> terms, DeckRoom room)
    {
        List<PartSlides> parts = [.. others, .. terms.Select(part => PartSlides.Of(part, content.Minutes, room))];
        Fit(parts, MostSlides(content.Minutes) - 1, room);
        return Unique([Cover(content, room), .. parts.SelectMany(Shown).Select(slide => slide.Group == GroupOf(parts) ? WithLeftOut(slide, parts, content) : slide)], room);
    }

    private static SlidePlan Cover(SegmentContent content, DeckRoom room) => new(
        DeckLayout.TitleSlide,
        PartSlides.Title(content.Title, room),
        "Title",
        [new SlideLine($"{Wording.Period(content)}."), new SlideLine($"{Wording.AsOf(content)}."), new SlideLine(Wording.Behind(content) is { Length: > 0 } behind ? behind : Wording.DataAge(content))],
        null,
        "",
        [],
        [content.Title],
        1);

    /// <summary>Takes slides away, the least needed first, until the rest fits: what only explains, then what stopped, then the third law.</summary>
    private static void Fit(List<PartSlides> parts, int most, DeckRoom room)
    {
        bool Fits() => parts.Sum(part => part.ShownCount) <= most;
        if (!Fits() && parts.Find(part => part.Kind == PartKind.Stopped) is { } stopped && parts.Find(part => part.Kind == PartKind.ComingDates) is { } dates)
        {
            parts[parts.IndexOf(stopped)] = PartSlides.Merged(stopped, dates, room);
            parts.Remove(dates);
        }

        foreach (var (kind, count) in new[]
        {
            (PartKind.Terms, 0), (PartKind.Other, 0), (PartKind.ComingDates, 0), (PartKind.Stopped, 0), (PartKind.Adopted, 0),
            (PartKind.NowInCalifornia, 2), (PartKind.NowInCalifornia, 1), (PartKind.Governor, 0), (PartKind.Coming, 0), (PartKind.Moving, 0),
        })
        {
            for (var at = 0; at < parts.Count && !Fits(); at++)
            {
                if (parts[at].Kind == kind && parts[at].Limited(count) is var fewer && fewer.Most < parts[at].Most)
                {
                    parts[at] = fewer;
                }
            }
        }
    }

    private static IEnumerable<SlidePlan> Shown(PartSlides part)
    {
        var shown = part.Slides.Take(part.Most).ToImmutableArray();
        var left = part.Slides.Skip(part.Most).SelectMany(slide => slide.Entries).Except(shown.SelectMany(slide => slide.Entries)).ToImmutableArray();
        return shown.Select((slide, index) => index < shown.Length - 1 || left.IsEmpty ? slide : slide with
        {
            Tail = $"{left.Length} more {(part.Kind == PartKind.NowInCalifornia ? left.Length == 1 ? "law " : "laws " : "")}in the hand-out",
            Remarks = [.. slide.Remarks, $"In the hand-out: {Names(left)}."],
        });
    }

    private static string GroupOf(List<PartSlides> parts) => parts.Find(part => part.Kind == PartKind.AtAGlance)?.Slides[0].Group ?? "";

    private static SlidePlan WithLeftOut(SlidePlan glance, List<PartSlides> parts, SegmentContent content)
    {
        var left = parts.Where(part => part.Most == 0).Select(part => part.Slides[0].Group).ToImmutableArray();
        ImmutableArray<string> missing = content.Missing.IsEmpty ? [] : [$"To be written or checked by a person: {string.Join("; ", content.Missing)}."];
        return glance with
        {
            Tail = left.IsEmpty ? glance.Tail : $"In the hand-out: {string.Join(", ", left)}",
            Remarks = [.. glance.Remarks, .. content.Notes, .. content.LeftOut.Select(Wording.LeftOut), .. missing],
        };
    }

    private static string Names(ImmutableArray<SegmentEntry> entries)
    {
        const int most = 10;
        var names = string.Join("; ", entries.Take(most).Select(entry => entry.Heading.Length > 0 ? entry.Heading : entry.Statements.FirstOrDefault()?.Text ?? ""));
        return entries.Length > most ? $"{names} and {entries.Length - most} more" : names;
    }

    /// <summary>Titles that occur again are counted: "(1 of 2)".</summary>
    private static ImmutableArray<SlidePlan> Unique(ImmutableArray<SlidePlan> slides, DeckRoom room)
    {
        var totals = slides.CountBy(slide => slide.Title).ToDictionary();
        var seen = new Dictionary<string, int>();
        return [.. slides.Select(slide => totals[slide.Title] == 1 ? slide : slide with
        {
            Title = Counted(slide.Title, $" ({seen[slide.Title] = seen.GetValueOrDefault(slide.Title) + 1} of {totals[slide.Title]})", room),
        })];
    }

    private static string Counted(string title, string count, DeckRoom room)
    {
        for (var words = DeckMeasures.MostTitleWords - 3; words > 1; words--)
        {
            var counted = TextMeasure.Shorten(title, words) + count;
            if (room.Title.Lines(counted, DeckMeasures.SmallestTitleSize, bold: true) <= room.TitleLines)
            {
                return counted;
            }
        }

        return TextMeasure.Shorten(title, 1) + count;
    }
}
