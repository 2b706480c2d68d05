using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Comparing;

/// <summary>Differences of versions, topic, title and authors between two readings.</summary>
internal static class FieldDifferences
{
    public static IEnumerable<Difference> Of(BillRecord before, BillRecord after)
    {
        var known = before.Versions.Select(version => version.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var version in after.Versions.Where(version => !known.Contains(version.Id)))
        {
            yield return new Difference(
                ChangeKind.VersionAdded, null, null, version.Id, version.Date,
                $"{after.Id.Measure}: a version was printed on {StageWords.Day(version.Date)} ({version.Action}).");
        }

        foreach (var (field, name, old, now) in new[]
        {
            ("topic", "subject", before.Topic, after.Topic),
            ("title", "title", before.Title ?? "", after.Title ?? ""),
            ("lead_authors", "lead authors", Text(before.LeadAuthors), Text(after.LeadAuthors)),
            ("coauthors", "coauthors", Text(before.Coauthors), Text(after.Coauthors)),
        })
        {
            // A value that appears where none was known fills a gap of the source read before: kept, and no news.
            if (now.Length > 0 && old.Length > 0 && now != old)
            {
                yield return new Difference(ChangeKind.FieldChanged, field, old, now, null, $"{after.Id.Measure}: the {name} changed from \"{old}\" to \"{now}\".");
            }
        }
    }

    /// <summary>The reading, with the known values that it lacks: not every source gives every value.</summary>
    public static BillRecord Fill(BillRecord before, BillRecord after) => after with
    {
        Topic = after.Topic.Length > 0 ? after.Topic : before.Topic,
        Title = after.Title ?? before.Title,
        LeadAuthors = after.LeadAuthors.IsEmpty ? before.LeadAuthors : after.LeadAuthors,
        Coauthors = after.Coauthors.IsEmpty ? before.Coauthors : after.Coauthors,
        Versions = after.Versions.IsEmpty ? before.Versions : after.Versions,
        StatusText = after.StatusText ?? before.StatusText,
        HouseLocation = after.HouseLocation ?? before.HouseLocation,
    };

    private static string Text(ImmutableArray<string> names) => string.Join(", ", names);
}
