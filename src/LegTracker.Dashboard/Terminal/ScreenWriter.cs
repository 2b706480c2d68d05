using System.Text;
using LegTracker.Dashboard.Views;
using Spectre.Console.Rendering;

namespace LegTracker.Dashboard.Terminal;

/// <summary>Brings a terminal from the last frame to the next with as few bytes as that takes.</summary>
internal sealed class ScreenWriter(Theme theme, ColourDepth depth)
{
    private static readonly RenderOptions Options = new(new NoCapabilities(), new Spectre.Console.Size(1, 1));

    private readonly StyleTable styles = new(depth);
    private readonly StringBuilder output = new();
    private CellGrid? shown;

    /// <summary>The next frame is painted whole: the terminal may show anything.</summary>
    public void Forget() => shown = null;

    /// <summary>The cells of a frame, by way of Spectre's segments.</summary>
    public CellGrid Lay(Frame frame)
    {
        var grid = new CellGrid(frame.Columns, frame.Rows.Length, styles.Number(theme[Role.Text, false]));
        grid.Fill(((IRenderable)new FrameRenderable(frame, theme)).Render(Options, frame.Columns), styles);
        return grid;
    }

    /// <summary>The bytes that turn what is shown into the frame; none when it is shown already.</summary>
    public byte[] Draw(Frame frame)
    {
        var next = Lay(frame);
        var last = shown is { } known && known.Columns == next.Columns && known.Rows == next.Rows ? known : null;
        output.Clear();
        var style = -1;
        for (var row = 0; row < next.Rows; row++)
        {
            DrawRow(row, next[row], last is null ? default : last[row], ref style);
        }

        shown = next;
        return output.Length == 0 ? [] : Encoding.UTF8.GetBytes(output.Insert(0, "\e[?2026h").Append("\e[0m\e[?2026l").ToString());
    }

    private void DrawRow(int row, ReadOnlySpan<Cell> next, ReadOnlySpan<Cell> last, ref int style)
    {
        var (first, end) = last.IsEmpty ? (0, next.Length) : Changed(next, last);
        if (first >= end)
        {
            return;
        }

        output.Append(System.Globalization.CultureInfo.InvariantCulture, $"\e[{row + 1};{first + 1}H");
        for (var column = first; column < end; column++)
        {
            var cell = next[column];
            if (cell.Text.Length == 0)
            {
                continue;
            }

            if (cell.Style != style)
            {
                output.Append(styles.Change(style, cell.Style));
                style = cell.Style;
            }

            output.Append(cell.Text);
            var after = column + (column + 1 < next.Length && next[column + 1].Text.Length == 0 ? 2 : 1);
            if (after < end && IsOdd(cell.Text))
            {
                // Terminals differ on the width of such elements: say where the next one goes.
                output.Append(System.Globalization.CultureInfo.InvariantCulture, $"\e[{after + 1}G");
            }
        }
    }

    // The span from the first to behind the last changed cell, not cutting a wide element of either frame.
    private static (int First, int End) Changed(ReadOnlySpan<Cell> next, ReadOnlySpan<Cell> last)
    {
        var first = next.CommonPrefixLength(last);
        if (first == next.Length)
        {
            return (0, 0);
        }

        var end = next.Length;
        while (end > first && next[end - 1] == last[end - 1])
        {
            end--;
        }

        while (first > 0 && (next[first].Text.Length == 0 || last[first].Text.Length == 0))
        {
            first--;
        }

        while (end < next.Length && (next[end].Text.Length == 0 || last[end].Text.Length == 0))
        {
            end++;
        }

        return (first, end);
    }

    // Everything but Latin, punctuation, arrows, lines and shapes that are one cell everywhere.
    private static bool IsOdd(string text) => text.Length > 1 || text[0] is > '\u024F' and not (>= '\u2010' and <= '\u2027') and not (>= '\u2190' and <= '\u21FF') and not (>= '\u2500' and <= '\u25FC') and not '\u2605' and not '\u2717';

    /// <summary>Tells Spectre nothing of a console: none is asked.</summary>
    private sealed class NoCapabilities : Spectre.Console.IReadOnlyCapabilities
    {
        public Spectre.Console.ColorSystem ColorSystem => Spectre.Console.ColorSystem.TrueColor;

        public bool Ansi => true;

        public bool Links => false;

        public bool Legacy => false;

        public bool IsTerminal => true;

        public bool Interactive => true;

        public bool Unicode => true;
    }
}
