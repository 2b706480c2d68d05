using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

internal abstract partial record Cmd
{
    /// <summary>Tell the user by way of the terminal (OSC 9).</summary>
    internal sealed record Notify(string Words) : Cmd;

    /// <summary>Start a program with its arguments, without a shell.</summary>
    internal sealed record RunProgram(ImmutableArray<string> Words) : Cmd;

    /// <summary>Remember that the tour is over, or that it is wanted again.</summary>
    internal sealed record KeepTour(bool Over) : Cmd;
}
