namespace LegTracker.Server.Sources.Pages;

/// <summary>A page by which a site refuses: recognized by its words, for a reason that says more than "not the page".</summary>
internal static class RefusalPage
{
    private static readonly (string Reason, string[] Words)[] Known =
    [
        ("CHALLENGE", ["captcha", "cf-chl", "just a moment...", "checking your browser", "verify you are human", "enable javascript and cookies"]),
        ("BLOCKED", ["access denied", "request blocked", "request rejected", "you have been blocked", "unusual traffic", "403 forbidden", "incident id"]),
        ("MAINTENANCE", ["maintenance", "temporarily unavailable", "service unavailable", "currently unavailable"]),
        ("SESSION_EXPIRED", ["session expired", "session has expired", "session timed out", "viewexpiredexception"]),
        ("LOGIN", ["type=\"password\"", "type='password'"]),
    ];

    /// <summary>The reason's name, or null when the page is none of the known ones.</summary>
    /// <remarks>Only asked of pages that did not prove to be the wanted one: a bill may well be about maintenance.</remarks>
    public static string? ReasonOf(string html) =>
        Known.FirstOrDefault(known => known.Words.Any(word => html.Contains(word, StringComparison.OrdinalIgnoreCase))).Reason;
}
