using System.CommandLine;
using System.Reflection;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>version</c>: this program's version.</summary>
internal static class VersionCommand
{
    /// <summary>Three numbers, as released.</summary>
    public static string Text => typeof(VersionCommand).Assembly.GetName().Version!.ToString(3);

    public static Command Make()
    {
        var command = new Command("version", "Version of this program\n\nexamples:\n  legtracker version");
        command.SetAction(_ =>
        {
            CommandScope.Write($"legtracker {Text}");
            return ExitCode.Done;
        });
        return command;
    }
}
