using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>A bill's passage on a wide screen: a rail a house, joined where it goes over, with dates and votes below the steps.</summary>
internal static class PassageView
{
    /// <summary>Columns that it needs.</summary>
    public const int LeastWidth = 118;

    private const int First = 5;
    private const int Second = 17;

    public static List<Line> Lines(BillItem bill, ImmutableArray<VoteItem> votes, int width, Glyphs glyphs, DateOnly today)
    {
        var slot = Math.Min(28, (width - 61) / 3);
        var houses = bill.Lanes.Where(step => step.Lane != Lane.Final).GroupBy(step => step.Lane).Select(steps => steps.ToList()).ToList();
        var lines = new List<Line>();
        var elbow = 0;
        for (var at = 0; at < houses.Count; at++)
        {
            var steps = houses[at];
            var start = at == 0 ? First : Second;
            var goesOver = at + 1 < houses.Count;
            if (at > 0)
            {
                lines.Add(Label(steps[0].Lane, width, glyphs).To(start).Add(glyphs.TurnDown, Role.Border)
                    .Add(Repeat(Track(steps[0], glyphs), elbow - start - 1), Role.Border).Add(glyphs.TurnBack, Role.Border).Build());
            }

            var track = at == 0 ? Label(steps[0].Lane, width, glyphs).To(start) : new LineBuilder(width, glyphs).To(start);
            var words = new LineBuilder(width, glyphs);
            var dates = new LineBuilder(width, glyphs);
            for (var step = 0; step < steps.Count; step++)
            {
                var column = start + (step * slot);
                var (glyph, role) = glyphs.Of(steps[step].Mark);
                var last = step == steps.Count - 1;
                var (word, date, vote) = (Word(steps[step], at), Date(steps[step], today), Vote(steps[step], votes, spelled: !(last && goesOver)));
                elbow = last && goesOver ? column + Math.Max(word.Length, Math.Max(5, date.Length)) : elbow;
                track.To(column).Add(glyph, role).Add(last ? goesOver ? Repeat(Track(houses[at + 1][0], glyphs), elbow - column - 1) + glyphs.TurnUp : "" : Repeat(Track(steps[step + 1], glyphs), slot - 1), Role.Border);
                words.To(column).Add(word, Weight(steps[step].Mark));
                dates.To(column).Add(last || vote.Length == 0 || date.Length + vote.Length + 2 >= slot ? date : $"{date}  {vote}", Role.Dim);
                if (last && goesOver)
                {
                    words.To(elbow).Add(glyphs.Bar, Role.Border);
                    dates.To(elbow).Add(glyphs.Bar, Role.Border).Add(vote, Role.Dim);
                }
                else if (last && vote.Length > 0)
                {
                    dates.Add($"  {vote}", Role.Dim);
                }
            }

            lines.AddRange([track.Build(), words.Build(), dates.Build()]);
        }

        var final = bill.Lanes.Where(step => step.Lane == Lane.Final).ToList();
        if (final.Count > 0)
        {
            lines.AddRange(Final(final, houses.Count > 1 ? Second + ((houses[1].Count - 1) * slot) : First, width, glyphs, today));
        }

        return lines;
    }

    private static List<Line> Final(List<LaneStep> steps, int start, int width, Glyphs glyphs, DateOnly today)
    {
        var track = Label(Lane.Final, width, glyphs).To(start);
        var dates = new LineBuilder(width, glyphs);
        for (var step = 0; step < steps.Count; step++)
        {
            var (glyph, role) = glyphs.Of(steps[step].Mark);
            var column = track.Column;
            track.Add(glyph, role).Add(Repeat(Track(steps[step], glyphs), 2) + " ", Role.Border).Add(Word(steps[step], 0), Weight(steps[step].Mark));
            if (step + 1 < steps.Count)
            {
                track.Add(" " + Repeat(Track(steps[step + 1], glyphs), 2), Role.Border);
            }

            dates.To(column + 4).Add(Date(steps[step], today), Role.Dim);
        }

        return steps.Any(step => step.Date is not null) ? [track.Build(), dates.Build()] : [track.Build()];
    }

    private static LineBuilder Label(Lane lane, int width, Glyphs glyphs) => new LineBuilder(width, glyphs)
        .Add(lane switch { Lane.Assembly => "ASM", Lane.Senate => "SEN", _ => "GOV" }, Role.Heading);

    private static string Word(LaneStep step, int house) => step.Step switch
    {
        "Intro" => house == 0 ? "Introduced" : "Received",
        "Concur" => "Concurrence",
        var other => other,
    };

    // The year stands where it is not this one's.
    private static string Date(LaneStep step, DateOnly today) => step.Date is not { } date ? ""
        : (step.Mark is StepMark.ToCome or StepMark.Here && date > today ? "by " : "") + date.ToString(date.Year == today.Year ? "MM-dd" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // A vote is a step's when it alone has the step's date.
    private static string Vote(LaneStep step, ImmutableArray<VoteItem> votes, bool spelled) =>
        step.Date is { } date && votes.Where(vote => vote.Date == date).ToList() is [var only]
            ? FormattableString.Invariant($"{(spelled ? "ayes " : "")}{only.Ayes}-{only.Noes}")
            : "";

    private static string Track(LaneStep to, Glyphs glyphs) => to.Mark is StepMark.ToCome or StepMark.Unknown ? glyphs.TrackAhead : glyphs.Track;

    private static string Repeat(string glyph, int count) => string.Concat(Enumerable.Repeat(glyph, Math.Max(0, count)));

    private static Role Weight(StepMark mark) => mark switch
    {
        StepMark.Here or StepMark.Law => Role.Strong,
        StepMark.ToCome or StepMark.Skipped or StepMark.Unknown => Role.Dim,
        _ => Role.Text,
    };
}
