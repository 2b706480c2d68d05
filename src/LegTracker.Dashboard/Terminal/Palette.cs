using LegTracker.Dashboard.Views;

namespace LegTracker.Dashboard.Terminal;

/// <summary>The inks and grounds of a theme: RGB for 24 bits and 256 colours, and a hand-made number for sixteen.</summary>
internal sealed record Palette(string Name, int Ground, int Bar, int Cursor, int Ground16, int Bar16, int Cursor16, int CursorInk16)
{
    public required (int Rgb, int Sixteen) Text { get; init; }

    public required (int Rgb, int Sixteen) Dim { get; init; }

    public required (int Rgb, int Sixteen) OnBar { get; init; }

    public required (int Rgb, int Sixteen) Blue { get; init; }

    public required (int Rgb, int Sixteen) Green { get; init; }

    public required (int Rgb, int Sixteen) Yellow { get; init; }

    public required (int Rgb, int Sixteen) Red { get; init; }

    public required (int Rgb, int Sixteen) Violet { get; init; }

    /// <summary>Bright, for the bar's live, alert and clock words.</summary>
    public required ((int Rgb, int Sixteen) Live, (int Rgb, int Sixteen) Alert, (int Rgb, int Sixteen) Clock) Signals { get; init; }

    public static IReadOnlyList<Palette> All { get; } =
    [
        new("dark", 0x15181E, 0x24364F, 0x2E3F58, 0, 4, 7, 0)
        {
            Text = (0xD8DCE4, 7), Dim = (0xA3AFC1, 7), OnBar = (0xF2F5FA, 15), Blue = (0x7FC0FF, 14), Green = (0x86D99A, 10), Yellow = (0xF0CB6C, 11), Red = (0xFF9C94, 9), Violet = (0xD4B0FF, 13),
            Signals = ((0x9BE8AC, 10), (0xFFC0B8, 11), (0xFFE08A, 11)),
        },
        new("light", 0xFBFBF8, 0xD5E0EE, 0xD9E6F7, 15, 7, 0, 15)
        {
            Text = (0x1E2329, 0), Dim = (0x4F5965, 0), OnBar = (0x14181D, 0), Blue = (0x0A4A9C, 4), Green = (0x1B5E2B, 0), Yellow = (0x6B4700, 0), Red = (0xA11A14, 1), Violet = (0x63309A, 5),
            Signals = ((0x14501F, 0), (0x8F1410, 1), (0x5C3A00, 4)),
        },
        new("contrast", 0x000000, 0x000000, 0x003A8C, 0, 0, 15, 0)
        {
            Text = (0xFFFFFF, 15), Dim = (0xE0E0E0, 15), OnBar = (0xFFFFFF, 15), Blue = (0x9AD8FF, 14), Green = (0x8CFF9E, 10), Yellow = (0xFFEB3B, 11), Red = (0xFFB3AC, 11), Violet = (0xECCBFF, 15),
            Signals = ((0x8CFF9E, 10), (0xFFB3AC, 11), (0xFFEB3B, 11)),
        },
        // Okabe and Ito's colours, lightened where they must be read on a dark ground: no red against green.
        new("colour-blind", 0x15181E, 0x24364F, 0x2E3F58, 0, 4, 7, 0)
        {
            Text = (0xD8DCE4, 7), Dim = (0xA3AFC1, 7), OnBar = (0xF2F5FA, 15), Blue = (0x56B4E9, 14), Green = (0x4FD1A5, 14), Yellow = (0xF0E442, 11), Red = (0xF0A04B, 11), Violet = (0xE3A3C8, 13),
            Signals = ((0x7BD0F5, 14), (0xFFC27A, 11), (0xF0E442, 11)),
        },
    ];

    public (int Rgb, int Sixteen) Ink(Role role) => role switch
    {
        Role.Dim or Role.Border or Role.ToCome or Role.Tab => Dim,
        Role.Bar => OnBar,
        Role.BarLive => Signals.Live,
        Role.BarAlert => Signals.Alert,
        Role.BarClock => Signals.Clock,
        Role.Heading or Role.Key or Role.TabHere or Role.Input => Blue,
        Role.Done or Role.Good => Green,
        Role.Here or Role.Warning or Role.Unread => Yellow,
        Role.Dead or Role.Problem => Red,
        Role.Held or Role.Law => Violet,
        _ => Text,
    };
}
