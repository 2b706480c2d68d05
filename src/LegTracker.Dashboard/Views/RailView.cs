using System.Globalization;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>A bill's passage as rails: a lane a house and one for concurrence and the Governor.</summary>
internal static class RailView
{
    private const int Label = 4;

    /// <summary>One row a lane, the steps' words in the track; with their dates where today is given and there is room.</summary>
    public static List<Line> Compact(BillItem bill, int width, Glyphs glyphs, DateOnly? today = null) => Draw(bill, steps =>
    {
        var line = Start(steps[0].Lane, width, glyphs);
        var slot = (width - Label) / steps.Count;
        for (var at = 0; at < steps.Count; at++)
        {
            var (glyph, role) = glyphs.Of(steps[at].Mark);
            line.To(Label + (at * slot)).Add(glyph, role).Add(Track(steps, at, glyphs), Role.Border).Add(Fitting.Cut(steps[at].Step, slot - 3, ""), Weight(steps[at].Mark));
            if (today is { } day && steps[at].Date is { } date && date.ToString(date.Year == day.Year ? " MM-dd" : " yyyy-MM-dd", CultureInfo.InvariantCulture) is var when && steps[at].Step.Length + when.Length + 3 < slot)
            {
                line.Add(when, Role.Dim);
            }

            for (var cell = line.Column; at + 1 < steps.Count && cell < Label + ((at + 1) * slot); cell++)
            {
                line.Add(Track(steps, at + 1, glyphs), Role.Border);
            }
        }

        return [line.Build()];
    });

    /// <summary>Three rows a lane: the track, the steps' words, their dates.</summary>
    public static List<Line> Full(BillItem bill, int width, Glyphs glyphs, DateOnly today) => Draw(bill, steps =>
    {
        var slot = Math.Min(20, (width - Label) / steps.Count);
        var track = Start(steps[0].Lane, width, glyphs);
        var words = new LineBuilder(width, glyphs).To(Label);
        var dates = new LineBuilder(width, glyphs).To(Label);
        for (var at = 0; at < steps.Count; at++)
        {
            var (glyph, role) = glyphs.Of(steps[at].Mark);
            track.Add(glyph, role);
            for (var cell = 1; at + 1 < steps.Count && cell < slot; cell++)
            {
                track.Add(Track(steps, at + 1, glyphs), Role.Border);
            }

            words.Cell(steps[at].Step, slot - 1, Weight(steps[at].Mark));
            dates.Cell(Date(steps[at], today), slot - 1, Role.Dim);
        }

        return [track.Build(), words.Build(), dates.Build()];
    });

    private static List<Line> Draw(BillItem bill, Func<List<LaneStep>, Line[]> lane) =>
        [.. bill.Lanes.GroupBy(step => step.Lane).SelectMany(steps => lane([.. steps]))];

    private static LineBuilder Start(Lane lane, int width, Glyphs glyphs) => new LineBuilder(width, glyphs).Cell(
        lane switch
        {
            Lane.Assembly => "ASM",
            Lane.Senate => "SEN",
            _ => "GOV",
        },
        Label - 1,
        Role.Heading);

    // The way up to a step: gone when the step is known to have been reached.
    private static string Track(List<LaneStep> steps, int to, Glyphs glyphs) => steps[to].Mark is StepMark.ToCome or StepMark.Unknown ? glyphs.TrackAhead : glyphs.Track;

    private static Role Weight(StepMark mark) => mark switch
    {
        StepMark.Here or StepMark.Law => Role.Strong,
        StepMark.ToCome or StepMark.Skipped or StepMark.Unknown => Role.Dim,
        _ => Role.Text,
    };

    private static string Date(LaneStep step, DateOnly today) => step.Date is not { } date ? ""
        : step.Mark is StepMark.ToCome or StepMark.Here && date > today ? "by " + TimeWords.Day(date, today)
        : TimeWords.Day(date, today);
}
