using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>All commands with their keys, in the order of help.</summary>
internal sealed record KeyMap(ImmutableArray<Command> Commands)
{
    public static KeyMap Empty { get; } = new([]);

    /// <summary>The command of a key or a whole chord on a screen, or null.</summary>
    public Command? Find(string keys, Screen screen) =>
        Commands.FirstOrDefault(command => command.When.HasFlag(screen) && command.Keys.Contains(keys));

    /// <summary>The commands on a screen whose chord begins with these keys.</summary>
    public ImmutableArray<Command> Beginning(string keys, Screen screen) =>
        [.. Commands.Where(command => command.When.HasFlag(screen) && command.Keys.Any(chord => chord.StartsWith(keys + " ", StringComparison.Ordinal)))];
}
