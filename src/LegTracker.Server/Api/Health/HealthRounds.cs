using LegTracker.Server.Api.Reflection;

namespace LegTracker.Server.Api.Health;

/// <summary>Looks at the store and the sources every few seconds, and says what of the server can be relied on.</summary>
/// <remarks>
/// The server as a whole (the empty name) and every service of LegTracker serve while the store can be read. <c>legtracker.source/NAME</c> serves
/// while the source does: it succeeded once, is not turned off, drifted, forbidden or cut off after failures, and raises no alarm.
/// </remarks>
internal sealed partial class HealthRounds(HealthState health, SymbolIndex index, IServiceProvider services, TimeProvider time, ILogger<HealthRounds> logger) : BackgroundService
{
    /// <summary>From one look to the next.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    // The server is to answer soon after its start; what it looks at then takes as long as a first look at the store does.
    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(1);

    private const string SourcePrefix = "legtracker.source/";
    private const string OwnServices = "legtracker.v1.";

    private readonly HashSet<string> sources = [];
    private bool readable = true;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(FirstLook, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                timer.Period = Period;
                await LookAsync(stoppingToken);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException)
        {
            // The server stops, which is how the rounds end; the desk hears of it a little before they do. A look may find its services gone already.
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        // Asked for here, so that the desk is not made on the way to the server's start.
        var states = services.GetRequiredService<SourceStates>();
        try
        {
            foreach (var (source, alarm) in await states.ListAsync(cancellationToken))
            {
                var name = SourcePrefix + source.Name;
                sources.Add(name);
                health.SetServing(name, alarm is null && source is { LastSuccess: not null, State: Recording.SourceState.Ok or Recording.SourceState.Degraded });
            }

            Say(true);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            if (readable)
            {
                StoreUnreadable(fault);
            }

            // How the sources do is not known now, and what is not known does not serve.
            foreach (var name in sources)
            {
                health.SetServing(name, false);
            }

            Say(false);
        }
    }

    private void Say(bool serving)
    {
        readable = serving;
        foreach (var service in index.Services.Where(name => name.StartsWith(OwnServices, StringComparison.Ordinal)).Prepend(""))
        {
            health.SetServing(service, serving);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The store cannot be read; health says NOT_SERVING until it can")]
    private partial void StoreUnreadable(Exception fault);
}
