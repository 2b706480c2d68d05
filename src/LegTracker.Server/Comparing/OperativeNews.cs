using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Comparing;

/// <summary>Operative dates that a bill's text states anew, otherwise or no longer. The first text that is read is the baseline.</summary>
internal static class OperativeNews
{
    public static IEnumerable<Difference> Of(string measure, TextReading? before, TextReading? after)
    {
        if (before is not { IsRead: true } || after is not { IsRead: true })
        {
            return [];
        }

        var (old, read) = (Dates(before), Dates(after));
        if (old.SequenceEqual(read))
        {
            return [];
        }

        var text = $"The text of {measure}, version {after.VersionId},";
        var summary = read.IsEmpty ? $"{text} no longer states an operative date; before, it stated {Said(old)}."
            : old.IsEmpty ? $"{text} now states an operative date: {Said(read)}."
            : $"{text} now states as operative date {Said(read)}; before, it stated {Said(old)}.";
        return [new Difference(ChangeKind.FieldChanged, "operative", Value(old), Value(read), null, summary)];
    }

    private static ImmutableArray<DateOnly> Dates(TextReading text) =>
        [.. text.Operative.Where(said => said.Kind == OperativeKind.Operative).Select(said => said.Date).OfType<DateOnly>().Distinct().Order()];

    private static string Said(ImmutableArray<DateOnly> dates) => Wording.Listed([.. dates.Select(StageWords.Day)]);

    private static string? Value(ImmutableArray<DateOnly> dates) => dates.IsEmpty ? null : string.Join(", ", dates.Select(Wording.Iso));
}
