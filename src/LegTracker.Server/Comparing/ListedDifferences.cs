using System.Globalization;
using LegTracker.Legislature;

namespace LegTracker.Server.Comparing;

/// <summary>Where a first reading disagrees with what the watch list had from published pages.</summary>
internal static class ListedDifferences
{
    public static IEnumerable<Difference> Of(ListedFacts? listed, BillRecord read, BillProgress progress)
    {
        if (listed is null)
        {
            yield break;
        }

        foreach (var (field, name, old, now) in new[]
        {
            ("topic", "subject", listed.Topic, read.Topic),
            ("chapter", "chapter", Text(listed.Chapter), Text(progress.Chapter)),
            ("signed_date", "date of signature", Text(listed.SignedDate), Text(progress.SignedDate)),
        })
        {
            if (old is { Length: > 0 } && now is { Length: > 0 } && old != now)
            {
                yield return new Difference(
                    ChangeKind.FieldChanged, field, old, now, null,
                    $"{read.Id.Measure}: the watch list had \"{old}\" as {name}; the source says \"{now}\".");
            }
        }
    }

    private static string? Text(ChapterCitation? chapter) => chapter is null ? null
        : string.Create(CultureInfo.InvariantCulture, $"Chapter {chapter.Number}, Statutes of {chapter.StatutesYear}");

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
