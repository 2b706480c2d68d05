using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LegTracker.Legislature;
using LegTracker.Replay.Histories;

namespace LegTracker.Replay.Bulk;

/// <summary>COMMITTEE_HEARING_TBL as replayed: constructed, because no real rows of it are at hand.</summary>
/// <remarks>
/// The columns are the Legislature's; the days come from the histories and the rest is made. A "Set for hearing" line puts the row in
/// on its own day. A report that names the day of its hearing had a row four days ahead, the notice that the rules ask for, when no line
/// set that day. A row is taken out when a later line calls its hearing off or sets another day. Days only: no time is made up.
/// </remarks>
internal static partial class HearingTable
{
    private const int Notice = 4;

    private sealed record Row(DateOnly Date, string Committee, DateOnly Posted, DateOnly? TakenOut);

    /// <summary>The table's rows: of a whole file all that stand on its day, of an increment those posted that day.</summary>
    public static string Write(IEnumerable<ReplayedBill> bills, BulkFile build)
    {
        var table = new StringBuilder();
        foreach (var bill in bills.Where(bill => bill.HasTextsAndHearings).Where(bill => build.IsIncrement || bill.Id.Session.StartYear == build.StartYear))
        {
            foreach (var row in Rows(bill).Where(row => (build.IsIncrement ? row.Posted == build.Day : row.Posted <= build.Day) && !(row.TakenOut <= build.Day)))
            {
                new BulkText(table)
                    .Text(bill.Id.LeginfoId).Text(row.Committee[..2]).Number(int.Parse(row.Committee.AsSpan(2), CultureInfo.InvariantCulture)).Day(row.Date)
                    .Text(row.Committee).Text("LEG_ESI").Stamp(row.Posted)
                    .End();
            }
        }

        return table.ToString();
    }

    private static List<Row> Rows(ReplayedBill bill)
    {
        var rows = new List<Row>();
        var (committee, since) = ((string?)null, DateOnly.MinValue);
        foreach (var line in bill.Lines)
        {
            var action = ActionReader.Read(bill.Id, new HistoryLine(line.Date, line.PageText), Enum.TryParse<House>(line.Primary, out var house) ? house : null);
            var isReport = action.Kinds.Any(kind => kind is ActionKind.PassedCommittee or ActionKind.FailedCommittee or ActionKind.Held or ActionKind.Suspense);
            var (before, from) = (committee, since);
            if (CommitteeCode().IsMatch(line.Ternary ?? "") && line.Ternary != committee)
            {
                (committee, since) = (line.Ternary, line.Date);
            }

            if (action.HearingDate is { } set && action.Kinds.Contains(ActionKind.HearingSet))
            {
                if ((action.Committees is [var next, ..] ? CodeOf(next) : committee) is { } there)
                {
                    TakeOut(row => row.Committee == there && row.Date != set && row.Date >= line.Date, line.Date);
                    rows.Add(new Row(set, there, line.Date, null));
                }
            }
            else if (action.Kinds.Any(kind => kind is ActionKind.HearingPostponed or ActionKind.HearingCanceled))
            {
                TakeOut(row => action.HearingDate is { } off ? row.Date == off : row.Date >= line.Date, line.Date);
            }
            else if (isReport && action.HearingDate is { } held && before is not null && held <= line.Date && held >= from && !rows.Exists(row => (row.Date, row.Committee) == (held, before)))
            {
                rows.Add(new Row(held, before, held.AddDays(-Notice) > from ? held.AddDays(-Notice) : from, null));
            }
        }

        return rows;

        void TakeOut(Predicate<Row> which, DateOnly on)
        {
            for (var at = 0; at < rows.Count; at++)
            {
                rows[at] = rows[at].TakenOut is null && which(rows[at]) ? rows[at] with { TakenOut = on } : rows[at];
            }
        }
    }

    private static string? CodeOf(string committee) => Enumerable.Range(1, 99)
        .SelectMany(number => (IEnumerable<string>)[string.Create(CultureInfo.InvariantCulture, $"CX{number:00}"), string.Create(CultureInfo.InvariantCulture, $"CS{number:00}")])
        .FirstOrDefault(code => Committees.OfCode(code) == committee);

    [GeneratedRegex(@"^C[SX]\d\d$")]
    private static partial Regex CommitteeCode();
}
