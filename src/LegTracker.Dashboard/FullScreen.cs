using System.Collections.Immutable;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.Dashboard.Commands;
using LegTracker.Dashboard.Live;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Terminal;
using LegTracker.Dashboard.Update;
using LegTracker.Legislature;

namespace LegTracker.Dashboard;

/// <summary>The dashboard on this process's terminal, fed by a server: the full screen, or a dialogue in lines.</summary>
/// <remarks>Signals end the screens themselves, with 128 + n: the command line's token, which the same signals cancel, would end them with 0.</remarks>
internal sealed class FullScreen : IDashboardScreen
{
    // How long the screen may keep the server waiting.
    private static readonly TimeSpan LongestAlone = TimeSpan.FromSeconds(1);

    public bool HasTerminal => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    public (KeyMap Keys, KeyMap Usual, ImmutableArray<string> Faults) Keys
    {
        get
        {
            var own = OwnSettings.Read(Environment.GetEnvironmentVariable, ViewFile.In(StateFile.Folder(Environment.GetEnvironmentVariable)));
            return (own.Keys, CommandRegistry.Default, own.Faults);
        }
    }

    public Task<int> RunAsync(LegTrackerConnection connection, Uri address, DisplayOptions options, CancellationToken cancellationToken)
    {
        var shown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        // The server is called when the list of the last visit is on the screen: until then every core works for that.
        var afterwards = options with
        {
            Prepare = async (say, stop) =>
            {
                await Task.WhenAny(shown.Task, Task.Delay(LongestAlone, TimeProvider.System, stop));
                await options.Prepare(say, stop);
            },
        };
        return InSessionAsync(connection, address, afterwards, async (session, own) =>
        {
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
                Notice = Notice(own.Faults),
                Shown = () => shown.TrySetResult(),
            };
            var meetings = new MeetingEffects(connection, session.News, SegmentContentMapping.From, SegmentOutput.WriteHereAsync);
            return await DashboardHost.RunAsync(settings, session.Messages, CarryOutAsync, TimeProvider.System, CancellationToken.None) switch
            {
                DashboardOutcome.Ended ended => ended.ExitCode,
                DashboardOutcome.NotATerminal refused => throw new CommandFault(ExitCode.Usage, $"The dashboard needs a terminal: {refused.Reason}"),
                var other => throw new InvalidOperationException($"unknown outcome {other}"),
            };

            async ValueTask CarryOutAsync(Cmd command)
            {
                if (!await meetings.RunAsync(command))
                {
                    await session.CarryOutAsync(command);
                }
            }
        }, cancellationToken);
    }

    public Task<int> TalkAsync(LegTrackerConnection connection, Uri address, DisplayOptions options, CancellationToken cancellationToken) =>
        InSessionAsync(connection, address, options, (session, _) => new LineDialogue(session, Console.Out, TimeProvider.System).RunAsync(Console.In, prompts: !Console.IsInputRedirected, CancellationToken.None), cancellationToken);

    private static async Task<int> InSessionAsync(LegTrackerConnection connection, Uri address, DisplayOptions options, Func<DashboardSession, OwnSettings, Task<int>> use, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var folder = options.StateFolder ?? StateFile.Folder(Environment.GetEnvironmentVariable);
        var choices = ViewFile.In(folder);
        using var session = new DashboardSession(connection, address, folder, choices, TimeProvider.System);
        _ = session.RecallAsync();
        var own = OwnSettings.Read(Environment.GetEnvironmentVariable, choices);
        foreach (var fault in own.Faults)
        {
            Console.Error.WriteLine(fault);
        }

        var (rules, faults) = NoticesFile.Read(NoticesFile.Path(Environment.GetEnvironmentVariable));
        session.Tell(new Msg.NoticesSet(rules));
        foreach (var fault in faults)
        {
            Console.Error.WriteLine(fault);
            session.Tell(new Msg.Said(fault, IsProblem: true));
        }

        if (options.Tour)
        {
            session.Tell(new Msg.ToggleTour());
        }

        var running = session.RunAsync(stop => PrepareAsync(session, options, stop), ending.Token);
        try
        {
            return await use(session, own);
        }
        finally
        {
            await ending.CancelAsync();
            await running;
        }
    }

    private static string Notice(ImmutableArray<string> faults) => faults switch
    {
        [] => "",
        [var one] => one.Replace(UserFile.Folder(Environment.GetEnvironmentVariable) + "/", "", StringComparison.Ordinal),
        var many => $"{many.Length} faults in your own files; told on stderr, and by: legtracker dashboard keys",
    };

    // Without its server the dashboard still shows what was kept, and says what is wrong.
    private static async Task PrepareAsync(DashboardSession session, DisplayOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await options.Prepare(words => session.Tell(new Msg.Said(words)), cancellationToken);
        }
        catch (Exception fault) when (fault is CommandFault or RpcException or IOException)
        {
            session.Tell(new Msg.Said(fault is RpcException refused ? RichError.From(refused).Message : fault.Message, IsProblem: true));
        }
    }
}
