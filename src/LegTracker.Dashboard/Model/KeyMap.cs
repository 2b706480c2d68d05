using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>All commands with their keys, in the order of help.</summary>
internal sealed record KeyMap(ImmutableArray<Command> Commands)
{
    /// <summary>Where the keys come from, told in help; may be empty.</summary>
    public string Note { get; init; } = "";

    public static KeyMap Empty { get; } = new([]);

    /// <summary>The command of a key or a whole chord on a screen, or null.</summary>
    public Command? Find(string keys, Screen screen) =>
        Commands.FirstOrDefault(command => command.When.HasFlag(screen) && command.Keys.Contains(keys));

    /// <summary>The first key of the command that sends this, for people; what is given where none does.</summary>
    public string KeyOf(Msg does, string otherwise = "") =>
        Commands.FirstOrDefault(command => command.Keys.Length > 0 && command.Does == does) is { } known ? KeyWords.Of(known.Keys[0]) : otherwise;

    /// <summary>The commands on a screen whose chord begins with these keys.</summary>
    public ImmutableArray<Command> Beginning(string keys, Screen screen) =>
        [.. Commands.Where(command => command.When.HasFlag(screen) && command.Keys.Any(chord => chord.StartsWith(keys + " ", StringComparison.Ordinal)))];
}
