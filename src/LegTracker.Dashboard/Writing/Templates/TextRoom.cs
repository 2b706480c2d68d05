namespace LegTracker.Dashboard.Writing.Templates;

/// <summary>How much text a box holds.</summary>
/// <param name="Size">The type size that its template gives it, in points.</param>
/// <param name="SideInsets">Left and right inset together, in English Metric Units.</param>
/// <param name="EndInsets">Top and bottom inset together.</param>
/// <param name="Indent">How far text stands in from its bullet.</param>
/// <param name="Spacing">Of lines; 1 is single.</param>
/// <param name="Gap">Between paragraphs, in points.</param>
/// <param name="Stretch">How much wider its type is than Arial; 1 for type that is as wide or narrower.</param>
internal sealed record TextRoom(DeckBox Box, double Size, long SideInsets, long EndInsets, long Indent, double Spacing, double Gap, double Stretch)
{
    private long Width => (long)((Box.Width - SideInsets - Indent) / Stretch);

    public int Lines(string text, double size, bool bold = false) => TextMeasure.Lines(text, size, Width, bold);

    /// <summary>Height of paragraphs one under another, insets included.</summary>
    public long Height(IEnumerable<string> paragraphs, double size) =>
        EndInsets + paragraphs.Sum(text => (long)(TextMeasure.Height(Lines(text, size), size) * Spacing) + TextMeasure.Emus(Gap));

    public bool Holds(IEnumerable<string> paragraphs, double size) => Height(paragraphs, size) <= Box.Height;

    /// <summary>Lines of one paragraph that the box has room for.</summary>
    public int MostLines(double size) => (int)((Box.Height - EndInsets) / (TextMeasure.Height(1, size) * Spacing));
}
