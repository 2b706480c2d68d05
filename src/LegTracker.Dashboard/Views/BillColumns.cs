using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>The columns of the watch list at a width: number, session, stage and age always; the last date, the stage's tail, then the lanes give way to the title.</summary>
internal sealed record BillColumns(int Width, bool LongSession, bool Lanes, bool LastDate, int Stage)
{
    private const int Measure = 8;
    private const int LongStage = 27;
    private const int ShortStage = 20;
    private const int Date = 8;
    private const int Age = 5;
    private const int LeastTitle = 14;

    public static BillColumns For(int width, ImmutableArray<BillItem> bills)
    {
        var hasLanes = bills.Any(bill => !bill.Lanes.IsEmpty);
        BillColumns[] choices =
        [
            new(width, true, hasLanes, true, LongStage),
            new(width, false, hasLanes, true, LongStage),
            new(width, false, hasLanes, false, LongStage),
            new(width, false, hasLanes, false, ShortStage),
            new(width, false, false, false, ShortStage),
        ];
        return choices.FirstOrDefault(choice => choice.TitleRoom >= LeastTitle) ?? choices[^1];
    }

    private int Session => LongSession ? 7 : 5;

    private int TitleRoom => Width - 3 - (Measure + 1) - (Session + 1) - (Lanes ? 13 : 0) - (Stage + 1) - (LastDate ? Date + 1 : 0) - (Age + 1);

    /// <param name="kept">The rows tell when they were last known, in place of how long ago the last action was.</param>
    public Line Heading(LineBuilder line, bool kept)
    {
        line.Add("   ").Cell("Bill", Measure, Role.Heading).Cell(LongSession ? "Session" : "Years", Session, Role.Heading);
        if (Lanes)
        {
            line.Cell("ASM", 4, Role.Heading).Cell("SEN", 4, Role.Heading).Cell("CG", 2, Role.Heading);
        }

        line.Cell("Stage", Stage, Role.Heading);
        if (LastDate)
        {
            line.Cell("Last", Date, Role.Heading);
        }

        return line.RightCell(kept ? "As of" : "Age", Age, Role.Heading).Add("Title", Role.Heading).Build();
    }

    public Line Row(BillItem bill, DashboardModel model, FrameBuilder frame, bool selected)
    {
        var glyphs = frame.Glyphs;
        var unread = model.UnreadOf(bill.Name) > 0;
        var offline = model.Connection.Link == LinkMark.Offline;
        var line = frame.Line(Width)
            .Add(selected ? glyphs.Cursor : " ", Role.Key)
            .Add(unread ? glyphs.Unread : " ", Role.Unread)
            .Add(bill.Freshness is Freshness.Stale or Freshness.Quarantined || model.KeptAsOf is not null ? "~" : " ", Role.Warning)
            .Cell(bill.Measure, Measure, unread ? Role.Unread : Role.Strong)
            .Cell(LongSession || bill.Session.Length < 7 ? bill.Session : bill.Session[2..], Session, Role.Dim);
        if (Lanes)
        {
            LaneCells(line, bill, Lane.Assembly, 4, glyphs);
            LaneCells(line, bill, Lane.Senate, 4, glyphs);
            LaneCells(line, bill, Lane.Final, 2, glyphs);
        }

        if (bill.Freshness == Freshness.NeverRead)
        {
            line.Cell("not yet read", Stage, Role.Dim);
        }
        else
        {
            var (glyph, role) = glyphs.Of(bill.Mark);
            var isNew = unread && NewFacts.Of(model, bill.Name).Contains("Stage");
            line.Add(glyph, role).Add(isNew ? glyphs.Unread : " ", Role.Unread).Cell(bill.Stage, Stage - 2, bill.Mark is StageMark.Dead or StageMark.Vetoed ? Role.Dim : Role.Text);
        }

        if (LastDate)
        {
            line.Cell(bill.LastActionDate is { } date ? TimeWords.Day(date, model.Today) : glyphs.Dash, Date, Role.Dim);
        }

        return line
            .RightCell(
                model.KeptAsOf is { } at ? TimeWords.Short(at, model.Zone, model.Now) : bill.LastActionDate is { } last ? TimeWords.Age(last, model.Today) : glyphs.Dash,
                Age,
                model.KeptAsOf is not null ? Role.Warning : offline ? Role.Dim : Role.Text)
            .Add(bill.Title, Role.Text).Build(selected: selected);
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
