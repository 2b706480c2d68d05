using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Writing.HandOut;

/// <summary>A block of the hand-out, in reading order. Every format of the hand-out is these blocks, drawn.</summary>
internal abstract record HandOutBlock
{
    /// <summary>The block with its texts put through a function, in reading order; true comes with a text that LegTracker may word itself.</summary>
    public virtual HandOutBlock Rewritten(Func<string, bool, string> rewrite) => this;

    /// <summary>Texts of blocks in reading order.</summary>
    public static IReadOnlyList<string> Texts(IEnumerable<HandOutBlock> blocks)
    {
        var texts = new List<string>();
        foreach (var block in blocks)
        {
            block.Rewritten((text, _) =>
            {
                texts.Add(text);
                return text;
            });
        }

        return texts;
    }
}

/// <summary>The one title.</summary>
internal sealed record TitleBlock(string Text) : HandOutBlock
{
    public override HandOutBlock Rewritten(Func<string, bool, string> rewrite) => new TitleBlock(rewrite(Text, false));
}

/// <summary>A paragraph of LegTracker's own.</summary>
internal sealed record LineBlock(string Text) : HandOutBlock;

/// <summary>A heading.</summary>
/// <param name="Level">2 for a section, 3 for a bill in it.</param>
internal sealed record HeadingBlock(int Level, string Text) : HandOutBlock
{
    public override HandOutBlock Rewritten(Func<string, bool, string> rewrite) => this with { Text = rewrite(Text, true) };
}

/// <summary>A statement of the segment, one item of a list.</summary>
/// <param name="Text">As it is printed here: the claim's own words, but for short forms written out.</param>
/// <param name="Source">Number of its source; null for an open place.</param>
internal sealed record StatementBlock(SegmentStatement Statement, string Text, int? Source, PartKind Part, SegmentEntry Entry) : HandOutBlock
{
    public override HandOutBlock Rewritten(Func<string, bool, string> rewrite) => this with { Text = rewrite(Text, Statement.Kind == StatementKind.Auto) };
}

/// <summary>A sentence about the segment as a whole, one item of a list.</summary>
internal sealed record NoteBlock(string Text) : HandOutBlock
{
    public override HandOutBlock Rewritten(Func<string, bool, string> rewrite) => new NoteBlock(rewrite(Text, true));
}

/// <summary>The bills of the update at one look.</summary>
internal sealed record BillTable(ImmutableArray<BillRow> Rows) : HandOutBlock
{
    public const string Caption = "Bills, and where they stand";
    public const string Description = "Each bill that is reported here, with the section it is in and where it stands.";

    public static ImmutableArray<string> Header { get; } = ["Bill", "Section", "Where it stands"];

    public override HandOutBlock Rewritten(Func<string, bool, string> rewrite) =>
        new BillTable([.. Rows.Select(row => row with { Bill = rewrite(row.Bill, true), Section = rewrite(row.Section, false), Status = rewrite(row.Status, true) })]);
}

/// <summary>A row of it.</summary>
/// <param name="Url">The bill's page; empty when none is known.</param>
internal sealed record BillRow(string Bill, string Url, string Section, string Status);

/// <summary>A source of the list at the end, by its number.</summary>
internal sealed record SourceBlock(NumberedSource Source) : HandOutBlock;
