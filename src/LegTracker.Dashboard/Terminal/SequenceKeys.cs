namespace LegTracker.Dashboard.Terminal;

/// <summary>Names of the keys that terminals send as CSI or SS3 sequences, in the dialects of xterm, tmux, rxvt and the Linux console.</summary>
internal static class SequenceKeys
{
    /// <summary>The key of a sequence's last character and parameters, or null when it is none.</summary>
    public static string? Name(char last, string parameters)
    {
        var parts = parameters.Split(';');
        var name = last == '~' ? Tilde(parts[0]) : Letter(last);
        return name is null ? null : Modifier(parts.Length > 1 ? parts[1] : "") + name;
    }

    private static string? Letter(char last) => last switch
    {
        'A' => "up",
        'B' => "down",
        'C' => "right",
        'D' => "left",
        'H' => "home",
        'F' => "end",
        'Z' => "shift+tab",
        'P' => "f1",
        'Q' => "f2",
        'R' => "f3",
        'S' => "f4",
        'M' => "enter",
        _ => null,
    };

    private static string? Tilde(string number) => number switch
    {
        "1" or "7" => "home",
        "4" or "8" => "end",
        "2" => "insert",
        "3" => "delete",
        "5" => "pgup",
        "6" => "pgdn",
        "11" => "f1",
        "12" => "f2",
        "13" => "f3",
        "14" => "f4",
        "15" => "f5",
        "17" => "f6",
        "18" => "f7",
        "19" => "f8",
        "20" => "f9",
        "21" => "f10",
        "23" => "f11",
        "24" => "f12",
        _ => null,
    };

    private static string Modifier(string code) => code switch
    {
        "2" => "shift+",
        "3" => "alt+",
        "5" => "ctrl+",
        "6" => "ctrl+shift+",
        _ => "",
    };
}
