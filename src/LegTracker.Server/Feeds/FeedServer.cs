using System.Data.Common;
using System.Net;
using LegTracker.Server.Api;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LegTracker.Server.Feeds;

/// <summary>Serves the feeds over HTTP/1.1 on a listener of their own beside gRPC, so that neither answers on the other's address.</summary>
/// <remarks>Only names of this machine are taken as Host: a page in a browser cannot read the feeds through a name that it points here.</remarks>
internal sealed partial class FeedServer(Uri listen, ChangesFeed changes, CalendarFeed calendar, ILoggerFactory logging) : IHostedService
{
    private const int MostConnections = 200;

    private readonly ILogger<FeedServer> logger = logging.CreateLogger<FeedServer>();
    private WebApplication? app;

    /// <summary>Where the feeds are, once started; a port 0 of the setting is the port taken.</summary>
    public IReadOnlyCollection<string> Addresses => app is null ? [] : [.. app.Urls.Select(url => url.TrimEnd('/'))];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(listen.GetLeftPart(UriPartial.Authority)).ConfigureKestrel(kestrel =>
        {
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http1);
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.AddServerHeader = false;
        });
        builder.Services.AddSingleton(logging).AddSingleton<IHostLifetime, ServersOwnLifetime>();
        builder.Services.AddHostFiltering(hosts =>
        {
            hosts.AllowedHosts = ["localhost", "127.0.0.1", "[::1]", listen.Host];
            hosts.AllowEmptyHosts = false;
        });
        app = builder.Build();
        app.UseHostFiltering();
        app.Run(AnswerAsync);
        await app.StartAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (app is not null)
        {
            await app.StopAsync(cancellationToken);
            await app.DisposeAsync();
        }
    }

    private async Task AnswerAsync(HttpContext http)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (http.Request.Path.Value is not (ChangesFeed.Path or CalendarFeed.Path))
        {
            await SayAsync(http, HttpStatusCode.NotFound, $"There are {ChangesFeed.Path} and {CalendarFeed.Path}.");
        }
        else if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.Headers.Allow = "GET, HEAD";
            await SayAsync(http, HttpStatusCode.MethodNotAllowed, "A feed is only read: GET or HEAD.");
        }
        else
        {
            await FeedAsync(http);
        }
    }

    private async Task FeedAsync(HttpContext http)
    {
        try
        {
            await (http.Request.Path == ChangesFeed.Path ? changes.AnswerAsync(http) : calendar.AnswerAsync(http));
        }
        catch (ApiError wrong)
        {
            await SayAsync(http, HttpStatusCode.BadRequest, wrong.Message);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The reader left.
        }
        catch (Exception fault) when (fault is DbException or { InnerException: DbException })
        {
            FeedFailed(fault, http.Request.Path);
            await SayAsync(http, HttpStatusCode.ServiceUnavailable, "The record cannot be read now; the server's log says why.");
        }
    }

    private static Task SayAsync(HttpContext http, HttpStatusCode status, string what)
    {
        http.Response.StatusCode = (int)status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(what + "\n", http.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} failed at the store")]
    private partial void FeedFailed(Exception fault, string path);

    // Signals are the server's business: it stops this listener as one of its services.
    private sealed class ServersOwnLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
