namespace LegTracker.Dashboard.Views;

/// <summary>Keys as people write them: "ctrl+l" is Ctrl-L, "g g" is gg.</summary>
internal static class KeyWords
{
    public static string Of(string keys) => string.Concat(keys.Split(' ').Select(One));

    private static string One(string key) => key switch
    {
        "enter" => "Enter",
        "esc" => "Esc",
        "up" => "Up",
        "down" => "Down",
        "pgup" => "PgUp",
        "pgdn" => "PgDn",
        "home" => "Home",
        "end" => "End",
        "space" => "Space",
        "f1" => "F1",
        "tab" => "Tab",
        "shift+tab" => "Shift-Tab",
        _ when key.StartsWith("ctrl+", StringComparison.Ordinal) => "Ctrl-" + key[5..].ToUpperInvariant(),
        _ => key,
    };
}
