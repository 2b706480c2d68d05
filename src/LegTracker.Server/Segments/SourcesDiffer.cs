using LegTracker.Legislature;

namespace LegTracker.Server.Segments;

/// <summary>Where the two sources that the record keeps of a bill contradict each other: the watch list, from published pages, and the bill's history.</summary>
internal static class SourcesDiffer
{
    /// <summary>"sources differ: the watch list gives Chapter 654, Statutes of 2016; the bill's history Chapter 655, Statutes of 2016"; empty when they agree or one is silent.</summary>
    public static string Of(SelectedBill bill)
    {
        if (bill.Bill.Listed is not { } listed)
        {
            return "";
        }

        var (day, progress) = (bill.Progress.AsOf, bill.Progress);
        var signed = listed.SignedDate is { } date && date <= day && date != progress.SignedDate
            ? Differ($"signed on {StageWords.Day(date)}", progress.SignedDate is { } other ? $"signed on {StageWords.Day(other)}" : "no day of signing")
            : null;
        var chapter = listed.Chapter is { } cited && cited != progress.Chapter && (progress.Chapter is not null || listed.SignedDate <= day)
            ? Differ(Cited(cited), progress.Chapter is { } found ? Cited(found) : "no chapter")
            : null;
        return string.Join("; ", new[] { signed, chapter }.OfType<string>());
    }

    private static string Differ(string listed, string read) => $"sources differ: the watch list gives {listed}; the bill's history {read}";

    private static string Cited(ChapterCitation chapter) => FormattableString.Invariant(
        $"{(chapter.IsResolution ? "Resolution Chapter" : "Chapter")} {chapter.Number}, Statutes of {chapter.StatutesYear}{(chapter.Extraordinary > 0 ? $", Extraordinary Session {chapter.Extraordinary}" : "")}");
}
