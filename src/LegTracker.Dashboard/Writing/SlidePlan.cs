using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Writing;

/// <summary>One slide to be written: placeholders to fill and what its speaker needs.</summary>
/// <param name="Title">Unique in the deck; at most two lines.</param>
/// <param name="Group">Name of the deck's section that it belongs to.</param>
/// <param name="Lines">Bullets, or the subtitle's lines on a title slide; empty when there is a table.</param>
/// <param name="Tail">The line under the body: what is in the hand-out instead; empty when nothing is.</param>
/// <param name="Entries">What it reports, for the notes.</param>
/// <param name="Remarks">Further sentences for the notes.</param>
/// <param name="Weight">Share of the speaking time.</param>
internal sealed record SlidePlan(
    DeckLayout Layout,
    string Title,
    string Group,
    ImmutableArray<SlideLine> Lines,
    SlideTable? Table,
    string Tail,
    ImmutableArray<SegmentEntry> Entries,
    ImmutableArray<string> Remarks,
    int Weight)
{
    /// <summary>Drawn under the text; null when there is none or no room.</summary>
    public Pictures.SlidePicture? Picture { get; init; }

    /// <summary>Words an audience reads: title, body, table and tail; not the footer and the labels of a picture.</summary>
    public int Words => WordsOf(Title) + WordsOf(Tail) + Lines.Sum(line => WordsOf(line.Text)) + (Table?.Words ?? 0);

    /// <summary>What an audience reads, in reading order; not the footer.</summary>
    public IEnumerable<string> Texts =>
        [Title, .. Lines.Select(line => line.Text), .. Table is { } table ? table.Header.Concat(table.Rows.SelectMany(row => row.Select(cell => cell.Text))) : [], Tail];

    public static int WordsOf(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}

/// <summary>A paragraph or cell of a slide, with at most one linked word.</summary>
/// <param name="Link">The linked part of <paramref name="Text"/>, such as "AB 1394"; empty when nothing is linked.</param>
/// <param name="Url">Where it leads.</param>
internal sealed record SlideLine(string Text, string Link = "", string Url = "");

/// <summary>A table of a slide; each row has a cell for each column.</summary>
/// <param name="Description">What it shows, for people who do not see it.</param>
/// <param name="Shares">Relative column widths.</param>
internal sealed record SlideTable(string Description, ImmutableArray<string> Header, ImmutableArray<int> Shares, ImmutableArray<ImmutableArray<SlideLine>> Rows)
{
    public int Words => Header.Sum(SlidePlan.WordsOf) + Rows.Sum(row => row.Sum(cell => SlidePlan.WordsOf(cell.Text)));
}

/// <summary>The layouts of the built-in template.</summary>
internal enum DeckLayout
{
    TitleSlide,
    TitleAndContent,
    TitleAndTable,
}
