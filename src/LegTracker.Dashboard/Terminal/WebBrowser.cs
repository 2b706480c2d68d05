using System.Diagnostics;

namespace LegTracker.Dashboard.Terminal;

/// <summary>Opens web pages in the user's browser without letting it near the terminal.</summary>
internal static class WebBrowser
{
    /// <summary>Starts the browser; false when this machine has none to show, as over SSH.</summary>
    public static bool TryOpen(string url, Func<string, string?> variable)
    {
        var opener = OperatingSystem.IsMacOS() ? "open" : "xdg-open";
        var hasDesktop = OperatingSystem.IsMacOS() || variable("DISPLAY") is { Length: > 0 } || variable("WAYLAND_DISPLAY") is { Length: > 0 };
        if (!hasDesktop || !Uri.TryCreate(url, UriKind.Absolute, out var page) || page.Scheme is not ("https" or "http"))
        {
            return false;
        }

        try
        {
            // All streams redirected: a child that shared them would make .NET change the terminal's settings.
            using var process = Process.Start(new ProcessStartInfo(opener, [page.AbsoluteUri]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true });
            return process is not null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
