using System.Text;
using LegTracker.Legislature;
using LegTracker.Replay.Histories;

namespace LegTracker.Replay.Pages;

/// <summary><c>billSearchClient.xhtml</c>: every measure of a two-year session in one table, as the site answers a search by session alone.</summary>
internal static class SearchPage
{
    /// <summary>The page.</summary>
    /// <param name="billNumber">When given, only measures of that number.</param>
    public static string Write(Library library, DateOnly day, int startYear, string? billNumber)
    {
        var found = library.Known(day)
            .Where(bill => bill.Bill.Id.Session.StartYear == startYear && (string.IsNullOrEmpty(billNumber) || Matches(bill, billNumber)))
            .ToList();
        var body = new StringBuilder("<select id=\"author\" name=\"author\"><option value=\"All\">All</option>");
        foreach (var author in found.Select(Author).Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal))
        {
            body.Append("<option>").Append(PageFrame.Escape(author)).Append("</option>");
        }

        body.Append("</select>\n<table id=\"bill_results\"><thead><tr><th>Measure</th><th>Subject</th><th>Author</th><th>Status</th></tr></thead>\n<tbody>");
        foreach (var bill in found)
        {
            var id = bill.Bill.Id;
            var subject = id.Type is MeasureType.HR or MeasureType.SR ? "x" : bill.Topic;
            body.Append("<tr><td scope=\"row\"><a href=\"/faces/billNavClient.xhtml?bill_id=").Append(id.LeginfoId).Append("\">")
                .Append(id.PageMeasure).Append("</a></td><td>").Append(PageFrame.Escape(subject)).Append("</td><td>")
                .Append(PageFrame.Escape(Author(bill))).Append("</td><td>").Append(PageFrame.Escape(Status(bill, library))).Append("</td></tr>\n");
        }

        return PageFrame.Wrap("Bill Search", body.Append("</tbody></table>").ToString());
    }

    private static bool Matches(BillAsOf bill, string number) =>
        bill.Bill.Id.PageMeasure.EndsWith("-" + number.Trim(), StringComparison.Ordinal)
        || string.Equals(bill.Bill.Id.Measure, number.Trim().Replace('-', ' '), StringComparison.OrdinalIgnoreCase);

    /// <summary>The first lead author's name without the house.</summary>
    private static string Author(BillAsOf bill)
    {
        var first = bill.Authors.Split("; ")[0];
        var house = first.LastIndexOf(" (", StringComparison.Ordinal);
        return house > 0 ? first[..house] : "";
    }

    private static string Status(BillAsOf bill, Library library)
    {
        var line = bill.Last;
        var house = bill.HouseLocation;
        var committee = library.Committee(line.Ternary);
        return bill.Status switch
        {
            "Chaptered" or "Vetoed" or "Enrolled" or "Signed by Governor" => bill.Status,
            "Died" => committee is null ? $"{house} - Died" : $"{house} - Died - {committee}",
            "In Committee Process" => $"{house} - {committee ?? "In Committee Process"}",
            "In Floor Process" => $"{house} - {line.Ternary ?? "In Floor Process"}",
            var status => $"{house} - {status}",
        };
    }
}
