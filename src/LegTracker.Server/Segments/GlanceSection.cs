using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments;

/// <summary>The first section: how many bills stand in each of the others, and the next date.</summary>
internal static class GlanceSection
{
    private const int NamesALine = 3;
    private const int MostLines = 5;

    /// <summary>At most five lines; named before the sections, so that short forms are written out here first.</summary>
    /// <param name="read">When what is counted was read from its sources.</param>
    public static SegmentSection Of(SegmentRequest request, ILookup<SectionKind, SelectedBill> placed, string? empty, BillNames names, DateTimeOffset read, long revision)
    {
        var lines = new List<string>();
        if (empty is not null)
        {
            lines.Add(empty);
        }

        Add(lines, placed, names, SectionKind.NowInCalifornia, "Now in California", "law", "laws");
        Add(lines, placed, names, SectionKind.Coming, "Coming", "new law", "new laws");
        var governor = lines.Count;
        Add(lines, placed, names, SectionKind.Governor, "With the Governor", "bill", "bills");
        Add(lines, placed, names, SectionKind.Moving, "Moving", "measure", "measures");
        Add(lines, placed, names, SectionKind.Adopted, "Adopted", "resolution", "resolutions");
        Add(lines, placed, names, SectionKind.Stopped, "Stopped or waiting", "measure", "measures");
        foreach (var at in new[] { governor, governor + 1 }.Where(_ => lines.Count > MostLines - 1))
        {
            lines[at] = $"{lines[at]} {lines[at + 1]}";
            lines.RemoveAt(at + 1);
        }

        lines.Add(DatesSection.Ahead(request, placed).FirstOrDefault() is { } next
            ? $"Next date: {StageWords.Day(next.Date)}, {next.Words}: {names.Of(next.Bill.Progress.Id)}."
            : "The record of these bills shows no date ahead.");
        var source = new ClaimSource("", $"Counted from LegTracker's record, revision {revision.ToString(System.Globalization.CultureInfo.InvariantCulture)}", "", "");
        return new SegmentSection(SectionKind.AtAGlance, "At a glance",
            [.. lines.Select(line => new SegmentItem(null, "", [new Claim("", line, ClaimKind.Auto, source, read, "")], [], ""))
                .Select(item => item with { Seconds = SpeakingTime.Of(item) })]);
    }

    private static void Add(List<string> lines, ILookup<SectionKind, SelectedBill> placed, BillNames names, SectionKind kind, string title, string one, string many)
    {
        var ids = placed[kind].Select(bill => bill.Progress.Id).ToImmutableArray();
        if (!ids.IsEmpty)
        {
            lines.Add($"{title}, {ids.Length} {(ids.Length == 1 ? one : many)}: {names.List(ids, NamesALine)}.");
        }
    }
}
