namespace LegTracker.Dashboard.Terminal;

/// <summary>Stops the process as Ctrl-Z does; SIGCONT from the shell lets it run on.</summary>
internal sealed class JobControl
{
    private volatile bool expectsOwnStop;

    /// <summary>False in a process that leads its session: no shell below could ever continue it.</summary>
    public static bool CanStop => Libc.GetSid(0) != Environment.ProcessId;

    /// <summary>Stops this process; and, as the keyboard would, the others of its group (a pipe's end, <c>dotnet run</c>).</summary>
    public void Stop(bool wholeGroup)
    {
        if (wholeGroup)
        {
            expectsOwnStop = true;
            _ = Libc.Kill(0, Libc.KeyboardStopSignal);
        }

        _ = Libc.Kill(Environment.ProcessId, Libc.StopSignal);
    }

    /// <summary>Whether a SIGTSTP that has come is the one of <see cref="Stop"/>; asks once.</summary>
    public bool WasOwnStop()
    {
        var own = expectsOwnStop;
        expectsOwnStop = false;
        return own;
    }
}
