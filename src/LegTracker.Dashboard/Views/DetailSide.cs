using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>Beside a bill's tab on a wide screen: what is ours, the notes, the text versions, and how many analyses are listed.</summary>
internal static class DetailSide
{
    private const int NoteRows = 6;

    public static List<Line> Lines(BillItem bill, DashboardModel model, int width, Glyphs glyphs)
    {
        var position = bill.Written.FirstOrDefault(written => written.Field == "position");
        var detail = model.Detail?.Bill == bill.Name ? model.Detail : null;
        List<Line> lines =
        [
            Heading("Ours"),
            .. Field("Position", position is null ? "none recorded" : position.Text + (DetailNotes.Who(position, model) is { Length: > 0 } who ? $" ({who})" : ""), position is null ? Role.Dim : Role.Strong),
            .. Field("Priority", bill.Priority?.ToString(CultureInfo.InvariantCulture) ?? "none"),
            .. bill.Owner.Length == 0 ? [] : Field("Owner", bill.Owner),
            .. bill.Labels.IsEmpty ? [] : Field("Labels", string.Join(", ", bill.Labels)),
            .. Waiting(bill, model).SelectMany(words => BillCard.Labelled("", words, Role.Warning, width, 2, glyphs)),
            .. Texts(),
            Line.Blank(width),
            Heading("Text versions"),
            .. detail is null ? [Dim("not fetched")] : detail.Versions.IsEmpty ? [Dim("none is known")]
                : detail.Versions.Reverse().Take(4).SelectMany((version, at) => BillCard.Labelled(DetailContent.Iso(version.Date), $"{version.Action}", at == 0 ? Role.Text : Role.Dim, width, 1, glyphs)),
            .. Field("Analyses", detail is null ? "not fetched" : Analyses(detail.Analyses), Role.Dim),
        ];
        return lines;

        Line Heading(string words) => new LineBuilder(width, glyphs).Add(words, Role.Heading).Build();
        Line Dim(string words) => new LineBuilder(width, glyphs).Add(words, Role.Dim).Build();
        IEnumerable<Line> Field(string label, string words, Role role = Role.Text) => BillCard.Labelled(label.PadRight(9), words, role, width, 3, glyphs);

        IEnumerable<Line> Texts()
        {
            foreach (var written in bill.Written.Where(written => EditField.Named(written.Field).Longest >= 120 && !EditField.Named(written.Field).IsList && written.Field != "owner"))
            {
                yield return Line.Blank(width);
                yield return new LineBuilder(width, glyphs).Add(Capital(EditField.Named(written.Field).Title), Role.Heading)
                    .Add(written.ForOlderVersion ? "  for an older version: check" : $"  {DetailNotes.Who(written, model)}", written.ForOlderVersion ? Role.Warning : Role.Dim).Build();
                foreach (var line in written.Text.Split('\n').SelectMany(line => BillCard.Labelled("", line, Role.Text, width + 8, NoteRows, glyphs)).Take(NoteRows))
                {
                    yield return new(line.Spans.RemoveAt(0));
                }
            }
        }
    }

    /// <summary>What of a bill is not written yet, in words: edits that wait, and drafts.</summary>
    public static IEnumerable<string> Waiting(BillItem bill, DashboardModel model) =>
    [
        .. model.Editing.Queue.Where(edit => edit.Bill == bill.Name).Select(edit => $"{Glyphs.Of(model).Pending} {EditField.Named(edit.Field).Title} {DetailNotes.Word(edit)}: {(edit.After.Length == 0 ? "(empty)" : edit.After)}"),
        .. model.Editing.Drafts.Where(draft => draft.Bill == bill.Name).Select(draft => $"{Glyphs.Of(model).Pending} draft of {EditField.Named(draft.Field).Title}: {draft.Text}"),
    ];

    private static string Analyses(ImmutableArray<AnalysisItem>? analyses) => analyses switch
    {
        null => "no list was read",
        [] => "the files list none",
        [.., var newest] all => string.Create(CultureInfo.InvariantCulture, $"{all.Length} listed, the newest of {DetailContent.Iso(newest.Date)}"),
    };

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
