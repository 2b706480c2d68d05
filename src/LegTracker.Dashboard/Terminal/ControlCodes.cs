namespace LegTracker.Dashboard.Terminal;

/// <summary>The escape sequences that take a terminal and put it back.</summary>
internal static class ControlCodes
{
    /// <summary>Title kept and set, alternate screen, cursor hidden, wrap off, bracketed paste on.</summary>
    private const string Take = "\e[22;0t\e]0;LegTracker\a\e[?1049h\e[?25l\e[?7l\e[?2004h";

    /// <summary>Clicks, drags and the wheel, in SGR form.</summary>
    public const string TakeMouse = "\e[?1002h\e[?1006h";

    /// <summary>Gives the mouse back to the terminal, which selects text with it.</summary>
    public const string ReleaseMouse = "\e[?1006l\e[?1002l";

    /// <summary>Everything back, also the keypad mode that System.Console may have set; in reverse order.</summary>
    public const string PutBack = "\e[?2026l\e[?1006l\e[?1002l\e[?2004l\e[?7h\e[0m\e[?25h\e[?1049l\e[?1l\e>\e[23;0t";

    public static string Enter(bool mouse) => mouse ? Take + TakeMouse : Take;

    /// <summary>OSC 9: asks the terminal to show a notice; the words hold no control characters.</summary>
    public static string Notify(string words) => $"\e]9;{words}\a";

    /// <summary>OSC 52: asks the terminal to put text on the clipboard; whether it does cannot be known.</summary>
    public static string Copy(string text) => $"\e]52;c;{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text))}\a";
}
