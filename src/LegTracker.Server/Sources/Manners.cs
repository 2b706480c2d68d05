using System.Reflection;

namespace LegTracker.Server.Sources;

/// <summary>How a source behaves towards its host.</summary>
/// <param name="Contact">Mail or web address for the User-Agent; may be empty.</param>
/// <param name="MinimumGap">Rest between the end of one request and the start of the next to the same host, whoever asks (<see cref="HostTurns"/>).</param>
internal sealed record Manners(string Contact, TimeSpan MinimumGap)
{
    /// <summary>Longest silence of a host, before its answer and inside it. Default 30 s.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest time for one request, its body included. Default 1 h; a body kept in memory gets 2 min.</summary>
    public TimeSpan LongestDownload { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Longest time for a body kept in memory. Default 2 min.</summary>
    public TimeSpan LongestFetch { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The product named to hosts, also the one that robots.txt may address.</summary>
    public const string Product = "LegTracker";

    /// <summary><c>LegTracker/0.1.0 (+contact)</c>; one line of printable ASCII whatever the contact holds.</summary>
    public string UserAgent
    {
        get
        {
            var version = typeof(Manners).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
            var contact = new string([.. Contact.Where(letter => letter is >= ' ' and <= '~' and not ('(' or ')' or '\\'))]).Trim();
            return contact.Length == 0 ? $"{Product}/{version}" : $"{Product}/{version} (+{contact})";
        }
    }
}
