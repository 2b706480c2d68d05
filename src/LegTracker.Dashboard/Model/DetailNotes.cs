namespace LegTracker.Dashboard.Model;

/// <summary>The tab of what people wrote: each field with who wrote it, when and for which version; what waits; drafts; what is empty.</summary>
internal static class DetailNotes
{
    public static IEnumerable<DetailPart> Of(DashboardModel model, BillItem bill)
    {
        var empty = new List<string>();
        foreach (var field in EditField.All)
        {
            var written = bill.Written.FirstOrDefault(one => one.Field == field.Id);
            var unsent = model.Editing.Queue.Where(edit => edit.Bill == bill.Name && edit.Field == field.Id).ToList();
            var draft = model.Editing.DraftOf(bill.Name, field.Id);
            if (written is null && unsent.Count == 0 && draft is null)
            {
                empty.Add(field.Title);
                continue;
            }

            foreach (var (line, at) in Lines(field, written?.Text ?? "(empty)").Select((line, at) => (line, at)))
            {
                yield return new(at == 0 ? field.Title : "", line, DetailPartKind.Strong);
            }

            if (written is { ForOlderVersion: true })
            {
                yield return new("", "written for an older version: check", DetailPartKind.Warning);
            }

            if (written is not null && Who(written, model) is { Length: > 0 } who)
            {
                yield return new("", who, DetailPartKind.Dim);
            }

            foreach (var edit in unsent)
            {
                yield return new("", $"{Word(edit)}: {string.Join(" / ", Lines(field, edit.After.Length == 0 ? "(empty)" : edit.After))}", DetailPartKind.Warning);
            }

            if (draft is not null)
            {
                yield return new("", $"draft (e goes on): {string.Join(" / ", Lines(field, draft.Text.Length == 0 ? "(empty)" : draft.Text))}", DetailPartKind.Warning);
            }
        }

        if (empty.Count > 0)
        {
            yield return new("", $"Nothing written: {string.Join(", ", empty)}. e writes it.", DetailPartKind.Dim);
        }
    }

    /// <summary>"Ana Díaz 2025-09-20 05:00, for 20230AB139493CHP; read over by Bo 2025-09-21 09:00"; empty when none of it is kept.</summary>
    public static string Who(WrittenText text, DashboardModel model) =>
        (text is { Field: "position", Author.Length: 0 } ? "by whom is not recorded" : By(text.Author, text.Written, model))
        + (text.ForVersion.Length > 0 ? $", for {text.ForVersion}" : "")
        + (text.ReviewedBy.Length > 0 ? $"; read over by {By(text.ReviewedBy, text.Reviewed, model)}" : "");

    /// <summary>How an edit that is not written stands, in words.</summary>
    public static string Word(BillEdit edit) => edit.State switch
    {
        EditState.Conflict => "! conflict, not written (C shows both)",
        EditState.Refused => "! refused, not written (C shows why)",
        EditState.Sending => "being sent",
        _ => "waits for the server",
    };

    private static string[] Lines(EditField field, string text) => field.IsList ? [text.Replace("\n", ", ", StringComparison.Ordinal)] : text.Split('\n');

    private static string By(string author, DateTimeOffset? at, DashboardModel model) => author.Length == 0 ? "" : author + (at is null ? "" : $" {DetailContent.At(at, model)}");
}
