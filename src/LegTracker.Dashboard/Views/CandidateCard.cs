using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>One candidate: the sentence that matched with its matching words marked, why, and what was decided.</summary>
internal static class CandidateCard
{
    private const int Label = 8;

    public static List<Line> Lines(CandidateItem candidate, DashboardModel model, int width, int height, Glyphs glyphs)
    {
        var roomy = height >= 12;
        var (glyph, role) = Mark(candidate.State, glyphs);
        List<Line> lines =
        [
            new LineBuilder(width, glyphs).Add($"{candidate.Measure}  {candidate.Session}", Role.Strong).Add($"  {glyph} {Word(candidate.State)}", role).Add(Tracked(candidate, model), Role.Text).Build(),
            .. Told("About", candidate.Subject, Role.Text, roomy ? 4 : 1),
            .. Sentence(candidate, width, roomy ? 12 : 4, glyphs),
            .. Told("Topics", string.Join("; ", candidate.Topics), Role.Text, roomy ? 8 : 1),
            .. Told("Why", FormattableString.Invariant($"score {candidate.Score}; {candidate.Because}"), Role.Text, roomy ? 10 : 2),
            .. Told("Found", $"{(candidate.Found is { } found ? TimeWords.Clock(found, model.Zone, model.RecordNow) : "at a time not kept")}{(candidate.Version.Length > 0 ? $", in version {candidate.Version}" : "")}", Role.Dim, 1),
            .. candidate.State is CandidateMark.Accepted or CandidateMark.Dismissed ? Told("Decided", Decision(candidate, model), Role.Text, roomy ? 6 : 2) : [],
            .. roomy ? Told("Keys", Keys(candidate, model) + (model.Candidates.Whole ? (model.Bills.ContainsKey(candidate.Bill) ? "; Enter opens the bill, Esc goes back" : "; Esc goes back") : "; Enter shows it in full"), Role.Dim, 2) : [],
        ];
        return [.. lines.Take(height)];

        IEnumerable<Line> Told(string label, string words, Role words2, int rows) => words.Length == 0 ? [] : BillCard.Labelled(label, words, words2, width, rows, glyphs);
    }

    public static (string Glyph, Role Role) Mark(CandidateMark state, Glyphs glyphs) => state switch
    {
        CandidateMark.New => (glyphs.Unknown, Role.Warning),
        CandidateMark.Accepted => (glyphs.Ok, Role.Good),
        CandidateMark.Dismissed => (glyphs.Dead, Role.Dim),
        _ => (glyphs.Dash, Role.Dim),
    };

    public static string Word(CandidateMark state) => state switch
    {
        CandidateMark.New => "new",
        CandidateMark.Accepted => "accepted",
        CandidateMark.Dismissed => "dismissed",
        _ => "unknown",
    };

    private static string Tracked(CandidateItem candidate, DashboardModel model) => model.Bills.ContainsKey(candidate.Bill) ? ", tracked"
        : candidate.State == CandidateMark.Accepted ? ", not tracked any more" : "";

    private static string Decision(CandidateItem candidate, DashboardModel model)
    {
        var when = candidate.Decided is { } at ? $" {TimeWords.Clock(at, model.Zone, model.RecordNow)}" : "";
        var who = candidate.DecidedBy.Length > 0 ? $" by {candidate.DecidedBy}" : "";
        return $"{Word(candidate.State)}{when}{who}{(candidate.Reason.Length > 0 ? $": {candidate.Reason}" : ", without a reason")}";
    }

    private static string Keys(CandidateItem candidate, DashboardModel model) => candidate.State switch
    {
        CandidateMark.Accepted when model.Bills.ContainsKey(candidate.Bill) => "D takes it off the watch list again",
        CandidateMark.Dismissed => "A tracks it after all",
        _ => "A tracks it, D sets it aside",
    };

    // The sentence in its own words; what matched is underlined and heavy, so that no colour is needed to see it.
    private static IEnumerable<Line> Sentence(CandidateItem candidate, int width, int rows, Glyphs glyphs)
    {
        if (candidate.Sentence.Length == 0)
        {
            yield break;
        }

        var pieces = Pieces(candidate).Select(piece => (Text: new LineBuilder(width, glyphs).Ready(piece.Text), piece.Matches)).ToList();
        var matches = pieces.SelectMany(piece => piece.Text.Where(c => c != ' ').Select(_ => piece.Matches)).ToList();
        var parts = Fitting.Wrap(string.Concat(pieces.Select(piece => piece.Text)), width - Label);
        var first = 0;
        foreach (var (row, part) in parts.Take(rows).Index())
        {
            var text = row == rows - 1 && parts.Count > rows ? Fitting.Cut($"{part} {parts[row + 1]}", width - Label, glyphs.Ellipsis) : part;
            yield return Marked(new LineBuilder(width, glyphs).Cell(row == 0 ? "Says" : "", Label - 1, Role.Heading), text, first).Build();
            first += part.Count(c => c != ' ');
        }

        // A blank between two matching words belongs to both.
        LineBuilder Marked(LineBuilder line, string text, int letter)
        {
            var start = 0;
            var before = false;
            for (var at = 0; at < text.Length; at++)
            {
                var marked = text[at] == ' ' ? Is(letter - 1) && Is(letter) : Is(letter++);
                if (marked != before)
                {
                    line.Add(text[start..at], before ? Role.Match : Role.Text);
                    (start, before) = (at, marked);
                }
            }

            return line.Add(text[start..], before ? Role.Match : Role.Text);
        }

        bool Is(int letter) => letter >= 0 && letter < matches.Count && matches[letter];
    }

    private static IEnumerable<(string Text, bool Matches)> Pieces(CandidateItem candidate)
    {
        var at = 0;
        foreach (var range in candidate.Matches)
        {
            var (start, length) = range.GetOffsetAndLength(candidate.Sentence.Length);
            yield return (candidate.Sentence[at..start], false);
            yield return (candidate.Sentence.Substring(start, length), true);
            at = start + length;
        }

        yield return (candidate.Sentence[at..], false);
    }
}
