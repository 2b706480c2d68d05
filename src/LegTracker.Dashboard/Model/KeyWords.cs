namespace LegTracker.Dashboard.Model;

/// <summary>Keys as people write them: "ctrl+l" is Ctrl-L, "g g" is gg.</summary>
internal static class KeyWords
{
    public static string Of(string keys) => string.Concat(keys.Split(' ').Select(One));

    /// <summary>All keys of a command, one beside the other; empty when it has none.</summary>
    public static string Of(Command command) => string.Join(' ', command.Keys.Select(Of));

    private static string One(string key) => key switch
    {
        "pgup" => "PgUp",
        "pgdn" => "PgDn",
        _ when key.LastIndexOf('+') is var plus and > 0 && plus < key.Length - 1 => Modifier(key[..plus]) + (key.StartsWith("ctrl", StringComparison.Ordinal) && key.Length == plus + 2 ? key[^1..].ToUpperInvariant() : One(key[(plus + 1)..])),
        { Length: > 1 } => char.ToUpperInvariant(key[0]) + key[1..],
        _ => key,
    };

    private static string Modifier(string names) => string.Concat(names.Split('+').Select(name => char.ToUpperInvariant(name[0]) + name[1..] + "-"));
}
