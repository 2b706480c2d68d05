using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>Lays pieces of text into one row of a given width; cleans them, cuts what does not fit, fills what is left.</summary>
internal sealed class LineBuilder(int width, Glyphs glyphs)
{
    private readonly ImmutableArray<Span>.Builder spans = ImmutableArray.CreateBuilder<Span>();

    /// <summary>The column at which the next piece begins.</summary>
    public int Column { get; private set; }

    public int Room => width - Column;

    public LineBuilder Add(string text, Role role = Role.Text)
    {
        var fitted = Fitting.Cut(Ready(text), Room, glyphs.Ellipsis);
        if (fitted.Length > 0)
        {
            spans.Add(new(fitted, role));
            Column += TextWidth.Of(fitted);
        }

        return this;
    }

    /// <summary>Adds text that takes exactly so many cells, and a space after it.</summary>
    public LineBuilder Cell(string text, int cells, Role role = Role.Text)
    {
        var start = Column;
        Add(Fitting.Cut(Ready(text), cells, glyphs.Ellipsis), role);
        return To(start + cells + 1, role);
    }

    /// <summary>As <see cref="Cell"/>, with the text at the right edge.</summary>
    public LineBuilder RightCell(string text, int cells, Role role = Role.Text)
    {
        var fitted = Fitting.Cut(Ready(text), cells, glyphs.Ellipsis);
        var end = Column + cells + 1;
        return To(Column + cells - TextWidth.Of(fitted), role).Add(fitted, role).To(end, role);
    }

    /// <summary>Fills with blanks up to a column.</summary>
    public LineBuilder To(int column, Role role = Role.Text)
    {
        var blanks = Math.Min(column, width) - Column;
        if (blanks > 0)
        {
            spans.Add(new(new string(' ', blanks), role));
            Column += blanks;
        }

        return this;
    }

    /// <summary>Fills the rest with one repeated glyph.</summary>
    public LineBuilder Fill(string glyph, Role role)
    {
        if (Room > 0)
        {
            Add(string.Concat(Enumerable.Repeat(glyph, Room)), role);
        }

        return this;
    }

    public Line Build(Role fill = Role.Text, bool selected = false)
    {
        To(width, fill);
        return new(spans.ToImmutable(), selected);
    }

    /// <summary>Text as it will stand: clean, and ASCII where it must be.</summary>
    public string Ready(string text) => glyphs.IsAscii ? AsciiText.Of(CleanText.Of(text)) : CleanText.Of(text);
}
