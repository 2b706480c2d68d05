using System.Globalization;
using LegTracker.Legislature;

namespace LegTracker.Server.Comparing;

/// <summary>A bill's first reading: its baseline, one change for the reading itself and one for each listed fact it does not bear out.</summary>
/// <remarks>docs/decisions/0003-first-reading-and-the-log.md.</remarks>
internal static class FirstReading
{
    public static IEnumerable<Difference> Of(BillRecord read, BillProgress progress, ListedFacts? listed)
    {
        var measure = read.Id.Measure;
        var count = string.Create(CultureInfo.InvariantCulture, $"{read.History.Length} {(read.History.Length == 1 ? "action" : "actions")}");
        var baseline = new Difference(
            ChangeKind.FieldChanged, "freshness", "NEVER_POLLED", "CURRENT", null,
            $"{measure} was read for the first time: {count}, {Standing(progress.Stage)}.");
        return listed is null ? [baseline] : [baseline, .. Disagreements(measure, read, progress, listed)];
    }

    private static IEnumerable<Difference> Disagreements(string measure, BillRecord read, BillProgress progress, ListedFacts listed)
    {
        if (listed.Topic is { } topic && read.Topic.Length > 0 && !Wording.IsSame(topic, read.Topic))
        {
            yield return Disagreement("topic", topic, read.Topic,
                $"The watch list gave “{topic}” as the subject of {measure}; the first reading gives “{read.Topic}”.");
        }

        if (listed.Chapter is { } chapter && chapter != progress.Chapter)
        {
            var found = progress.Chapter is { } other ? Wording.Of(other) : null;
            yield return Disagreement("chapter", Wording.Of(chapter), found,
                $"The watch list gave {measure} as {Wording.Of(chapter)}; the first reading gives {found ?? "no chapter"}.");
        }

        if (listed.SignedDate is { } signed && signed != progress.SignedDate)
        {
            var found = progress.SignedDate;
            yield return Disagreement("signed_date", Wording.Iso(signed), found is { } day ? Wording.Iso(day) : null,
                $"The watch list gave {measure} as signed on {StageWords.Day(signed)}; the first reading gives {(found is { } other ? StageWords.Day(other) : "no such date")}.");
        }
    }

    private static Difference Disagreement(string field, string old, string? read, string summary) =>
        new(ChangeKind.FieldChanged, field, old, read, null, summary);

    private static string Standing(Stage stage) => stage switch
    {
        Stage.Unknown => "and where it stands is unknown",
        Stage.Dead => "and it did not pass",
        _ => "now " + char.ToLowerInvariant(StageWords.Of(stage)[0]) + StageWords.Of(stage)[1..],
    };
}
