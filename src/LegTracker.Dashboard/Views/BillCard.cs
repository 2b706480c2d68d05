using System.Globalization;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>A bill on a card of any size: who and what, the passage, where it stands, how fresh that is, then as much history as fits.</summary>
internal static class BillCard
{
    private const int Label = 8;

    // In fewer rows the passage's rails stand behind the words.
    private const int RoomForRails = 8;

    public static List<Line> Lines(BillItem bill, DashboardModel model, int width, int height)
    {
        var glyphs = Glyphs.Of(model);
        var tall = height >= 20;
        var lines = Head(bill, width, tall ? 3 : 1, glyphs, model.View.Bookmarks.Contains(bill.Name));
        Space();
        var rails = tall && width >= Label + 36 ? RailView.Full(bill, width, glyphs, model.Today) : RailView.Compact(bill, width, glyphs);
        lines.AddRange(height >= RoomForRails ? rails : []);
        Space();
        lines.AddRange(Standing(bill, model, width, tall ? 3 : 1, glyphs));
        lines.AddRange(height >= RoomForRails ? [] : rails);
        if (tall)
        {
            Space();
            var label = bill.Facts.Max(fact => (int?)fact.Label.Length) ?? 0;
            lines.AddRange(bill.Facts.SelectMany(fact => Labelled(fact.Label.PadRight(label), fact.Words, Role.Text, width, 4, glyphs)));
            lines.AddRange(Texts(bill, width, glyphs));
            Space();
            lines.AddRange(News(bill, model, width, glyphs));
            History();
        }

        return [.. lines.Take(height)];

        void Space()
        {
            if (tall && lines.Count > 0 && lines[^1].ToString().Trim().Length > 0)
            {
                lines.Add(Line.Blank(width));
            }
        }

        void History()
        {
            if (bill.Actions.IsEmpty)
            {
                return;
            }

            Space();
            lines.Add(new LineBuilder(width, glyphs).Add("History", Role.Heading).Build());
            for (var at = bill.Actions.Length - 1; at >= 0; at--)
            {
                var action = ActionLines(bill.Actions[at], width, isNew: false, selected: false, glyphs);
                if (lines.Count + action.Count > height - (at > 0 ? 1 : 0))
                {
                    lines.Add(new LineBuilder(width, glyphs).Add(FormattableString.Invariant($"{glyphs.Ellipsis} {at + 1} more: Enter"), Role.Dim).Build());
                    return;
                }

                lines.AddRange(action);
            }
        }
    }

    /// <summary>Number, session, bookmark, authors and title.</summary>
    public static List<Line> Head(BillItem bill, int width, int titleRows, Glyphs glyphs, bool marked = false)
    {
        var first = new LineBuilder(width, glyphs).Add($"{bill.Measure}  {bill.Session}", Role.Strong).Add(marked ? $"  {glyphs.Bookmark} marked" : "", Role.Key).Add("  " + string.Join(", ", bill.Authors), Role.Text);
        return [first.Build(), .. Wrapped(bill.Title, 0, width, titleRows, Role.Text, glyphs)];
    }

    /// <summary>Stage, freshness where it is in doubt, next dates, last action, freshness, and our own marks.</summary>
    public static List<Line> Standing(BillItem bill, DashboardModel model, int width, int rows, Glyphs glyphs)
    {
        var (fresh, freshRole) = FreshWords(bill, model);
        var read = Labelled("Read", fresh, freshRole, width, rows > 1 ? 4 : 1, glyphs);
        var ours = string.Join("; ", new[] { bill.Position, bill.Priority is { } p ? "P" + p.ToString(CultureInfo.InvariantCulture) : "", bill.Owner, string.Join(", ", bill.Labels) }.Where(word => word.Length > 0));
        var isSure = bill.Freshness == Freshness.Current && model.KeptAsOf is null;
        var news = NewFacts.Of(model, bill.Name);
        return
        [
            .. bill.Freshness == Freshness.NeverRead ? [] : StageLines(bill, news, width, rows, glyphs),
            .. isSure ? [] : read,
            .. bill.Freshness == Freshness.NeverRead ? [] : DateLines(bill, model.Today, news, width, rows, glyphs),
            .. isSure ? read : [],
            .. ours.Length == 0 ? [] : Labelled(NewFacts.Marked("Ours", news, glyphs), ours, Role.Text, width, rows, glyphs),
            .. DetailSide.Waiting(bill, model).SelectMany(words => Labelled("", words, Role.Warning, width, rows, glyphs)),
        ];
    }

    /// <summary>A history line with its date, wrapped under itself.</summary>
    public static List<Line> ActionLines(ActionItem action, int width, bool isNew, bool selected, Glyphs glyphs)
    {
        const int indent = 13;
        var lines = new List<Line>();
        var text = new LineBuilder(width, glyphs).Ready(action.Text + (action.PostedLate ? " (posted late)" : ""));
        foreach (var part in Fitting.Wrap(text, width - indent))
        {
            var line = new LineBuilder(width, glyphs);
            line = lines.Count > 0 ? line.To(indent) : line.Add(TimeWords.Iso(action.Date), Role.Dim).Add(" ").Add(isNew ? glyphs.Unread : " ", Role.Unread).Add(" ");
            lines.Add(line.Add(part, isNew ? Role.Strong : Role.Text).Build(selected: selected));
        }

        return lines;
    }

    /// <summary>Words after a label, wrapped under themselves.</summary>
    public static IEnumerable<Line> Labelled(string label, string words, Role role, int width, int rows, Glyphs glyphs)
    {
        var indent = Math.Max(Label, TextWidth.Of(label) + 1);
        var first = true;
        foreach (var part in Wrapped(words, indent, width, rows, role, glyphs))
        {
            yield return first ? new LineBuilder(indent, glyphs).Add(label, Role.Heading).Build().Beside(new(part.Spans.RemoveAt(0))) : part;
            first = false;
        }
    }

    private static IEnumerable<Line> StageLines(BillItem bill, IReadOnlySet<string> news, int width, int rows, Glyphs glyphs)
    {
        var (_, role) = glyphs.Of(bill.Mark);
        var since = bill.StageSince is { } day ? $" since {TimeWords.Iso(day)}" : "";
        var stage = bill.Stage + since + (bill.TwoYear ? " (two-year bill)" : "");
        return
        [
            .. Labelled(NewFacts.Marked("Stage", news, glyphs), stage, role == Role.Dim ? Role.Text : role, width, rows, glyphs),
            .. rows > 1 && bill.StageCause.Length > 0 ? Labelled("", bill.StageCause, Role.Dim, width, 2, glyphs) : [],
        ];
    }

    private static IEnumerable<Line> DateLines(BillItem bill, DateOnly today, IReadOnlySet<string> news, int width, int rows, Glyphs glyphs)
    {
        var next = bill.NextDates.Take(rows).SelectMany((next, at) => Labelled(at == 0 ? NewFacts.Marked("Next", news, glyphs) : "", $"{TimeWords.Weekday(next.Date)} ({TimeWords.Relative(next.Date, today)}) {next.What}", next.Date < today ? Role.Warning : Role.Strong, width, rows, glyphs));
        var last = bill.LastActionDate is { } day ? $"{TimeWords.Iso(day)} ({TimeWords.Relative(day, today)}) {bill.LastAction}" : "no action is known";
        return [.. next, .. Labelled(NewFacts.Marked("Last", news, glyphs), last, Role.Text, width, rows, glyphs)];
    }

    private static IEnumerable<Line> News(BillItem bill, DashboardModel model, int width, Glyphs glyphs) =>
        model.UnreadOf(bill.Name) == 0 ? [] :
        [
            new LineBuilder(width, glyphs).Add("New", Role.Heading).Build(),
            .. model.Changes.Where(change => change.Unread && change.Bill == bill.Name).Take(4)
                .SelectMany(change => Wrapped(change.Summary, 2, width, 2, Role.Text, glyphs).Select((line, at) => at > 0 ? line : new LineBuilder(2, glyphs).Add(glyphs.Unread, Role.Unread).Build().Beside(new(line.Spans.RemoveAt(0))))),
        ];

    private static IEnumerable<Line> Texts(BillItem bill, int width, Glyphs glyphs) => bill.Written.Where(written => EditField.Named(written.Field) is { Longest: > 200, IsList: false } or { Id: "plain_title" })
        .SelectMany(written => Labelled(EditField.Named(written.Field).Title, written.Text + (written.ForOlderVersion ? " (written for an older version: check)" : ""), Role.Text, width, 4, glyphs));

    /// <summary>How far what is shown of a bill can be relied on, and since when.</summary>
    public static (string Words, Role Role) FreshWords(BillItem bill, DashboardModel model)
    {
        var source = bill.Source.Length > 0 ? $", {bill.Source}" : "";
        var confirmed = bill.LastConfirmed is { } at ? $"{TimeWords.Clock(at, model.Zone, model.RecordNow)} ({TimeWords.Since(at, model.RecordNow)})" : "never";
        var why = bill.FreshnessReason.Length > 0 ? $": {bill.FreshnessReason}" : "";
        if (model.KeptAsOf is not null)
        {
            return ($"~ {BannerView.Age(model)}; then confirmed {confirmed}{source}{why}", Role.Warning);
        }

        return bill.Freshness switch
        {
            Freshness.NeverRead => ($"not yet read: no source has confirmed this bill{why}", Role.Warning),
            Freshness.Current => ($"confirmed {confirmed}{source}", Role.Dim),
            Freshness.Stale => ($"~ stale, last confirmed {confirmed}{source}{why}", Role.Warning),
            Freshness.Quarantined => ($"~ the last reading was not believed, last confirmed {confirmed}{source}{why}", Role.Problem),
            _ => ($"freshness unknown, last confirmed {confirmed}{source}", Role.Warning),
        };
    }

    // At most so many rows, each beginning with its indent as a piece of its own.
    private static IEnumerable<Line> Wrapped(string words, int indent, int width, int rows, Role role, Glyphs glyphs)
    {
        var parts = Fitting.Wrap(new LineBuilder(width, glyphs).Ready(words), width - indent);
        for (var at = 0; at < Math.Min(rows, parts.Count); at++)
        {
            var text = at == rows - 1 && parts.Count > rows ? string.Join(' ', parts.Skip(at)) : parts[at];
            yield return new LineBuilder(indent, glyphs).Build().Beside(new LineBuilder(width - indent, glyphs).Add(text, role).Build());
        }
    }
}
