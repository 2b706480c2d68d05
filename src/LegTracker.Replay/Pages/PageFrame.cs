using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace LegTracker.Replay.Pages;

/// <summary>The site's frame around every page: head, menu, a form with a view state that differs with every fetch.</summary>
/// <remarks>A reconstruction from what working readers rely on, not a capture of the site.</remarks>
internal static class PageFrame
{
    /// <summary>Text safe inside an element or a quoted attribute.</summary>
    public static string Escape(string text) => HtmlEncoder.Default.Encode(text);

    /// <summary>A date as histories show it: <c>10/09/25</c>.</summary>
    public static string ShortDate(DateOnly date) => date.ToString("MM/dd/yy", CultureInfo.InvariantCulture);

    /// <summary>A whole page.</summary>
    public static string Wrap(string title, string body)
    {
        var state = Convert.ToBase64String(RandomNumberGenerator.GetBytes(96));
        return new StringBuilder("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><meta charset=\"UTF-8\" />")
            .Append("<title>").Append(Escape(title)).Append("</title></head>\n<body>\n")
            .Append("<div id=\"header\"><a href=\"/faces/home.xhtml\">California Legislative Information (replay)</a></div>\n")
            .Append("<div id=\"nav\"><a href=\"/faces/billSearchClient.xhtml\">Bill Information</a></div>\n")
            .Append("<form id=\"form1\" name=\"form1\" method=\"post\" action=\"#\">\n")
            .Append("<input type=\"hidden\" name=\"form1\" value=\"form1\" />\n")
            .Append("<input type=\"hidden\" name=\"javax.faces.ViewState\" id=\"j_id1:javax.faces.ViewState:0\" value=\"").Append(state)
            .Append("\" autocomplete=\"off\" />\n")
            .Append(body)
            .Append("\n</form>\n<div id=\"footer\">Replay of recorded histories: not the Legislature's site</div>\n</body></html>\n")
            .ToString();
    }
}
