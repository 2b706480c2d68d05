using System.Threading.Channels;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Update;

namespace LegTracker.Dashboard.Terminal;

/// <summary>Runs the dashboard on a terminal: takes messages, lets Update make the next model, draws it when nothing more waits.</summary>
internal sealed class DashboardHost
{
    private static readonly TimeSpan BetweenFrames = TimeSpan.FromMilliseconds(8);

    private readonly Channel<Msg> inbox = Channel.CreateUnbounded<Msg>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Outbox outbox;
    private readonly TerminalCommands ofTerminal;
    private readonly ITerminal terminal;
    private readonly TimeProvider clock;
    private readonly ScreenPainter painter;
    private readonly ITimer ticker;
    private readonly JobControl jobs;
    private DashboardModel model;
    private int? exitCode;
    private bool suspended;

    private DashboardHost(DashboardSettings settings, ITerminal terminal, TimeProvider clock)
    {
        (this.terminal, this.clock) = (terminal, clock);
        var traits = TerminalTraits.Read(settings.Environment);
        var depth = settings.NoColour ? ColourDepth.None : traits.Depth;
        painter = new(terminal, depth, settings.Shown);
        jobs = new(clock);
        ofTerminal = new(terminal, settings.Environment);
        outbox = new(clock, fault => inbox.Writer.TryWrite(new Msg.Said(fault, IsProblem: true)));
        ticker = clock.CreateTimer(_ => inbox.Writer.TryWrite(new Msg.Tick(clock.GetUtcNow())), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var start = DashboardUpdate.Start(clock.GetUtcNow(), settings.Zone, settings.Ascii || !traits.IsUtf8);
        model = start with
        {
            Keys = settings.Keys ?? start.Keys,
            View = settings.View,
            Filter = settings.Filter,
            Colours = depth != ColourDepth.None,
            Mouse = settings.Mouse,
            Toast = settings.Notice.Length > 0 ? new(settings.Notice, IsProblem: true, DateTimeOffset.MaxValue) : null,
        };
    }

    /// <summary>Runs on the process's own terminal until the user quits or a signal ends it.</summary>
    /// <param name="events">What the server tells; may complete early.</param>
    /// <param name="onCommand">Carries out what the host cannot, one after another, beside the screen. What it throws is shown in the last row.</param>
    public static async Task<DashboardOutcome> RunAsync(DashboardSettings settings, ChannelReader<Msg> events, Func<Cmd, ValueTask> onCommand, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (UnixTerminal.Open(settings.Mouse, out var reason) is not { } terminal)
        {
            return new DashboardOutcome.NotATerminal(reason);
        }

        using var guard = settings.Guard ? TerminalGuard.Start() : null;
        return new DashboardOutcome.Ended(await RunOnAsync(terminal, settings, events, onCommand, clock, cancellationToken));
    }

    /// <summary>As <see cref="RunAsync"/>, on a given terminal; the exit code.</summary>
    public static async Task<int> RunOnAsync(ITerminal terminal, DashboardSettings settings, ChannelReader<Msg> events, Func<Cmd, ValueTask> onCommand, TimeProvider clock, CancellationToken cancellationToken)
    {
        var host = new DashboardHost(settings, terminal, clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var keys = new InputReader(terminal, host.inbox.Writer);
        var pump = NewsPump.RunAsync(events, host.inbox.Writer, clock, ending.Token);
        var effects = host.outbox.RunAsync(onCommand, ending.Token);
        using (new SignalWatch(terminal, host.jobs, host.inbox.Writer, clock))
        {
            try
            {
                terminal.Enter();
                host.Measure();
                keys.Start();
                return await host.LoopAsync(cancellationToken);
            }
            finally
            {
                terminal.Leave();
                keys.Stop();
                await host.ticker.DisposeAsync();
                await host.outbox.EndAsync(effects);
                await ending.CancelAsync();
                await pump;
            }
        }
    }

    private async Task<int> LoopAsync(CancellationToken cancellationToken)
    {
        var last = DateTimeOffset.MinValue;
        TakeWaiting();
        while (exitCode is null)
        {
            await outbox.MarkedAsync();
            if (!suspended && painter.Draw(model))
            {
                last = clock.GetUtcNow();
            }

            Arm();
            try
            {
                await inbox.Reader.WaitToReadAsync(cancellationToken);
                var rest = last + BetweenFrames - clock.GetUtcNow();
                if (rest > TimeSpan.Zero && rest <= BetweenFrames)
                {
                    await Task.Delay(rest, clock, cancellationToken);
                }
            }
            catch (OperationCanceledException)
            {
                return 0;
            }

            Take(new Msg.Tick(clock.GetUtcNow()));
            TakeWaiting();
        }

        return exitCode.Value;
    }

    private void TakeWaiting()
    {
        while (exitCode is null && inbox.Reader.TryRead(out var msg))
        {
            Take(msg);
        }
    }

    private void Take(Msg msg)
    {
        switch (msg)
        {
            case HostEvent.End stop:
                exitCode = stop.ExitCode;
                break;
            case HostEvent.SizeChanged:
                Measure();
                break;
            case HostEvent.Suspended:
                Suspend(wholeGroup: false);
                break;
            case HostEvent.Continued:
                suspended = false;
                jobs.Continue();
                terminal.Enter();
                ofTerminal.TakeMouse(model.Mouse);
                painter.Forget();
                Measure();
                break;
            case Msg.Clicked click when painter.At(click.Column, click.Row) is { } does:
                Apply(does);
                break;
            default:
                Apply(msg);
                break;
        }
    }

    private void Apply(Msg msg)
    {
        (model, var commands) = DashboardUpdate.Apply(model, msg);
        foreach (var command in commands)
        {
            switch (command)
            {
                case Cmd.Quit:
                    exitCode = 0;
                    break;
                case Cmd.Redraw:
                    painter.Forget();
                    break;
                case Cmd.Suspend:
                    Suspend(wholeGroup: true);
                    break;
                case var own when ofTerminal.TryRun(own, out var problem):
                    model = problem is null ? model : DashboardUpdate.Say(model, problem, isProblem: true);
                    break;
                default:
                    outbox.Post(command);
                    break;
            }
        }
    }

    private void Measure()
    {
        var (columns, rows) = terminal.Size;
        Apply(new Msg.Resized(columns, rows));
    }

    private void Arm()
    {
        var due = Passing.NextTick(model) - clock.GetUtcNow();
        ticker.Change(suspended ? Timeout.InfiniteTimeSpan : due > TimeSpan.FromMilliseconds(1) ? due : TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
    }

    private void Suspend(bool wholeGroup)
    {
        if (suspended)
        {
            return;
        }

        if (!JobControl.CanStop)
        {
            model = DashboardUpdate.Say(model, "This terminal has no shell below to return to: q quits", isProblem: true);
            return;
        }

        suspended = true;
        terminal.Leave();
        jobs.Stop(wholeGroup);
    }
}
