using System.Globalization;
using System.Text;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Terminal;

/// <summary>Turns what a terminal sends into messages: keys, whole pastes, wheel and clicks. Bytes may come cut anywhere.</summary>
internal sealed class InputParser
{
    /// <summary>How long a lone Escape waits for the rest of a sequence, in milliseconds.</summary>
    public const int EscapeTimeout = 40;

    private const int LongestPaste = 1 << 16;
    private const int LongestSequence = 64;
    private static readonly byte[] PasteEnd = "\e[201~"u8.ToArray();

    private readonly List<byte> pending = [];
    private readonly List<byte> paste = [];
    private bool pasting;

    /// <summary>Bytes are waiting that could be a key by themselves: call <see cref="Flush"/> after the time-out.</summary>
    public bool IsWaiting => !pasting && pending.Count > 0;

    public IReadOnlyList<Msg> Feed(ReadOnlySpan<byte> bytes)
    {
        var messages = new List<Msg>();
        foreach (var one in bytes)
        {
            if (pasting)
            {
                Paste(one, messages);
            }
            else
            {
                pending.Add(one);
                Step(messages);
            }
        }

        return messages;
    }

    /// <summary>Takes what is waiting for what it is: a lone Escape, or nothing.</summary>
    public IReadOnlyList<Msg> Flush()
    {
        var isEscape = !pasting && pending is [0x1B, ..];
        var bracket = isEscape && pending.Count == 2 && pending[1] is (byte)'[' or (byte)'O' ? (char)pending[1] : '\0';
        pending.Clear();
        return !isEscape ? [] : bracket == '\0' ? [Key("esc")] : [Alt(bracket)];
    }

    private static Msg.KeyPressed Alt(char c) => Key("alt+" + KeyStroke.Typed(c.ToString()).Name, c.ToString());

    private static Msg.KeyPressed Key(string name, string text = "") => new(new KeyStroke(name, text));

    // Looks at what is pending after each byte: a whole key is taken out, a beginning waits.
    private void Step(List<Msg> messages)
    {
        if (pending[0] != 0x1B)
        {
            Character(messages);
        }
        else if (pending.Count == 1)
        {
            return;
        }
        else if (pending[1] is (byte)'[' or (byte)'O')
        {
            Sequence(messages);
        }
        else if (pending[1] == 0x1B)
        {
            // Escape twice: the first is a key, the second may begin something.
            messages.Add(Key("esc"));
            pending.RemoveAt(0);
        }
        else if (pending[1] is (byte)']' or (byte)'P' or (byte)'_')
        {
            // A reply of the terminal (OSC, DCS, APC): dropped up to its end, BEL or ESC \.
            if (pending[^1] == 0x07 || (pending.Count > 3 && pending[^1] == '\\' && pending[^2] == 0x1B) || pending.Count > 4 * LongestSequence)
            {
                pending.Clear();
            }
        }
        else
        {
            AfterEscape(messages);
        }
    }

    private void Character(List<Msg> messages)
    {
        var first = pending[0];
        var length = first switch
        {
            < 0xC2 => 1,
            < 0xE0 => 2,
            < 0xF0 => 3,
            < 0xF5 => 4,
            _ => 1,
        };
        if (pending.Count > 1 && (pending[^1] & 0xC0) != 0x80)
        {
            // Not UTF-8: what began is dropped, the new byte begins anew.
            var next = pending[^1];
            pending.Clear();
            pending.Add(next);
            Step(messages);
            return;
        }

        if (pending.Count < length)
        {
            return;
        }

        var text = Encoding.UTF8.GetString([.. pending]);
        pending.Clear();
        if (first < 0x80 || length > 1)
        {
            messages.Add(Control(first) is { } name ? Key(name) : new Msg.KeyPressed(KeyStroke.Typed(text)));
        }
    }

    private static string? Control(byte value) => value switch
    {
        0x0D => "enter",
        0x09 => "tab",
        0x7F or 0x08 => "backspace",
        0x00 => "ctrl+space",
        < 0x1B => "ctrl+" + (char)(value + 0x60),
        < 0x20 => "ctrl+" + (char)(value + 0x40),
        _ => null,
    };

    private void AfterEscape(List<Msg> messages)
    {
        var second = pending[1];
        pending.Clear();
        messages.Add(second < 0x80 ? Control(second) is { } name ? Key("alt+" + name) : Alt((char)second) : Key("esc"));
    }

    private void Sequence(List<Msg> messages)
    {
        if (pending.Count == 2)
        {
            return;
        }

        var last = pending[^1];
        var isSs3 = pending[1] == (byte)'O';
        if (!isSs3 && last is >= 0x20 and <= 0x3F && pending.Count < LongestSequence)
        {
            return;
        }

        var body = Encoding.ASCII.GetString([.. pending[2..^1]]);
        pending.Clear();
        if (last is < 0x40 or > 0x7E)
        {
            // Broken off by something else: that begins anew.
            if (last == 0x1B)
            {
                pending.Add(last);
            }

            return;
        }

        if (last == '~' && body == "200")
        {
            pasting = true;
        }
        else if (body.StartsWith('<') && last is (byte)'M' or (byte)'m')
        {
            Mouse(body[1..], pressed: last == 'M', messages);
        }
        else if (SequenceKeys.Name((char)last, body) is { } name)
        {
            messages.Add(Key(name));
        }
    }

    private static void Mouse(string body, bool pressed, List<Msg> messages)
    {
        var parts = body.Split(';');
        if (parts.Length != 3 || !Read(parts[0], out var button) || !Read(parts[1], out var column) || !Read(parts[2], out var row))
        {
            return;
        }

        if (pressed && (button & ~0x1C) is 64 or 65)
        {
            messages.Add(new Msg.MouseScrolled((button & 1) == 0 ? -3 : 3, column - 1, row - 1));
        }
        else if (pressed && button == 0)
        {
            messages.Add(new Msg.Clicked(column - 1, row - 1));
        }

        static bool Read(string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    private void Paste(byte one, List<Msg> messages)
    {
        paste.Add(one);
        if (paste.Count >= PasteEnd.Length && one == '~' && paste[^PasteEnd.Length..].SequenceEqual(PasteEnd))
        {
            var text = Encoding.UTF8.GetString([.. paste[..^PasteEnd.Length]]);
            paste.Clear();
            pasting = false;
            messages.Add(new Msg.Pasted(text));
        }
        else if (paste.Count > LongestPaste)
        {
            // Keeps the end, in which the closing mark may come; nobody pastes so much on purpose.
            paste.RemoveRange(0, paste.Count - PasteEnd.Length);
        }
    }
}
