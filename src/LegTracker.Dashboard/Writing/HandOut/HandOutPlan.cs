using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing.Acronyms;

namespace LegTracker.Dashboard.Writing.HandOut;

/// <summary>What the hand-out says, block by block: the sections, the notes, the terms, the sources; short forms written out at their first use.</summary>
internal static class HandOutPlan
{
    public const string SourcesTitle = "Sources";
    public const string InThePeriod = "In the period:";

    /// <param name="withTable">With the bills at one look.</param>
    /// <param name="withHeadings">With a heading for each bill.</param>
    /// <param name="before">Text that stands before it in the same document, such as a host's own sections of the annual report.</param>
    public static ImmutableArray<HandOutBlock> Of(SegmentContent content, FieldGlossary glossary, bool withTable = true, bool withHeadings = true, IEnumerable<string>? before = null)
    {
        var (body, terms) = (Body(content, withTable, withHeadings), content.Parts.Where(part => part.Kind == PartKind.Terms).ToImmutableArray());
        var written = FirstUses.In(body, glossary, before ?? []);
        ImmutableArray<HandOutBlock> told = [.. written, .. terms.SelectMany(part => Part(TermsUsed.Only(part, written), withHeadings))];
        return WithSources(told);
    }

    private static ImmutableArray<HandOutBlock> Body(SegmentContent content, bool withTable, bool withHeadings)
    {
        var blocks = ImmutableArray.CreateBuilder<HandOutBlock>();
        blocks.Add(new TitleBlock(content.Title));
        blocks.Add(new LineBlock($"{Wording.Period(content)}, worded for {Wording.Day(content.Until)}."));
        blocks.Add(new LineBlock(string.Create(CultureInfo.InvariantCulture, $"{Wording.AsOf(content)}, record revision {content.Revision}. {Wording.DataAge(content)}")));
        var table = withTable ? TableOf(content) : null;
        foreach (var part in content.Parts.Where(part => part.Kind != PartKind.Terms))
        {
            if (part.Kind != PartKind.AtAGlance && table is not null)
            {
                blocks.Add(table);
                table = null;
            }

            blocks.AddRange(Part(part, withHeadings));
        }

        if (!content.Notes.IsEmpty || !content.Missing.IsEmpty || !content.LeftOut.IsEmpty)
        {
            blocks.Add(new HeadingBlock(2, "Notes"));
            blocks.AddRange(content.Notes.Concat(content.LeftOut.Select(Wording.LeftOut)).Select(note => new NoteBlock(note)));
        }

        if (!content.Missing.IsEmpty)
        {
            blocks.Add(new NoteBlock($"To be written or checked by a person: {string.Join("; ", content.Missing)}."));
        }

        return blocks.ToImmutable();
    }

    private static IEnumerable<HandOutBlock> Part(SegmentPart part, bool withHeadings)
    {
        yield return new HeadingBlock(2, part.Title);
        var isList = part.Kind != PartKind.MeetingUpdates && part.Entries.All(entry => entry.Changes.IsEmpty && entry.Statements.Length == 1);
        foreach (var entry in part.Entries)
        {
            if (withHeadings && !isList && entry.Heading.Length > 0)
            {
                yield return new HeadingBlock(3, entry.Heading);
            }

            foreach (var statement in entry.Statements)
            {
                yield return new StatementBlock(statement, statement.Text, null, part.Kind, entry);
            }

            if (!entry.Changes.IsEmpty)
            {
                yield return new LineBlock(InThePeriod);
            }

            foreach (var change in entry.Changes)
            {
                yield return new StatementBlock(change, change.Text, null, part.Kind, entry);
            }
        }
    }

    private static BillTable? TableOf(SegmentContent content)
    {
        var rows = content.Parts
            .Where(part => part.Kind is not (PartKind.AtAGlance or PartKind.ComingDates or PartKind.Terms))
            .SelectMany(part => part.Entries.Where(entry => entry.Measure.Length > 0).Select(entry => new BillRow(
                entry.Heading.Length > 0 ? entry.Heading : entry.Measure,
                entry.Statements.Select(statement => statement.Source.Url).FirstOrDefault(url => url.Length > 0) ?? "",
                part.Title,
                entry.Status.Length > 0 ? entry.Status : "Not known")))
            .ToImmutableArray();
        return rows.IsEmpty ? null : new BillTable(rows);
    }

    private static ImmutableArray<HandOutBlock> WithSources(ImmutableArray<HandOutBlock> blocks)
    {
        var sources = new SourceList();
        ImmutableArray<HandOutBlock> numbered = [.. blocks.Select(block => block is StatementBlock { Statement: { IsOpen: false } statement } told ? told with { Source = sources.NumberOf(statement) } : block)];
        return sources.All.Count == 0 ? numbered : [.. numbered, new HeadingBlock(2, SourcesTitle), .. sources.All.Select(source => new SourceBlock(source))];
    }
}
