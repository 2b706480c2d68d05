using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>What a host has to look at before a segment is shown: what is left out and why, texts that are missing, warnings, sources that are behind.</summary>
internal static class SegmentChecks
{
    public static IEnumerable<Line> Lines(DashboardModel model, SegmentSheet sheet, int width, Glyphs glyphs)
    {
        var behind = model.Sources.Where(source => source.Mark is SourceMark.Behind or SourceMark.Failing).ToList();
        var flags = sheet.Rows.SelectMany(row => row.Statements.Where(statement => statement.Flag.Length > 0).Select(statement => $"{row.Measure}: {statement.Flag}")).Distinct().ToList();
        var note = model.Meetings.Row?.SpeakerNote ?? "";
        var inside = sheet.Rows.Select(row => row.Bill).ToHashSet(StringComparer.Ordinal);
        var waiting = (model.Meetings.OpenMeeting?.Arrangement ?? []).Where(choice => choice.Pinned && !inside.Contains(choice.Bill))
            .Select(choice => model.Bills.GetValueOrDefault(choice.Bill)?.Measure ?? $"{choice.Bill[(choice.Bill.LastIndexOf('/') + 1)..]} (not tracked any more)").ToList();
        return
        [
            .. waiting.Count > 0 ? Told("Waits", $"! put in, but no source has confirmed it yet: {string.Join(", ", waiting)}", Role.Warning) : [],
            .. Told("Out", sheet.LeftOut.IsEmpty ? "nothing is left out by hand" : string.Join("; ", sheet.LeftOut.Select(row => $"{row.Measure}: {row.LeftOutReason}")), sheet.LeftOut.IsEmpty ? Role.Dim : Role.Text),
            .. note.Length > 0 ? Told("Say", note, Role.Good) : [],
            .. Told("Texts", sheet.Missing.IsEmpty ? $"{glyphs.Ok} none is missing" : FormattableString.Invariant($"! {sheet.Missing.Length} missing: {string.Join(", ", sheet.Missing)}"), sheet.Missing.IsEmpty ? Role.Good : Role.Warning),
            .. Told("Check", flags.Count == 0 ? $"{glyphs.Ok} no statement carries a warning" : FormattableString.Invariant($"! {flags.Count}: {string.Join("; ", flags)}"), flags.Count == 0 ? Role.Good : Role.Warning),
            .. Told("Data", Data(), behind.Count == 0 && model.Connection.Link == LinkMark.Live ? Role.Good : Role.Warning),
        ];

        IEnumerable<Line> Told(string label, string words, Role role) => BillCard.Labelled(label, words, role, width, 1, glyphs);

        string Data()
        {
            var at = $"as of {TimeWords.Clock(sheet.LastRead ?? sheet.AsOf, model, glyphs.Dash)}";
            return sheet.Name.Length > 0 ? $"{glyphs.Ok} frozen {at}"
                : model.Connection.Link != LinkMark.Live ? $"{glyphs.Offline} {at}; no connection now"
                : behind.Count == 0 ? $"{glyphs.Ok} {at}"
                : $"{glyphs.Behind} {at}; behind: {string.Join(", ", behind.Select(source => $"{source.Title} ({source.State}, last good {TimeWords.Clock(source.LastSuccess, model, "never")})"))}";
        }
    }
}
