using System.Net;

namespace LegTracker.Server.Sources;

/// <summary>The only way out to a source's host: one request at a time, whole bodies or a reason why not.</summary>
/// <remarks>
/// Redirects are followed by hand, at most five, on the same host and never from https to http. Decompression is done by hand because the
/// framework's hands back half of a cut body with status 200 and no exception. Time-outs and rests go by the real clock.
/// </remarks>
internal sealed class PoliteClient : IDisposable
{
    private const int MostRedirects = 5;

    private readonly HttpClient client;
    private readonly Manners manners;
    private readonly TimeProvider time;
    private readonly HostTurns turns;
    private readonly HostTurns? own;

    /// <param name="shared">The turns that other clients of the same hosts take too; null when there are none.</param>
    public PoliteClient(Manners manners, TimeProvider time, HostTurns? shared = null)
    {
        this.manners = manners;
        this.time = time;
        own = shared is null ? new HostTurns(time) : null;
        turns = shared ?? own!;
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", manners.UserAgent);
    }

    /// <summary>Asks once, following redirects. Throws only when cancelled.</summary>
    public async Task<FetchOutcome> GetAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        using var turn = await turns.Of(request.Address, manners.MinimumGap).TakeAsync(cancellationToken);
        var address = request.Address;
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            await turn.RestAsync(cancellationToken);
            if (request.NotNow?.Invoke() is true)
            {
                return new FetchOutcome.Failed("NOT_NOW", $"{address} was not asked: its time was over when its turn came");
            }

            try
            {
                var (outcome, next) = await AskAsync(request, address, cancellationToken);
                if (outcome is not null)
                {
                    return outcome;
                }

                address = next!;
            }
            finally
            {
                turn.Asked();
            }
        }

        return new FetchOutcome.Failed("REDIRECT", $"more than {MostRedirects} redirects, the last to {address}");
    }

    public void Dispose()
    {
        client.Dispose();
        own?.Dispose();
    }

    private async Task<(FetchOutcome? Outcome, Uri? Next)> AskAsync(FetchRequest request, Uri address, CancellationToken cancellationToken)
    {
        using var patience = new Patience(manners.IdleTimeout, request.SaveWhole is null ? manners.LongestFetch : manners.LongestDownload, time, cancellationToken);
        try
        {
            using var message = MessageOf(request, address);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (response.StatusCode is HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
            {
                var next = NextOf(address, response.Headers.Location);
                return next is null
                    ? (new FetchOutcome.Failed("REDIRECT", $"{address} redirects to {response.Headers.Location?.ToString() ?? "nowhere"}, which is not followed", (int)response.StatusCode), null)
                    : (null, next);
            }

            return (await ReadAsync(request, address, response, patience), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (new FetchOutcome.Failed("TIMEOUT", $"{address} did not answer in time"), null);
        }
        catch (HttpRequestException fault)
        {
            return (Failure(address, fault.HttpRequestError, fault.Message), null);
        }
        catch (HttpIOException fault)
        {
            return (Failure(address, fault.HttpRequestError, fault.Message), null);
        }
        catch (IOException fault)
        {
            return (new FetchOutcome.Failed("CONNECTION", $"{address}: {fault.Message}"), null);
        }
    }

    private async Task<FetchOutcome> ReadAsync(FetchRequest request, Uri address, HttpResponseMessage response, Patience patience)
    {
        var status = (int)response.StatusCode;
        var head = FetchedHead.Of(response);
        switch (response.StatusCode)
        {
            case HttpStatusCode.NotModified:
                return new FetchOutcome.NotModified(head);
            case HttpStatusCode.PartialContent when request.Range is not { } range || !PartFits(range, response):
                return new FetchOutcome.Failed("RANGE", $"{address} sent another part than was asked for ({response.Content.Headers.ContentRange})", status);
            case HttpStatusCode.PartialContent or HttpStatusCode.OK:
                break;
            default:
                return new FetchOutcome.Failed("HTTP_STATUS", $"{address} answered {status} {response.ReasonPhrase}".TrimEnd(), status, RetryWish.Read(response.Headers, time.GetUtcNow()));
        }

        if (status == 200 && request.IfRange is not null)
        {
            return new FetchOutcome.Failed("CHANGED", $"{address} has changed while it was read", status);
        }

        request.HeadSeen?.Invoke(head);
        var body = new ResponseBody(response, request, patience);
        return (status == 200 ? request.SaveWhole : request.SavePart) is { } open
            ? await body.SaveAsync(address, head, open)
            : await body.KeepAsync(address, head);
    }

    private static HttpRequestMessage MessageOf(FetchRequest request, Uri address)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address);
        var whole = request.Range is null && request.SaveWhole is null;
        message.Headers.TryAddWithoutValidation("Accept-Encoding", whole ? "gzip" : "identity");
        message.Headers.IfModifiedSince = request.IfModifiedSince;
        if (request.Range is { } range)
        {
            message.Headers.Range = range.From is { } from ? new(from, from + range.Length - 1) : new(null, range.Length);
        }

        if (request.IfRange is { } validator)
        {
            message.Headers.TryAddWithoutValidation("If-Range", validator);
        }

        return message;
    }

    private static bool PartFits(ByteRange asked, HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentRange is not { HasRange: true, HasLength: true, Unit: "bytes", From: { } from, To: { } to, Length: { } total })
        {
            return false;
        }

        var first = asked.From ?? Math.Max(0, total - asked.Length);
        return from == first && to == Math.Min(total, first + asked.Length) - 1;
    }

    private static Uri? NextOf(Uri from, Uri? location)
    {
        if (location is null || !Uri.TryCreate(from, location, out var next) || next.Host != from.Host)
        {
            return null;
        }

        var upgrade = from is { Scheme: "http", IsDefaultPort: true } && next is { Scheme: "https", IsDefaultPort: true };
        return upgrade || (next.Scheme == from.Scheme && next.Port == from.Port) ? next : null;
    }

    private static FetchOutcome.Failed Failure(Uri address, HttpRequestError error, string message) => new(
        error switch
        {
            HttpRequestError.ResponseEnded => "TRUNCATED",
            HttpRequestError.SecureConnectionError => "TLS",
            _ => "CONNECTION",
        },
        $"{address}: {message}");
}
