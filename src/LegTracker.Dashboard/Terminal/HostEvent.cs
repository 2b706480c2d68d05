using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Terminal;

/// <summary>What the host itself must see to; Update never gets these.</summary>
internal abstract record HostEvent : Msg
{
    /// <summary>End with this exit code.</summary>
    internal sealed record End(int ExitCode) : HostEvent;

    /// <summary>Somebody else asks the program to stop as job control does (SIGTSTP).</summary>
    internal sealed record Suspended : HostEvent;

    /// <summary>Running again (SIGCONT).</summary>
    internal sealed record Continued : HostEvent;

    /// <summary>The window's size may have changed (SIGWINCH).</summary>
    internal sealed record SizeChanged : HostEvent;
}
