namespace LegTracker.Server.Sources.Pages;

/// <summary>Whether leginfo's pages may be read against its robots.txt.</summary>
internal enum PageAccess
{
    /// <summary>robots.txt decides.</summary>
    ObeyRobots,

    /// <summary>The operator has permission from the site.</summary>
    Permitted,
}

/// <summary>Where and how the pages are read.</summary>
/// <param name="BaseAddress">Root of the site, with a slash at its end.</param>
/// <param name="MinimumGap">Rest between two requests; each bill costs two.</param>
/// <param name="Contact">Mail or web address for the User-Agent; may be empty.</param>
internal sealed record PageSourceOptions(Uri BaseAddress, PageAccess Access, TimeSpan MinimumGap, string Contact)
{
    /// <summary>The site's daily maintenance; null when it has none. Default <see cref="DailyPause.OfLeginfo"/>.</summary>
    public DailyPause? Pause { get; init; } = DailyPause.OfLeginfo;
}
