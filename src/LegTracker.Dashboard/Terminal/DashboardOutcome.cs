namespace LegTracker.Dashboard.Terminal;

/// <summary>How a run of the dashboard ended.</summary>
internal abstract record DashboardOutcome
{
    /// <summary>It ran and ended with this exit code: 0 after quit, 128 + n after signal n.</summary>
    internal sealed record Ended(int ExitCode) : DashboardOutcome;

    /// <summary>It could not run; the reason in words.</summary>
    internal sealed record NotATerminal(string Reason) : DashboardOutcome;
}
