using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>What is next for a bill: the dates ahead and the deadline, in a box or in one row.</summary>
internal static class NextBox
{
    /// <summary>A box with at most so many rows of words; one row without a box for 0.</summary>
    public static List<Line> Lines(BillItem bill, DashboardModel model, int width, int rows, Glyphs glyphs)
    {
        var words = Words(bill, model, glyphs);
        if (rows == 0)
        {
            return [.. BillCard.Labelled("Next", string.Join("  ", words.Select(word => word.Words)), words[0].Role, width, 1, glyphs)];
        }

        // The last row takes what is left of its words, so that a cut is marked.
        var inner = new List<Line>();
        var more = false;
        foreach (var (text, role) in words)
        {
            var parts = Fitting.Wrap(new LineBuilder(width, glyphs).Ready(text), width - 4);
            more |= inner.Count + parts.Count > rows;
            inner.AddRange(parts.Select((part, at) => new LineBuilder(width - 4, glyphs).Add(inner.Count + at == rows - 1 ? string.Join(' ', parts.Skip(at)) : part, role).Build()));
        }

        var edge = new LineBuilder(width, glyphs).Add(glyphs.CornerTopLeft, Role.Border).Add(" Next ", Role.Heading);
        return
        [
            edge.Add(string.Concat(Enumerable.Repeat(glyphs.Rule, Math.Max(0, width - edge.Column - 1))), Role.Border).Add(glyphs.CornerTopRight, Role.Border).Build(),
            .. inner.Take(rows).Select(line => Side(glyphs).Beside(line).Beside(Side(glyphs, right: true))),
            Bottom(width, more ? " s shows all " : "", glyphs),
        ];
    }

    private static List<(string Words, Role Role)> Words(BillItem bill, DashboardModel model, Glyphs glyphs)
    {
        var words = bill.NextDates.Take(2).Select(next => ($"{TimeWords.Weekday(next.Date)} ({TimeWords.Relative(next.Date, model.Today)})  {next.What}", next.Date < model.Today ? Role.Warning : Role.Strong)).ToList();
        if (bill.Deadline.Length > 0)
        {
            words.Add((bill.Deadline, Role.Text));
        }

        return words.Count > 0 ? words : [(bill.Freshness == Freshness.NeverRead ? "not yet read" : "no date ahead is known", Role.Dim)];
    }

    private static Line Side(Glyphs glyphs, bool right = false) => new LineBuilder(2, glyphs).Add(right ? " " + glyphs.Bar : glyphs.Bar + " ", Role.Border).Build();

    private static Line Bottom(int width, string words, Glyphs glyphs)
    {
        var line = new LineBuilder(width, glyphs).Add(glyphs.CornerBottomLeft, Role.Border);
        line.Add(string.Concat(Enumerable.Repeat(glyphs.Rule, Math.Max(0, width - line.Column - 1 - words.Length))), Role.Border).Add(words, Role.Dim);
        return line.Add(glyphs.CornerBottomRight, Role.Border).Build();
    }
}
