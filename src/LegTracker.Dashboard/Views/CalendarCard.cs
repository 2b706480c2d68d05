using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>The evidence of one entry of the calendar: the line, its source, when it was read.</summary>
internal static class CalendarCard
{
    public static List<Line> Lines(DashboardModel model, int width, int height, Glyphs glyphs)
    {
        if (model.Calendar.UnderCursor is not { } entry)
        {
            return [];
        }

        var roomy = height >= 20;
        var bill = model.Bills.GetValueOrDefault(entry.Bill);
        var role = entry.IsUrgent(model.Today) ? Role.Warning : Role.Strong;
        List<Line> lines =
        [
            .. bill is not null ? BillCard.Head(bill, width, roomy ? 3 : 0, glyphs) : entry.Measure.Length > 0 ? [new LineBuilder(width, glyphs).Add(entry.Measure, Role.Strong).Build()] : [],
            .. Told("Day", $"{TimeWords.Weekday(entry.Date)} ({CalendarView.Left(entry.Date, model.Today)}){(entry.Until is { } last ? $", until {TimeWords.Weekday(last)}" : "")}", role, 1),
            .. Told("What", entry.Standing.Length > 0 ? $"{entry.Standing}: {entry.What}" : entry.What, Role.Strong, 3),
            .. entry.Told.SelectMany(evidence => Told(evidence.Day is null ? "Row" : "Line", TextOf(evidence, model), Role.Text, roomy ? 5 : 2)),
            .. entry.Kind == CalendarKind.Hearing ? Told("Time", entry.Time.Length > 0 ? $"{entry.Time} (as the source gives it)" : "not known: the sources give the day only", entry.Time.Length > 0 ? Role.Text : Role.Dim, 2) : [],
            .. entry.Place.Length > 0 ? Told("Place", entry.Place, Role.Text, 2) : [],
            .. entry.Told.IsEmpty ? Told("Source", entry.Source, Role.Text, roomy ? 6 : 3) : [],
            .. entry.Detail.Length > 0 ? Told("More", entry.Detail, Role.Text, roomy ? 8 : 3) : [],
            .. Confirmed(entry, model) is { Length: > 0 } read ? Told("Read", read, entry.Doubtful ? Role.Warning : Role.Dim, 2) : [],
            .. bill is not null ? Told("Stage", bill.StageInWords(), glyphs.Of(bill.Mark).Role, 1) : [],
        ];
        return [.. lines.Take(height)];

        IEnumerable<Line> Told(string label, string words, Role words2, int rows) => BillCard.Labelled(label, words, words2, width, rows, glyphs);
    }

    private static string TextOf(Evidence evidence, DashboardModel model) =>
        $"{(evidence.Day is { } said ? TimeWords.Iso(said) + " " : "")}“{evidence.Text}” ({evidence.Source}, {(evidence.Read is { } at ? $"read {TimeWords.Clock(at, model.Zone, model.RecordNow)}" : "when it was read is not kept")})";

    private static string Confirmed(CalendarItem entry, DashboardModel model) => entry switch
    {
        { Bill.Length: 0 } => "",
        { Confirmed: not { } } => "no source has confirmed this bill",
        { Confirmed: { } at } => $"{(entry.Doubtful ? "~ not confirmed by the last look; last " : "the bill's record confirmed ")}{TimeWords.Clock(at, model.Zone, model.RecordNow)} ({TimeWords.Since(at, model.RecordNow)}){(entry.ConfirmedBy.Length > 0 ? $", {entry.ConfirmedBy}" : "")}",
    };
}
