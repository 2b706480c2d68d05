using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>The columns of the watch list at a width: number and title always, the chosen ones as far as they leave the title room.</summary>
/// <remarks>What gives way, in this order: the session's century, the owner, the position's word (to a letter), the last date, the stage's tail, the lanes, priority, next date, position; the age where even the stage has no room beside it.</remarks>
internal sealed record BillColumns(int Width, ImmutableArray<ListColumn> Shown, bool LongSession, int Position, int Stage)
{
    private const int Measure = 8;
    private const int LongStage = 27;
    private const int ShortStage = 20;
    private const int Date = 8;
    private const int Age = 5;
    private const int Owner = 8;
    private const int Next = 6;
    private const int LongPosition = 8;
    private const int LeastTitle = 14;

    public static BillColumns For(int width, ImmutableArray<BillItem> bills, ImmutableArray<ListColumn> chosen)
    {
        ImmutableArray<ListColumn> shown = [.. ListColumns.All.Where(chosen.Contains)];
        var fit = new BillColumns(width, bills.Any(bill => !bill.Lanes.IsEmpty) ? shown : shown.Remove(ListColumn.Lanes), true, LongPosition, LongStage);
        foreach (var giveWay in Steps)
        {
            if (fit.TitleRoom >= LeastTitle)
            {
                break;
            }

            fit = giveWay(fit);
        }

        return fit;
    }

    private static readonly Func<BillColumns, BillColumns>[] Steps =
    [
        columns => columns with { LongSession = false },
        columns => columns.Without(ListColumn.Owner),
        columns => columns with { Position = 1 },
        columns => columns.Without(ListColumn.Last),
        columns => columns with { Stage = ShortStage },
        columns => columns.Without(ListColumn.Lanes),
        columns => columns.Without(ListColumn.Priority),
        columns => columns.Without(ListColumn.Next),
        columns => columns.Without(ListColumn.Position),
        columns => columns.TitleRoom < 0 ? columns.Without(ListColumn.Age) : columns,
    ];

    private int TitleRoom => Width - 3 - (Measure + 1) - Shown.Sum(WidthOf);

    // Of less of a title nothing can be read.
    private bool HasTitle => TitleRoom >= 4;

    private BillColumns Without(ListColumn column) => this with { Shown = Shown.Remove(column) };

    // With the space behind it.
    private int WidthOf(ListColumn column) => column switch
    {
        ListColumn.Session => LongSession ? 8 : 6,
        ListColumn.Position => Position + 1,
        ListColumn.Priority => 3,
        ListColumn.Lanes => 13,
        ListColumn.Stage => Stage + 1,
        ListColumn.Next => Next + 1,
        ListColumn.Last => Date + 1,
        ListColumn.Age => Age + 1,
        ListColumn.Owner => Owner + 1,
        _ => 0,
    };

    /// <summary>The headings, with an arrow at the column that the rows are in order of.</summary>
    /// <param name="kept">The rows tell when they were last known, in place of how long ago the last action was.</param>
    public Line Heading(LineBuilder line, BillSort sort, Glyphs glyphs, bool kept)
    {
        line.Add("   ").Cell("Bill" + Arrow(SortField.Number), Measure, Role.Heading);
        foreach (var column in Shown)
        {
            _ = column switch
            {
                ListColumn.Session => line.Cell(LongSession ? "Session" : "Years", LongSession ? 7 : 5, Role.Heading),
                ListColumn.Position => line.Cell(Position == 1 ? "P" : "Position", Position, Role.Heading),
                ListColumn.Priority => line.Cell("#" + Arrow(SortField.Priority), 2, Role.Heading),
                ListColumn.Lanes => line.Cell("ASM", 4, Role.Heading).Cell("SEN", 4, Role.Heading).Cell("CG", 2, Role.Heading),
                ListColumn.Stage => line.Cell("Stage", Stage, Role.Heading),
                ListColumn.Next => line.Cell("Next" + Arrow(SortField.Next), Next, Role.Heading),
                ListColumn.Last => line.Cell("Last" + Arrow(SortField.Last), Date, Role.Heading),
                ListColumn.Age => line.RightCell(kept ? "As of" : "Age" + (Shown.Contains(ListColumn.Last) ? "" : Arrow(SortField.Last)), Age, Role.Heading),
                ListColumn.Owner => line.Cell("Owner", Owner, Role.Heading),
                _ => line,
            };
        }

        var unseen = sort.Field switch
        {
            SortField.Priority => Shown.Contains(ListColumn.Priority) ? "" : "priority",
            SortField.Next => Shown.Contains(ListColumn.Next) ? "" : "next date",
            SortField.Last => Shown.Contains(ListColumn.Last) || Shown.Contains(ListColumn.Age) ? "" : "last action",
            _ => "",
        };
        return (HasTitle ? line : line.To(Width)).Add("Title" + Arrow(SortField.Title) + (unseen.Length > 0 ? $"  by {unseen}{Arrow(sort.Field)}" : ""), Role.Heading).Build();

        // The usual direction points down; as a letter it stands apart from the word.
        string Arrow(SortField field) => sort.Field != field ? "" : (glyphs.IsAscii && field != SortField.Priority ? " " : "") + (sort.Reversed ? glyphs.Up : glyphs.Down);
    }

    public Line Row(BillItem bill, DashboardModel model, FrameBuilder frame, bool selected)
    {
        var glyphs = frame.Glyphs;
        var unread = model.UnreadOf(bill.Name) > 0;
        var line = frame.Line(Width)
            .Add(selected ? glyphs.Cursor : " ", Role.Key)
            .Add(unread ? glyphs.Unread : " ", Role.Unread)
            .Add(model.Editing.WaitingOf(bill.Name) > 0 ? glyphs.Pending : bill.Freshness is Freshness.Stale or Freshness.Quarantined || model.KeptAsOf is not null ? "~" : " ", Role.Warning);
        var start = line.Column;
        line.Add(Fitting.Cut(line.Ready(bill.Measure), Measure, glyphs.Ellipsis), unread ? Role.Unread : Role.Strong)
            .Add(model.View.Bookmarks.Contains(bill.Name) ? glyphs.Bookmark : "", Role.Key)
            .To(start + Measure + 1, unread ? Role.Unread : Role.Strong);
        foreach (var column in Shown)
        {
            Cell(column, bill, model, line, glyphs);
        }

        return line.Add(HasTitle ? bill.Title : "", Role.Text).Build(selected: selected);
    }

    private void Cell(ListColumn column, BillItem bill, DashboardModel model, LineBuilder line, Glyphs glyphs)
    {
        switch (column)
        {
            case ListColumn.Session:
                line.Cell(LongSession || bill.Session.Length < 7 ? bill.Session : bill.Session[2..], LongSession ? 7 : 5, Role.Dim);
                break;
            case ListColumn.Position:
                line.Cell(Position == 1 && bill.Position.Length > 0 ? Fitting.Elements(bill.Position).First() : bill.Position, Position);
                break;
            case ListColumn.Priority:
                line.Cell(bill.Priority is { } priority ? FormattableString.Invariant($"{priority}") : " ", 2);
                break;
            case ListColumn.Lanes:
                LaneCells(line, bill, Lane.Assembly, 4, glyphs);
                LaneCells(line, bill, Lane.Senate, 4, glyphs);
                LaneCells(line, bill, Lane.Final, 2, glyphs);
                break;
            case ListColumn.Stage when bill.Freshness == Freshness.NeverRead:
                line.Cell("not yet read", Stage, Role.Dim);
                break;
            case ListColumn.Stage:
                var (glyph, role) = glyphs.Of(bill.Mark);
                line.Add(glyph, role).Add(model.UnreadOf(bill.Name) > 0 && NewFacts.Of(model, bill.Name).Contains("Stage") ? glyphs.Unread : " ", Role.Unread).Cell(bill.Stage, Stage - 2, bill.Mark is StageMark.Dead or StageMark.Vetoed ? Role.Dim : Role.Text);
                break;
            case ListColumn.Next:
                var next = bill.NextDates.FirstOrDefault(next => next.Date >= model.Today);
                line.Cell(next is null ? glyphs.Dash : TimeWords.Day(next.Date, model.Today), Next);
                break;
            case ListColumn.Last:
                line.Cell(bill.LastActionDate is { } date ? TimeWords.Day(date, model.Today) : glyphs.Dash, Date, Role.Dim);
                break;
            case ListColumn.Age:
                line.RightCell(
                    model.KeptAsOf is { } at ? TimeWords.Short(at, model.Zone, model.Now) : bill.LastActionDate is { } last ? TimeWords.Age(last, model.Today) : glyphs.Dash,
                    Age,
                    model.KeptAsOf is not null ? Role.Warning : model.Connection.Link == LinkMark.Offline ? Role.Dim : Role.Text);
                break;
            case ListColumn.Owner:
                line.Cell(bill.Owner, Owner);
                break;
            default:
                break;
        }
    }

    private static void LaneCells(LineBuilder line, BillItem bill, Lane lane, int cells, Glyphs glyphs)
    {
        var start = line.Column;
        foreach (var step in bill.Lanes.Where(step => step.Lane == lane).Take(cells))
        {
            var (glyph, role) = glyphs.Of(step.Mark);
            line.Add(glyph, role);
        }

        line.To(start + cells + 1);
    }
}
