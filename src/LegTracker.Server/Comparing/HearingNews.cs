using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Comparing;

/// <summary>Hearings set, moved and called off between two lists of one bill's hearings. Pure.</summary>
/// <remarks>
/// What is only missing is no news: a hearing is called off when a line says so or when its row was taken out of the table, which
/// <see cref="HearingRowNews"/> decides.
/// </remarks>
internal static class HearingNews
{
    /// <param name="day">Hearings before it are past and no news.</param>
    public static IEnumerable<Difference> Of(ImmutableArray<Hearing> before, ImmutableArray<Hearing> after, DateOnly day)
    {
        var measure = after.IsEmpty ? "" : after[0].Bill.Measure;
        var (known, ahead) = (before.Where(one => one.IsAhead(day)).ToList(), after.Where(one => one.IsAhead(day)).ToList());
        var left = known.Where(old => !ahead.Exists(one => IsSame(old, one))).ToList();
        var news = new List<Difference>();
        foreach (var set in ahead)
        {
            if (known.Find(old => IsSame(old, set)) is { } same)
            {
                news.AddRange(Details(measure, same, set));
                continue;
            }

            var become = left.Select(old => (Old: old, Now: after.FirstOrDefault(one => IsSame(old, one)))).ToList();
            if (become.Find(old => old.Now?.Status is HearingStatus.Moved or HearingStatus.Postponed or HearingStatus.Canceled && old.Old.IsOfCommitteeOf(set)) is { Old: { } moved })
            {
                left.Remove(moved);
                news.Add(new Difference(ChangeKind.HearingChanged, null, Wording.Iso(moved.Date), Wording.Iso(set.Date), SetOn(set),
                    $"The hearing of {measure} set for {StageWords.Day(moved.Date)} is now set for {StageWords.Day(set.Date)}."));
            }
            else
            {
                var first = become.Exists(old => old.Now?.Status == HearingStatus.Held) ? "The next" : "A";
                news.Add(new Difference(ChangeKind.HearingSet, null, null, Wording.Iso(set.Date), SetOn(set),
                    $"{first} hearing of {measure} is set for {StageWords.Day(set.Date)}."));
            }
        }

        foreach (var old in left)
        {
            if (after.FirstOrDefault(one => IsSame(old, one)) is { Status: HearingStatus.Postponed or HearingStatus.Canceled } off)
            {
                news.Add(new Difference(ChangeKind.HearingCanceled, null, Wording.Iso(old.Date), null, off.Sources.LastOrDefault(source => source.Kind == HearingSourceKind.Line && !old.Sources.Contains(source))?.Date,
                    $"The hearing of {measure} set for {StageWords.Day(old.Date)} {(off.Status == HearingStatus.Postponed ? "was postponed; no new date is known" : "is no longer on")}."));
            }
        }

        return news;
    }

    private static IEnumerable<Difference> Details(string measure, Hearing old, Hearing set) =>
        [.. Detail(measure, set, "time", old.Time, set.Time), .. Detail(measure, set, "place", old.Place, set.Place)];

    private static IEnumerable<Difference> Detail(string measure, Hearing set, string what, string? old, string? now) =>
        old is null || now is null || Wording.IsSame(old, now) ? []
            : [new Difference(ChangeKind.HearingChanged, null, old, now, null, Wording.Stopped($"The {what} of the hearing of {measure} on {StageWords.Day(set.Date)} is now {now}; it was {old}"))];

    private static bool IsSame(Hearing one, Hearing other) => one.Date == other.Date && one.IsOfCommitteeOf(other);

    private static DateOnly? SetOn(Hearing hearing) => hearing.Sources.LastOrDefault(source => source.Kind == HearingSourceKind.Line)?.Date;
}
