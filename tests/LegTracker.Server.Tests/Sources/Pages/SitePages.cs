using System.Globalization;
using System.Net;
using System.Text;
using LegTracker.Legislature;

namespace LegTracker.Server.Tests.Sources.Pages;

/// <summary>Hand-made pages after the elements that working scrapers read; no capture of the real pages was at hand.</summary>
internal static class SitePages
{
    private static int view;

    public static string History(BillRecord record, string? rows = null) => Frame(record, $"""
        <table id="billhistory"><thead><tr><th scope="col">Date</th><th scope="col">Action</th></tr></thead>
        <tbody>{rows ?? Rows(record.History.Reverse())}</tbody></table>
        """);

    public static string Status(BillRecord record, string flag = "Active Bill - ") => Frame(record, $"""
        <div class="statusRow"><div class="statusCell"><label>Measure:</label></div><div class="statusCellData"><span id="measureNum">{record.Id.PageMeasure}</span></div></div>
        <div class="statusRow"><span id="leadAuthors">{Names(record.LeadAuthors)}</span> <span id="principalAuthors">-</span> <span id="coAuthors">{Names(record.Coauthors.Reverse())}</span></div>
        <span id="subject">{E(record.Topic)}</span><span id="statusTitle">{E(record.Title ?? "")}</span>
        <span id="houseLoc">{E(record.HouseLocation ?? "")}</span><span id="lastAction" class="statusLabel">10/09/25</span>
        <select id="version" name="version">{string.Concat(record.Versions.Reverse().Select(version => $"<option value=\"{version.Id}\">{D(version.Date)} - {version.Action}</option>"))}</select>
        <table><thead><tr><th>Type of Measure</th></tr></thead><tbody><tr><td>{flag}{E(record.StatusText ?? "")}</td></tr>{TypeRows(record.Type)}</tbody></table>
        <table id="billhistory"><thead><tr><th>Date</th><th>Action</th></tr></thead><tbody>{Rows(record.History.Reverse().Take(5))}</tbody></table>
        """);

    /// <summary>Rows in the order given.</summary>
    public static string Rows(IEnumerable<HistoryLine> lines) =>
        string.Concat(lines.Select(line => $"<tr><td scope=\"row\">{D(line.Date)}</td>\n  <td>{E(line.Text).Replace(" ", "  ", StringComparison.Ordinal)}</td></tr>"));

    /// <summary>The site's frame with a view state that is another one each time.</summary>
    public static string Frame(BillRecord record, string content) => $"""
        <!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Bill</title></head><body><form id="form1">
        <input type="hidden" id="bid" value="{record.Id.LeginfoId}"/><div id="bill_title"><h2>{record.Id.PageMeasure} <span>{E(record.Topic)}({record.Id.Session.StartYear}-{record.Id.Session.StartYear + 1})</span></h2></div>
        {content}
        <input type="hidden" name="javax.faces.ViewState" id="j_id1:javax.faces.ViewState:0" value="{Interlocked.Increment(ref view)}"/></form></body></html>
        """;

    // The words of the real page of SB 1002 (2011-12).
    private static string TypeRows(TypeOfMeasure? type)
    {
        string?[] rows =
        [
            type?.VoteRequired is { } vote ? vote + " Vote Required" : null, Row(type?.Appropriation, "Appropriation"), Row(type?.FiscalCommittee, "Fiscal Committee"),
            Row(type?.LocalProgram, "State-Mandated Local Program"), Row(type?.Urgency, "Urgency"), Row(type?.TaxLevy, "Tax levy"),
        ];
        return string.Concat(rows.OfType<string>().Select(row => $"<tr><td>{row}</td></tr>"));

        static string? Row(bool? mark, string words) => mark switch { true => words, false => "Non-" + words, _ => null };
    }

    private static string Names(IEnumerable<string> names) => string.Join(" , ", names.Select(name => E(name) + " (A)")) is { Length: > 0 } text ? text : "-";

    private static string E(string text) => WebUtility.HtmlEncode(text);

    private static string D(DateOnly date) => date.ToString("MM/dd/yy", CultureInfo.InvariantCulture);
}
