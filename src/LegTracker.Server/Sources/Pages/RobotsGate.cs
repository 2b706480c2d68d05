using System.Text;

namespace LegTracker.Server.Sources.Pages;

/// <summary>A site's robots.txt, kept for a day, as the gate before each page.</summary>
/// <remarks>
/// RFC 9309, section 2.3.1: none (4xx) allows everything; one that cannot be fetched allows nothing, and is asked for again at the next poll.
/// A web page in its place (a block or maintenance page with status 200) counts as not fetched: it would read as "everything is allowed".
/// </remarks>
internal sealed class RobotsGate(PoliteClient client, Uri site, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private RobotsRules? rules;
    private long readAt;

    /// <summary>Why a page may not be fetched, in words; null when it may.</summary>
    /// <param name="notNow">As <see cref="FetchRequest.NotNow"/>.</param>
    public async Task<string?> RefusalAsync(Uri page, Func<bool>? notNow, CancellationToken cancellationToken)
    {
        if (rules is null || time.GetElapsedTime(readAt) >= Kept)
        {
            rules = null;
            var address = new Uri(site, "/robots.txt");
            switch (await client.GetAsync(new FetchRequest(address) { NotNow = notNow }, cancellationToken))
            {
                case FetchOutcome.Fetched fetched when IsWebPage(fetched):
                    return $"{address} could not be read, which counts as a refusal (a web page came in its place)";
                case FetchOutcome.Fetched fetched:
                    rules = RobotsRules.Parse(Encoding.UTF8.GetString(fetched.Body.AsSpan(0, Math.Min(fetched.Body.Length, RobotsRules.MostBytes))), Manners.Product);
                    break;
                case FetchOutcome.Failed { Status: >= 400 and < 500 and not 429 }:
                    rules = RobotsRules.Parse("", Manners.Product);
                    break;
                case FetchOutcome.Failed failed:
                    return $"{address} could not be read, which counts as a refusal ({failed.Detail})";
                default:
                    return $"{address} could not be read, which counts as a refusal (304 without a condition)";
            }

            readAt = time.GetTimestamp();
        }

        return rules.Allows(page.PathAndQuery) ? null : $"{new Uri(site, "/robots.txt")} disallows {page.AbsolutePath} for programs";
    }

    private static bool IsWebPage(FetchOutcome.Fetched fetched) =>
        fetched.Head.ContentType?.MediaType is "text/html" or "application/xhtml+xml"
        || Encoding.UTF8.GetString(fetched.Body.AsSpan(0, Math.Min(fetched.Body.Length, 512))).TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('<');
}
