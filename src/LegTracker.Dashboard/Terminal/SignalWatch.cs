using System.Runtime.InteropServices;
using System.Threading.Channels;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Terminal;

/// <summary>Puts the terminal back on whatever ends or stops the process, and tells the host of it.</summary>
internal sealed class SignalWatch : IDisposable
{
    /// <summary>How long a host that hangs may take to end after a signal.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ITerminal terminal;
    private readonly ChannelWriter<Msg> inbox;
    private readonly TimeProvider clock;
    private readonly List<PosixSignalRegistration> registrations = [];
    private ITimer? deadline;

    public SignalWatch(ITerminal terminal, JobControl jobs, ChannelWriter<Msg> inbox, TimeProvider clock)
    {
        (this.terminal, this.inbox, this.clock) = (terminal, inbox, clock);
        AppDomain.CurrentDomain.UnhandledException += PutBack;
        AppDomain.CurrentDomain.ProcessExit += PutBack;
        End(PosixSignal.SIGHUP, 1);
        End(PosixSignal.SIGINT, 2);
        End(PosixSignal.SIGQUIT, 3);
        End(PosixSignal.SIGTERM, 15);
        if (!OperatingSystem.IsWindows())
        {
            Tell(PosixSignal.SIGWINCH, () => new HostEvent.SizeChanged());
            Tell(PosixSignal.SIGCONT, () => new HostEvent.Continued());
            Tell(PosixSignal.SIGTSTP, () => jobs.WasOwnStop() ? null : new HostEvent.Suspended());
        }
    }

    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        AppDomain.CurrentDomain.UnhandledException -= PutBack;
        AppDomain.CurrentDomain.ProcessExit -= PutBack;
        deadline?.Dispose();
    }

    private void PutBack(object? sender, EventArgs args) => terminal.Leave();

    private void End(PosixSignal signal, int number) => registrations.Add(PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        terminal.Leave();
        inbox.TryWrite(new HostEvent.End(128 + number));
        deadline ??= clock.CreateTimer(_ => Environment.Exit(128 + number), null, Patience, Timeout.InfiniteTimeSpan);
    }));

    private void Tell(PosixSignal signal, Func<Msg?> what) => registrations.Add(PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        if (what() is { } told)
        {
            inbox.TryWrite(told);
        }
    }));
}
