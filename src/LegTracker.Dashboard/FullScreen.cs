using System.Threading.Channels;
using LegTracker.Client;
using LegTracker.Dashboard.Commands;
using LegTracker.Dashboard.Live;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Terminal;
using LegTracker.Legislature;

namespace LegTracker.Dashboard;

/// <summary>The dashboard on this process's terminal, fed by a server.</summary>
internal sealed class FullScreen : IDashboardScreen
{
    public bool HasTerminal => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    public async Task<int> RunAsync(LegTrackerConnection connection, Uri address, DisplayOptions options, CancellationToken cancellationToken)
    {
        var messages = Channel.CreateUnbounded<Msg>(new UnboundedChannelOptions { SingleReader = true });
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var feed = new LiveFeed(connection, address, messages.Writer, TimeProvider.System).RunAsync(ending.Token);
        using var edits = new EditStore(StateFile.Folder(Environment.GetEnvironmentVariable), address.Authority);
        messages.Writer.TryWrite(edits.Restore(out var aside));
        if (aside is not null)
        {
            messages.Writer.TryWrite(new Msg.Said($"The file of unsent edits could not be read; it is kept as {aside}", IsProblem: true));
        }

        var effects = new Effects(connection, messages.Writer, edits);
        var settings = new DashboardSettings { Ascii = options.Ascii, NoColour = options.NoColor, Guard = options.Guard, Zone = CaliforniaTime.Zone };
        try
        {
            return await DashboardHost.RunAsync(settings, messages.Reader, effects.RunAsync, TimeProvider.System, cancellationToken) switch
            {
                DashboardOutcome.Ended ended => ended.ExitCode,
                DashboardOutcome.NotATerminal refused => throw new CommandFault(ExitCode.Usage, $"The dashboard needs a terminal: {refused.Reason}"),
                var other => throw new InvalidOperationException($"unknown outcome {other}"),
            };
        }
        finally
        {
            await ending.CancelAsync();
            await feed;
        }
    }
}
