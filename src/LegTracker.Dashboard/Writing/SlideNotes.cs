using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing.Acronyms;

namespace LegTracker.Dashboard.Writing;

/// <summary>What stands under a slide for its speaker: the time, what to say, the lines behind it, sources, as-of.</summary>
internal static class SlideNotes
{
    private const int MostLines = 12;

    /// <summary>Paragraphs of every slide's notes, in order; they are read on their own, so short forms are written out at their first use in them.</summary>
    public static ImmutableArray<ImmutableArray<string>> Of(ImmutableArray<SlidePlan> slides, SegmentContent content, FieldGlossary glossary)
    {
        var seconds = SlideTimes.Of(slides, content.Minutes);
        var over = SlideTimes.Over(slides, content.Minutes);
        var notes = slides.Select((slide, index) => Of(slide, content, seconds[index], index == 0 ? over : null).ToImmutableArray()).ToList();
        var written = FirstUses.InTexts([.. notes.SelectMany(paragraphs => paragraphs)], glossary);
        var at = 0;
        return [.. notes.Select(paragraphs => written[at..(at += paragraphs.Length)])];
    }

    /// <summary>Paragraphs of one slide's, each with whether LegTracker words it.</summary>
    private static IEnumerable<(string Text, bool IsOurs)> Of(SlidePlan slide, SegmentContent content, int seconds, string? over)
    {
        yield return ($"Time: {SlideTimes.Words(seconds)} of {Wording.Count(content.Minutes, "minute", "minutes")}.", true);
        foreach (var entry in slide.Entries.Where(entry => entry.SpeakerNote.Length > 0))
        {
            yield return ($"Speaker note, {entry.Heading}: {entry.SpeakerNote}", false);
        }

        var statements = slide.Entries.SelectMany(entry => entry.Statements.Where(statement => !statement.IsOpen)).ToImmutableArray();
        if (!statements.IsEmpty)
        {
            yield return ("To say, drafted from the record:", true);
        }

        foreach (var statement in statements)
        {
            yield return (Wording.Flagged(statement), statement.Kind == StatementKind.Auto);
        }

        foreach (var entry in slide.Entries)
        {
            foreach (var open in entry.Statements.Where(statement => statement.IsOpen))
            {
                yield return ($"{entry.Heading}: {open.Text}", true);
            }
        }

        var changes = slide.Entries.SelectMany(entry => entry.Changes, (entry, change) => slide.Entries.Length == 1 ? change.Text : $"{entry.Heading}, {change.Text}").ToImmutableArray();
        if (!changes.IsEmpty)
        {
            yield return ("Changes in the period, in the Legislature's words:", true);
        }

        foreach (var change in changes.Take(MostLines))
        {
            yield return (change, false);
        }

        if (changes.Length > MostLines)
        {
            yield return ($"{changes.Length - MostLines} more of these lines are in the hand-out.", true);
        }

        if (over is { } warning)
        {
            yield return (warning, true);
        }

        foreach (var remark in slide.Remarks)
        {
            yield return (remark, true);
        }

        foreach (var source in Sources(slide))
        {
            yield return (source, false);
        }

        yield return (string.Create(CultureInfo.InvariantCulture, $"{Wording.AsOf(content)}, record revision {content.Revision}."), true);
    }

    private static IEnumerable<string> Sources(SlidePlan slide)
    {
        var sources = new SourceList();
        foreach (var statement in slide.Entries.SelectMany(entry => entry.Statements.Concat(entry.Changes)).Where(statement => !statement.IsOpen))
        {
            sources.NumberOf(statement);
        }

        return sources.All.Select(source =>
            $"Source {source.Number}: {source.Document}{(source.Url.Length > 0 ? $", {source.Url}" : "")}{source.Read}.");
    }
}
