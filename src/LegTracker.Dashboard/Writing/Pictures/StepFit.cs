namespace LegTracker.Dashboard.Writing.Pictures;

/// <summary>How much room a step's words take in its shape.</summary>
internal static class StepFit
{
    public const long Gap = 91440;
    public const long RowGap = 64008;

    /// <summary>Programs without Arial draw with a wider type: shapes hold words this much wider.</summary>
    public const double WiderType = 1.16;

    /// <summary>What the insets take of a shape's width, and more in an arrow, hexagon, octagon or with round ends.</summary>
    public const long Insets = 91440;
    public const long FormInsets = 320040;

    private const long Padding = 54864;

    public static long Height(CourseStep step, double size, long width) =>
        TextMeasure.Height(TextMeasure.Lines(step.Name, size * WiderType, Room(step, width), bold: true) + TextMeasure.Lines(step.Words, size * WiderType, Room(step, width)), size) + Padding;

    /// <summary>Whether a word is wider than the shape.</summary>
    public static bool Breaks(CourseStep step, double size, long width) => Words(step).Any(word => WidthOf(word, size) > Room(step, width));

    public static IEnumerable<string> Words(CourseStep step) => [.. step.Name.Split(' '), .. step.Words.Split(' ')];

    public static long WidthOf(string text, double size) => TextMeasure.Emus(TextMeasure.Width(text, size * WiderType, bold: true));

    private static long Room(CourseStep step, long width) =>
        width - (step.Form is PictureForm.Done or PictureForm.ToCome or PictureForm.Skipped or PictureForm.Unknown ? Insets : FormInsets);
}
