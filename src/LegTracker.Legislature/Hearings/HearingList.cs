using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>A bill's hearings from its history and from COMMITTEE_HEARING_TBL, each once. Pure.</summary>
public static class HearingList
{
    /// <summary>A report comes this many days after the hearing at most.</summary>
    private const int LongestReport = 7;

    /// <summary>By date, then committee; the order of the rows does not count.</summary>
    /// <param name="rows">One for each day and committee.</param>
    public static ImmutableArray<Hearing> Of(BillProgress progress, ImmutableArray<HearingRow> rows)
    {
        if (rows.IsDefaultOrEmpty)
        {
            return progress.Hearings;
        }

        var hearings = progress.Hearings.ToList();
        var told = new HashSet<Hearing>(ReferenceEqualityComparer.Instance);
        foreach (var row in rows.DistinctBy(row => (row.Date, row.Committee)).OrderBy(row => row.Date).ThenBy(row => Committees.OfCode(row.Committee) is null).ThenBy(row => row.Committee, StringComparer.Ordinal))
        {
            var same = hearings.FindIndex(hearing => !told.Contains(hearing) && IsSame(hearing, row));
            var merged = same >= 0 ? Merge(hearings[same], row) : FromRow(progress, row);
            told.Add(merged);
            if (same >= 0)
            {
                hearings[same] = merged;
            }
            else
            {
                hearings.Add(merged);
            }
        }

        return [.. hearings.OrderBy(hearing => hearing.Date).ThenBy(hearing => hearing.Committee, StringComparer.Ordinal)];
    }

    /// <summary>The first hearing still to come; null when none is known.</summary>
    public static Hearing? Next(ImmutableArray<Hearing> hearings, DateOnly day) => hearings.FirstOrDefault(hearing => hearing.IsAhead(day));

    // A code whose name is not known may be any committee of its house.
    private static bool IsSame(Hearing hearing, HearingRow row) =>
        hearing.Date == row.Date
        && (Committees.HouseOfCode(row.Committee) is not { } house || hearing.House is null || hearing.House == house)
        && hearing.IsOfCommittee(NameOf(row));

    private static Hearing Merge(Hearing hearing, HearingRow row) => hearing with
    {
        Committee = hearing.Committee ?? NameOf(row),
        House = hearing.House ?? Committees.HouseOfCode(row.Committee),
        Time = hearing.Time ?? row.Time,
        Place = hearing.Place ?? row.Place,
        Status = hearing.Status == HearingStatus.Set && row.GoneOn is { } gone && !hearing.Sources.Any(source => source.Date > gone) ? HearingStatus.Canceled : hearing.Status,
        Sources = [.. hearing.Sources, Source(row)],
    };

    private static Hearing FromRow(BillProgress progress, HearingRow row)
    {
        var line = Telling(progress, row);
        var status = line is not null ? (LineHearings.IsOff(line) ? LineHearings.OffStatus(line) : HearingStatus.Held)
            : row.GoneOn is not null ? HearingStatus.Canceled
            : LineHearings.StatusOf(row.Date, progress.AsOf, progress.IsOver);
        ImmutableArray<HearingSource> sources = line is null ? [Source(row)] : [Source(row), new HearingSource(HearingSourceKind.Line, line.Line.Text, line.Line.Date, null)];
        return new Hearing(progress.Id, row.Date, row.Time, NameOf(row), Committees.HouseOfCode(row.Committee), row.Place, status, sources);
    }

    // A line that names no day tells of the row's hearing: off before it or on its day, once the row was known; a report soon after.
    private static ReadAction? Telling(BillProgress progress, HearingRow row) => progress.Actions
        .Where(action => action.HearingDate is null && action.ActingCommittee is { } acting && acting == Committees.OfCode(row.Committee))
        .LastOrDefault(action => LineHearings.IsOff(action)
            ? action.Line.Date == row.Date || (action.Line.Date < row.Date && CaliforniaTime.DayOf(row.Read.FetchTime) < action.Line.Date)
            : LineHearings.IsReport(action) && action.Line.Date >= row.Date && action.Line.Date.DayNumber - row.Date.DayNumber <= LongestReport);

    private static string NameOf(HearingRow row) => Committees.OfCode(row.Committee) ?? row.Committee;

    private static HearingSource Source(HearingRow row) => new(
        HearingSourceKind.Table,
        $"COMMITTEE_HEARING_TBL: {row.Committee}, {row.Date:yyyy-MM-dd}{(row.GoneOn is { } gone ? $"; not in the table any more on {gone:yyyy-MM-dd}" : "")}",
        null,
        row.Read);
}
