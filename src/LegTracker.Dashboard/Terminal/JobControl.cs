namespace LegTracker.Dashboard.Terminal;

/// <summary>Stops the process as Ctrl-Z does; SIGCONT from the shell lets it run on.</summary>
/// <remarks>The SIGTSTP sent to the own process group may come back before the stop, after it, or (dropped by the kernel on SIGCONT) never.</remarks>
internal sealed class JobControl(TimeProvider clock)
{
    private static readonly TimeSpan Straggling = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private bool expectsOwnStop;
    private DateTimeOffset? continued;

    /// <summary>False in a process that leads its session: no shell below could ever continue it.</summary>
    public static bool CanStop => Libc.GetSid(0) != Environment.ProcessId;

    /// <summary>Stops this process; and, as the keyboard would, the others of its group (a pipe's end, <c>dotnet run</c>).</summary>
    public void Stop(bool wholeGroup)
    {
        lock (gate)
        {
            (expectsOwnStop, continued) = (wholeGroup, null);
        }

        if (wholeGroup)
        {
            _ = Libc.Kill(0, Libc.KeyboardStopSignal);
        }

        _ = Libc.Kill(Environment.ProcessId, Libc.StopSignal);
    }

    /// <summary>The process runs again.</summary>
    public void Continue()
    {
        lock (gate)
        {
            continued = clock.GetUtcNow();
        }
    }

    /// <summary>Whether a SIGTSTP that has come is the one of <see cref="Stop"/>; true once.</summary>
    public bool WasOwnStop()
    {
        lock (gate)
        {
            var own = expectsOwnStop && (continued is null || clock.GetUtcNow() - continued < Straggling);
            expectsOwnStop = false;
            return own;
        }
    }
}
