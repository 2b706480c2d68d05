using System.Globalization;
using System.Text;
using LegTracker.Replay.Histories;

namespace LegTracker.Replay.Bulk;

/// <summary>The four bulk tables of some measures, as the Legislature's loader expects them.</summary>
/// <remarks>
/// All history rows of a measure are rewritten together: row ids and stamps are those of its last rewriting, not of the action.
/// Rows of the sessions before 2001 are newest first and have neither sequence nor codes nor locations. Rows stand in no order.
/// </remarks>
internal static class BulkTables
{
    private static readonly DateOnly Epoch = new(1998, 12, 1);

    /// <summary>Entry names and contents, in the order of the zip.</summary>
    public static IEnumerable<(string Entry, string Content)> Write(IReadOnlyList<BillAsOf> bills)
    {
        yield return ("BILL_TBL.dat", Table(bills, Bill));
        yield return ("BILL_HISTORY_TBL.dat", Table(bills, History));
        yield return ("BILL_VERSION_TBL.dat", Table(bills, Versions));
        yield return ("BILL_VERSION_AUTHORS_TBL.dat", Table(bills, Authors));
    }

    private static string Table(IReadOnlyList<BillAsOf> bills, Action<StringBuilder, BillAsOf> write)
    {
        var table = new StringBuilder();
        foreach (var bill in bills)
        {
            write(table, bill);
        }

        return table.ToString();
    }

    private static void Bill(StringBuilder table, BillAsOf bill)
    {
        var id = bill.Bill.Id;
        var chapter = bill.Chapter;
        new BulkText(table)
            .Text(id.LeginfoId).Text(id.Session.Years).Text(id.Session.Extraordinary.ToString(CultureInfo.InvariantCulture))
            .Text(id.Type.ToString()).Number(id.Number).Text(bill.Latest?.Action)
            .Text(chapter?.Year).Text(chapter?.Kind).Text(chapter?.Extraordinary).Text(chapter?.Number)
            .Text(bill.Latest?.Id).Text("Y").Text("HS_INT").Stamp(bill.Touched)
            .Text(bill.Last.Ternary).Text(bill.Last.Secondary).Text(bill.Last.Primary).Text(bill.Last.EndStatus).Day(bill.Day31)
            .End();
    }

    private static void History(StringBuilder table, BillAsOf bill)
    {
        var old = bill.Bill.Id.Session.StartYear < 2001;
        var block = (bill.Touched.DayNumber - Epoch.DayNumber) * 400L + bill.Bill.Ordinal % 400;
        if (bill.Bill.Ordinal >= 400)
        {
            block += 10_000_000L * (bill.Bill.Ordinal / 400);
        }

        var ids = bill.Lines.Select((line, i) => (line, 100_000_000 + block * 100 + (old ? bill.Lines.Count - 1 - i : i))).ToList();
        var turn = old ? 0 : bill.Bill.Ordinal * 7 % ids.Count;
        foreach (var (line, rowId) in old ? Enumerable.Reverse(ids) : ids.Skip(turn).Concat(ids.Take(turn)))
        {
            new BulkText(table)
                .Text(bill.Bill.Id.LeginfoId).Number(rowId).Day(line.Date).Text(line.BulkText).Text("LEG_ESI").Stamp(bill.Touched)
                .Number(line.Sequence).Text(line.Code).Text(old ? null : "Applied")
                .Text(line.Primary).Text(line.Secondary).Text(line.Ternary).Text(line.EndStatus)
                .End();
        }
    }

    private static void Versions(StringBuilder table, BillAsOf bill)
    {
        foreach (var version in bill.Versions)
        {
            new BulkText(table)
                .Text(version.Id).Text(bill.Bill.Id.LeginfoId).Number(version.Number).Day(version.Date).Text(version.Action).Text(null)
                .Text(version.Topic).Text(version.VoteRequired).Text(version.Appropriation).Text(version.FiscalCommittee)
                .Text(version.LocalProgram).Text(null).Text(version.Urgency).Text(version.TaxLevy).Name(bill.Bill.HasTextsAndHearings ? ReplayedText.NameOf(bill.Bill, version) : "NULL")
                .Text("Y").Text("LEG_ESI").Stamp(version.Posted)
                .End();
        }
    }

    private static void Authors(StringBuilder table, BillAsOf bill)
    {
        foreach (var version in bill.Versions)
        {
            foreach (var author in version.Authors.Split("; ").Where(name => name != "-"))
            {
                var house = author.LastIndexOf(" (", StringComparison.Ordinal);
                var name = author[..house];
                new BulkText(table)
                    .Text(version.Id).Text(name.StartsWith("Committee", StringComparison.Ordinal) ? "Committee" : "Legislator")
                    .Text(author.EndsWith("(A)", StringComparison.Ordinal) ? "ASSEMBLY" : "SENATE").Text(name).Text("LEAD_AUTHOR")
                    .Text(null).Text("Y").Text("LEG_ESI").Stamp(version.Posted).Text("Y")
                    .End();
            }
        }
    }
}
