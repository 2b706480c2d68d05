using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Comparing;

/// <summary>New versions and changed fields. What a reading does not give is no news: another kind of source may not have it.</summary>
internal static class FieldNews
{
    /// <param name="sameSource">Whether the last reading came from the same source: only then is a value that was missing before new.</param>
    public static IEnumerable<Difference> Of(string measure, BillRecord before, BillRecord after, bool sameSource) =>
    [
        .. Versions(measure, before, after, sameSource),
        .. Text("topic", before.Topic, after.Topic, sameSource, $"The subject of {measure} is now “{after.Topic}”; it was “{before.Topic}”."),
        .. Text("title", before.Title, after.Title, sameSource && (after.Text is null || before.Text is { IsRead: true }), Wording.Stopped($"The title of {measure} was changed and now reads: {after.Title}")),
        .. Names("lead_authors", "lead authors", measure, before.LeadAuthors, after.LeadAuthors, sameSource),
        .. Names("coauthors", "coauthors", measure, before.Coauthors, after.Coauthors, sameSource),
        .. OperativeNews.Of(measure, before.Text, after.Text),
        .. AnalysisNews.Of(measure, before.Analyses, after.Analyses),
    ];

    /// <summary>The reading, with the recorded values that it does not give.</summary>
    public static BillRecord Fill(BillRecord before, BillRecord after) => after with
    {
        Topic = after.Topic.Length > 0 ? after.Topic : before.Topic,
        Title = after.Title ?? before.Title,
        LeadAuthors = after.LeadAuthors.IsEmpty ? before.LeadAuthors : after.LeadAuthors,
        Coauthors = after.Coauthors.IsEmpty ? before.Coauthors : after.Coauthors,
        Versions = after.Versions.IsEmpty ? before.Versions : [.. after.Versions.Select(version => Fill(before.Versions.FirstOrDefault(known => known.Id == version.Id), version))],
        StatusText = after.StatusText ?? before.StatusText,
        HouseLocation = after.HouseLocation ?? before.HouseLocation,
        Analyses = AnalysisNews.Fill(before.Analyses, after.Analyses),
        Text = after.Text is null || (before.Text is { IsRead: true } && !after.Text.IsRead) ? before.Text : after.Text,
    };

    private static BillVersion Fill(BillVersion? before, BillVersion after) => after with { Topic = after.Topic ?? before?.Topic, Type = after.Type ?? before?.Type };

    private static IEnumerable<Difference> Versions(string measure, BillRecord before, BillRecord after, bool sameSource)
    {
        if (before.Versions.IsEmpty && !sameSource)
        {
            return [];
        }

        var known = before.Versions.Select(version => version.Id).ToHashSet(StringComparer.Ordinal);
        return after.Versions.Where(version => known.Add(version.Id)).Select(version => new Difference(
            ChangeKind.VersionAdded, null, null, version.Id, version.Date,
            Wording.Stopped($"A new version of {measure} was printed on {StageWords.Day(version.Date)}: {version.Action}")));
    }

    private static IEnumerable<Difference> Text(string field, string? old, string? read, bool sameSource, string summary) =>
        string.IsNullOrEmpty(read) || Wording.IsSame(old, read) || (string.IsNullOrEmpty(old) && !sameSource)
            ? []
            : [new Difference(ChangeKind.FieldChanged, field, string.IsNullOrEmpty(old) ? null : old, read, null, summary)];

    private static IEnumerable<Difference> Names(
        string field, string words, string measure, ImmutableArray<string> old, ImmutableArray<string> read, bool sameSource)
    {
        var added = read.Except(old, StringComparer.OrdinalIgnoreCase).ToList();
        var dropped = old.Except(read, StringComparer.OrdinalIgnoreCase).ToList();
        if (read.IsEmpty || added.Count + dropped.Count == 0 || (old.IsEmpty && !sameSource))
        {
            return [];
        }

        var steps = new[]
        {
            added.Count == 0 ? null : $"{Wording.Listed(added)} joined",
            dropped.Count == 0 ? null : $"{Wording.Listed(dropped)} left",
        };
        return [new Difference(
            ChangeKind.FieldChanged, field, old.IsEmpty ? null : string.Join(", ", old), string.Join(", ", read), null,
            $"The {words} of {measure} changed: {string.Join("; ", steps.OfType<string>())}.")];
    }
}
