using LegTracker.Legislature;
using LegTracker.Replay.Bulk;
using LegTracker.Replay.Faulting;
using LegTracker.Replay.Histories;
using LegTracker.Replay.Hosting;

namespace LegTracker.Replay;

/// <summary>Starts a legislature that replays recorded histories as of a clock.</summary>
public static class ReplayHost
{
    /// <summary>Serves pages and bulk files from one address until disposed.</summary>
    /// <param name="clock">Decides what is published; it may be stepped or run fast.</param>
    /// <exception cref="FormatException">A further history file has a row that is none.</exception>
    /// <exception cref="ArgumentException">The options are wrong; the message names every failure.</exception>
    /// <exception cref="IOException">The address cannot be listened on.</exception>
    public static async Task<RunningReplay> StartAsync(ReplayOptions options, LegislativeClock clock, CancellationToken ct)
    {
        options.Validate();
        var library = options.Season is { } season ? Library.Of(season, options.JournalPageDelay) : Library.Load(options.JournalPageDelay, options.Copies, options.Histories);
        var router = new ReplayRouter(options, clock, library, new BulkArchive(library));
        var sender = new AnswerSender(options);
        var faults = new ReplayFaults();
        var requests = new RequestLog();

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls(options.Listen.ToString());
        var app = builder.Build();
        app.Run(context => AnswerAsync(context));
        try
        {
            await app.StartAsync(ct);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new RunningReplay(app, faults, requests);

        async Task AnswerAsync(HttpContext context)
        {
            var request = context.Request;
            if (request.Path == FaultRequest.Path)
            {
                var local = context.Connection.RemoteIpAddress is { } from && System.Net.IPAddress.IsLoopback(from);
                await sender.SendAsync(context, local ? FaultRequest.Answer(request, faults) : Answer.Text(404, ""), null);
                return;
            }

            var address = request.Path + request.QueryString;
            requests.Add(new ReplayRequest(options.Time.GetUtcNow(), request.Method, address));
            if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            {
                await sender.SendAsync(context, Answer.Text(405, "GET or HEAD\n"), null);
                return;
            }

            var fault = faults.Take(address) ?? faults.Draw(address, router.ScopeOf(request));
            await sender.SendAsync(context, Find(request, fault), fault);
        }

        Answer Find(HttpRequest request, ReplayFault? fault)
        {
            try
            {
                var answer = router.Find(request, fault?.Kind);
                return fault is null ? answer : FaultAnswers.Apply(fault, answer);
            }
            catch (Exception ours)
            {
                // A fault of the replay itself must not look like a fault of the sites it stands for.
                return Answer.Text(500, $"legtracker-replay: {ours}\n");
            }
        }
    }
}
