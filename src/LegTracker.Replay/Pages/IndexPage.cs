using System.Globalization;
using System.Text;
using LegTracker.Legislature;
using LegTracker.Replay.Bulk;
using LegTracker.Replay.Histories;

namespace LegTracker.Replay.Pages;

/// <summary>The address <c>/</c>: the bulk files there are, the measures, and what about them is real, partial or invented.</summary>
internal static class IndexPage
{
    /// <summary>The page.</summary>
    public static string Write(Library library, DateTimeOffset now)
    {
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"UTF-8\" /><title>Index of /</title></head>\n<body>\n<h1>Index of /</h1>\n")
            .Append("<p>A replay of recorded histories. It is ").Append(Time(now)).Append(" in Los Angeles here; what was published later is not shown.</p>\n<table id=\"files\">");
        foreach (var file in BulkFile.Names(library.StartYears, CaliforniaTime.DayOf(now)))
        {
            if (BulkFile.TryFind(file, now, library.StartYears) is { } build)
            {
                page.Append("<tr><td><a href=\"").Append(file).Append("\">").Append(file).Append("</a></td><td>").Append(Time(build.Built)).Append("</td></tr>\n");
            }
        }

        page.Append("</table>\n<h2>Measures</h2>\n<p>Measures numbered 9001 and up are invented numbers over real histories: the sources do not name the measure.</p>\n")
            .Append("<table id=\"measures\">");
        foreach (var bill in library.Known(Library.DayShown(now)))
        {
            page.Append("<tr><td><a href=\"/faces/billHistoryClient.xhtml?bill_id=").Append(bill.Bill.Id.LeginfoId).Append("\">")
                .Append(PageFrame.Escape(bill.Bill.Id.ToString())).Append("</a></td><td>").Append(PageFrame.Escape(bill.Topic)).Append("</td><td>")
                .Append(PageFrame.Escape(Notes(bill.Bill))).Append("</td></tr>\n");
        }

        return page.Append("</table>\n</body></html>\n").ToString();
    }

    private static string Notes(ReplayedBill bill)
    {
        List<string> notes = [.. bill.Notes];
        if (bill.From is { } from)
        {
            notes.Insert(0, string.Create(CultureInfo.InvariantCulture, $"History before {from:yyyy-MM-dd} not at hand."));
        }

        if (bill.NumberIsInvented)
        {
            notes.Insert(0, "Invented number.");
        }

        return string.Join(' ', notes);
    }

    private static string Time(DateTimeOffset instant) =>
        CaliforniaTime.InLosAngeles(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
