using System.Collections.Immutable;
using System.Threading.Channels;
using LegTracker.Client;
using LegTracker.Dashboard.Commands;
using LegTracker.Dashboard.Live;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Terminal;
using LegTracker.Dashboard.Update;
using LegTracker.Legislature;

namespace LegTracker.Dashboard;

/// <summary>The dashboard on this process's terminal, fed by a server.</summary>
internal sealed class FullScreen : IDashboardScreen
{
    public bool HasTerminal => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    public (KeyMap Keys, KeyMap Usual, ImmutableArray<string> Faults) Keys
    {
        get
        {
            var own = OwnSettings.Read(Environment.GetEnvironmentVariable, ViewFile.In(Environment.GetEnvironmentVariable));
            return (own.Keys, CommandRegistry.Default, own.Faults);
        }
    }

    public async Task<int> RunAsync(LegTrackerConnection connection, Uri address, DisplayOptions options, CancellationToken cancellationToken)
    {
        var messages = Channel.CreateUnbounded<Msg>(new UnboundedChannelOptions { SingleReader = true });
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var feed = new LiveFeed(connection, address, messages.Writer, TimeProvider.System).RunAsync(ending.Token);
        var choices = ViewFile.In(Environment.GetEnvironmentVariable);
        var own = OwnSettings.Read(Environment.GetEnvironmentVariable, choices);
        foreach (var fault in own.Faults)
        {
            Console.Error.WriteLine(fault);
        }

        using var edits = new EditStore(StateFile.Folder(Environment.GetEnvironmentVariable), address.Authority);
        messages.Writer.TryWrite(edits.Restore(out var aside));
        if (aside is not null)
        {
            messages.Writer.TryWrite(new Msg.Said($"The file of unsent edits could not be read; it is kept as {aside}", IsProblem: true));
        }

        var effects = new Effects(connection, choices, messages.Writer, edits);
        var meetings = new MeetingEffects(connection, messages.Writer, SegmentContentMapping.From, SegmentOutput.WriteHereAsync);
        var settings = new DashboardSettings
        {
            Ascii = options.Ascii || own.Preferences.Ascii == true,
            NoColour = options.NoColor,
            Guard = options.Guard,
            Mouse = own.Preferences.Mouse ?? true,
            Zone = CaliforniaTime.Zone,
            Keys = own.Keys,
            View = own.View,
            Filter = own.Filter,
            Notice = own.Faults switch
            {
                [] => "",
                [var one] => one.Replace(UserFile.Folder(Environment.GetEnvironmentVariable) + "/", "", StringComparison.Ordinal),
                var many => $"{many.Length} faults in your own files; told on stderr, and by: legtracker dashboard keys",
            },
        };
        try
        {
            return await DashboardHost.RunAsync(settings, messages.Reader, RunAsync, TimeProvider.System, cancellationToken) switch
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

        async ValueTask RunAsync(Cmd command)
        {
            if (!await meetings.RunAsync(command))
            {
                await effects.RunAsync(command);
            }
        }
    }
}
