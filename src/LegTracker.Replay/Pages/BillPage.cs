using System.Text;
using LegTracker.Replay.Histories;

namespace LegTracker.Replay.Pages;

/// <summary>The status page and the history page of one measure.</summary>
internal static class BillPage
{
    private static readonly (string Page, string Label)[] Tabs =
        [("billTextClient", "Text"), ("billVotesClient", "Votes"), ("billHistoryClient", "History"), ("billStatusClient", "Status")];

    /// <summary><c>billStatusClient.xhtml</c>: what the measure is, where it is, its last five actions.</summary>
    public static string Status(BillAsOf bill, Library library)
    {
        var body = new StringBuilder(Head(bill));
        Row(body, "Measure:", "measureNum", bill.Bill.Id.PageMeasure);
        Row(body, "Lead Authors:", "leadAuthors", Authors(bill));
        Row(body, "Principal Coauthors:", "principalAuthors", "-");
        Row(body, "Coauthors:", "coAuthors", "-");
        Row(body, "Topic:", "subject", bill.Topic);
        Row(body, "31st Day in Print:", "day", bill.Day31 is { } day ? PageFrame.ShortDate(day) : "");
        Row(body, "Title:", "statusTitle", "-");
        Row(body, "House Location:", "houseLoc", bill.HouseLocation);
        Row(body, "Committee Location:", "latest_commitee_location", CommitteeLocation(bill, library));
        body.Append("<div class=\"statusRow\"><div class=\"statusCell\"><label>Last Amended Date:</label></div><div class=\"statusCellData\">")
            .Append("<span id=\"lastAction\" class=\"statusLabel\">")
            .Append(bill.LastAmended is { } amended ? PageFrame.ShortDate(amended) : PageFrame.ShortDate(bill.Last.Date))
            .Append("</span></div></div>\n");
        Measure(body, bill);
        History(body, "Last 5 History Actions", bill.Lines.Reverse().Take(5));
        return PageFrame.Wrap($"Bill Status - {bill.Bill.Id.PageMeasure}", body.ToString());
    }

    /// <summary><c>billHistoryClient.xhtml</c>: every line, newest first.</summary>
    /// <param name="withLines">False serves the fault of an empty table.</param>
    public static string WholeHistory(BillAsOf bill, bool withLines)
    {
        var body = new StringBuilder(Head(bill));
        Row(body, "Measure:", "measureNum", bill.Bill.Id.PageMeasure);
        History(body, "Bill History", withLines ? bill.Lines.Reverse() : []);
        return PageFrame.Wrap($"Bill History - {bill.Bill.Id.PageMeasure}", body.ToString());
    }

    /// <summary>What either page says of a measure the site does not know: the frame, no measure.</summary>
    public static string Unknown() => PageFrame.Wrap("Bill Status", "<div id=\"bill_title\"><h2>null-0 <span></span></h2></div>\n<p>Bill not found</p>");

    private static string Head(BillAsOf bill)
    {
        var id = bill.Bill.Id;
        var head = new StringBuilder("<input type=\"hidden\" id=\"bid\" name=\"bid\" value=\"").Append(id.LeginfoId).Append("\" />\n")
            .Append("<div id=\"bill_title\"><h2>").Append(id.PageMeasure).Append(" <span>").Append(PageFrame.Escape(bill.Topic))
            .Append('(').Append(id.Session.StartYear).Append('-').Append(id.Session.StartYear + 1).Append(")</span></h2></div>\n")
            .Append("<ul id=\"bill_tabs\">");
        foreach (var (page, label) in Tabs)
        {
            head.Append("<li><a href=\"/faces/").Append(page).Append(".xhtml?bill_id=").Append(id.LeginfoId).Append("\">").Append(label).Append("</a></li>");
        }

        head.Append("</ul>\n<select id=\"version\" name=\"version\">");
        foreach (var version in bill.Versions.Reverse())
        {
            head.Append("<option value=\"").Append(version.Id).Append("\">").Append(PageFrame.ShortDate(version.Date)).Append(" - ")
                .Append(version.Action).Append("</option>");
        }

        return head.Append("</select>\n").ToString();
    }

    private static void Row(StringBuilder body, string label, string id, string value) => body
        .Append("<div class=\"statusRow\"><div class=\"statusCell\"><label>").Append(label).Append("</label></div><div class=\"statusCellData\"><span id=\"")
        .Append(id).Append("\">").Append(PageFrame.Escape(value)).Append("</span></div></div>\n");

    private static string Authors(BillAsOf bill) => bill.Authors.Replace("; ", " , ", StringComparison.Ordinal);

    private static string CommitteeLocation(BillAsOf bill, Library library) => bill.Last.Secondary == "Committee"
        ? (bill.Last.Primary == "Assembly" ? "Asm " : "Sen ") + (library.Committee(bill.Last.Ternary) ?? "(committee not at hand)")
        : "-";

    private static void Measure(StringBuilder body, BillAsOf bill)
    {
        body.Append("<table id=\"measure_type\"><thead><tr><th>Type of Measure</th></tr></thead><tbody>");
        var latest = bill.Latest;
        string?[] rows =
        [
            StatusFlag(bill.Status),
            latest?.VoteRequired is { } vote ? $"{vote} Vote Required" : null,
            Flag(latest?.Appropriation, "Appropriation"),
            Flag(latest?.FiscalCommittee, "Fiscal Committee"),
            Flag(latest?.LocalProgram, "State-Mandated Local Program"),
            Flag(latest?.Urgency, "Urgency"),
            Flag(latest?.TaxLevy, "Tax levy"),
        ];
        foreach (var row in rows.OfType<string>())
        {
            body.Append("<tr><td>").Append(PageFrame.Escape(row)).Append("</td></tr>");
        }

        body.Append("</tbody></table>\n");
    }

    private static string? Flag(string? value, string name) => value switch
    {
        "Yes" => name,
        "No" => "Non-" + name,
        _ => null,
    };

    private static string StatusFlag(string status) =>
        (status is "Chaptered" or "Vetoed" or "Died" ? "Inactive Bill - " : "Active Bill - ") + status;

    private static void History(StringBuilder body, string caption, IEnumerable<ReplayedLine> newestFirst)
    {
        body.Append("<table id=\"billhistory\"><caption>").Append(caption)
            .Append("</caption><thead><tr><th scope=\"col\">Date</th><th scope=\"col\">Action</th></tr></thead>\n<tbody>");
        foreach (var line in newestFirst)
        {
            body.Append("<tr><td scope=\"row\">").Append(PageFrame.ShortDate(line.Date)).Append("</td><td>")
                .Append(PageFrame.Escape(line.PageText)).Append("</td></tr>\n");
        }

        body.Append("</tbody></table>\n");
    }
}
