namespace LegTracker.Dashboard.Commands;

/// <summary>A command that cannot go on: the exit code and what to tell the user.</summary>
internal sealed class CommandFault(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
