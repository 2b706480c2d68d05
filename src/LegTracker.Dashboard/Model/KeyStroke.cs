namespace LegTracker.Dashboard.Model;

/// <summary>One key as the user pressed it.</summary>
/// <param name="Name">The key's name in key maps: "j", "G", "enter", "esc", "up", "pgdn", "ctrl+l", "space".</param>
/// <param name="Text">What it types; empty for keys that type nothing.</param>
internal readonly record struct KeyStroke(string Name, string Text = "")
{
    /// <summary>A key that types its own name.</summary>
    public static KeyStroke Typed(string text) => new(text == " " ? "space" : text, text);
}
