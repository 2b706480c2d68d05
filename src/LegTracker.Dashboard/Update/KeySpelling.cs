using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>Keys as people write them in a file, as the key map's names: "Ctrl-L", "ctrl+l" and "^l" are all "ctrl+l".</summary>
internal static class KeySpelling
{
    private const string OfControls = "abcdefghijklmnopqrstuvwxyz\\]^_";

    private static readonly string[] Named =
    [
        "enter", "esc", "space", "tab", "backspace", "delete", "insert", "up", "down", "left", "right", "home", "end", "pgup", "pgdn",
        .. Enumerable.Range(1, 12).Select(number => FormattableString.Invariant($"f{number}")),
    ];

    /// <summary>Keys and chords: one name, or names with a space between.</summary>
    /// <param name="fault">Why it is no key, in words; empty when it is one.</param>
    public static string Read(string text, out string fault)
    {
        var keys = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        fault = keys.Length == 0 ? "no key is named" : "";
        for (var at = 0; at < keys.Length && fault.Length == 0; at++)
        {
            keys[at] = One(keys[at], out fault);
        }

        return string.Join(' ', keys);
    }

    private static string One(string key, out string fault)
    {
        fault = "";
        if (key.EnumerateRunes().Count() == 1)
        {
            return key;
        }

        var (modifiers, rest) = Split(key);
        var name = rest.ToLowerInvariant() switch
        {
            "escape" => "esc",
            "return" => "enter",
            "pageup" => "pgup",
            "pagedown" => "pgdn",
            "del" => "delete",
            "ins" => "insert",
            var other => Named.Contains(other) ? other : "",
        };
        if (modifiers == "ctrl+" && rest.Length == 1)
        {
            var letter = char.ToLowerInvariant(rest[0]);
            fault = letter switch
            {
                'i' => "Ctrl-I is Tab: terminals send the same for both",
                'm' or 'j' => $"Ctrl-{char.ToUpperInvariant(letter)} is Enter: terminals send the same for both",
                'h' => "Ctrl-H is Backspace: terminals send the same for both",
                '[' => "Ctrl-[ is Esc: terminals send the same for both",
                _ => OfControls.Contains(letter, StringComparison.Ordinal) ? "" : $"terminals cannot send {KeyWords.Of($"ctrl+{letter}")}",
            };
            return $"ctrl+{letter}";
        }

        var isWhole = modifiers switch
        {
            "" => name.Length > 0,
            "alt+" => name.Length > 0 || rest.Length == 1,
            "shift+" => name is "tab" or "up" or "down" or "left" or "right" or "home" or "end" or "pgup" or "pgdn" or "delete",
            "ctrl+" => name is "space" or "up" or "down" or "left" or "right" or "home" or "end" or "pgup" or "pgdn" or "delete",
            "ctrl+shift+" => name is "up" or "down" or "left" or "right" or "home" or "end" or "pgup" or "pgdn" or "delete",
            _ => false,
        };
        fault = isWhole ? ""
            : modifiers == "shift+" && rest.Length == 1 ? $"'{key}' is written {rest.ToUpperInvariant()}"
            : modifiers.Length == 0 && key.Length == 2 && !key.Any(char.IsControl) ? $"'{key}' is no key; one after the other is written \"{key[0]} {key[1]}\""
            : $"'{key}' is no key: write a letter or sign, enter, esc, space, tab, up, pgdn, f1 … or ctrl+, alt+, shift+ before one";
        return modifiers + (name.Length > 0 ? name : rest);
    }

    // "Ctrl-Shift-Up" → "ctrl+shift+" and "Up".
    private static (string Modifiers, string Key) Split(string key)
    {
        if (key[0] == '^' && key.Length == 2)
        {
            return ("ctrl+", key[1..]);
        }

        var modifiers = "";
        while (key.IndexOfAny(['+', '-'], 1) is var at and > 0 && at < key.Length - 1
            && key[..at].ToLowerInvariant() is var name && name is "ctrl" or "c" or "control" or "alt" or "meta" or "shift" or "s")
        {
            modifiers += name[0] switch { 'c' => "ctrl+", 's' => "shift+", _ => "alt+" };
            key = key[(at + 1)..];
        }

        return (modifiers == "shift+ctrl+" ? "ctrl+shift+" : modifiers, key);
    }
}
