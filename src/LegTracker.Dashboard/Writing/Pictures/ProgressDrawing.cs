using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Writing.Pictures;

/// <summary>The course of one bill: a lane for each house, and beside both what follows.</summary>
internal static class ProgressDrawing
{
    private const long Gap = 91440;
    private const long RowGap = 64008;
    private const long LeastLastWidth = 1188720;

    /// <summary>Programs without Arial draw with a wider type: boxes hold words this much wider.</summary>
    private const double WiderType = 1.16;

    /// <summary>What the insets take of a shape's width, and more in an arrow, hexagon, octagon or with round ends.</summary>
    private const long Insets = 91440;
    private const long FormInsets = 320040;

    private const long Padding = 54864;

    /// <summary>The picture in the largest type size that the room holds without breaking a word; null when it holds none.</summary>
    public static SlidePicture? Of(SegmentEntry entry, DateOnly until, long room) =>
        entry.Course is not { Steps.IsEmpty: false } course ? null
        : DeckMeasures.PictureSizes.Select(size => In(entry, CourseSteps.Of(course, until), size)).FirstOrDefault(picture => picture is not null && picture.Height <= room);

    /// <summary>Height of the picture in its smallest type size.</summary>
    public static long LeastHeight(SegmentEntry entry, DateOnly until) =>
        entry.Course is { } course ? In(entry, CourseSteps.Of(course, until), DeckMeasures.PictureSizes[^1])?.Height ?? 0 : 0;

    private static SlidePicture? In(SegmentEntry entry, CourseSteps steps, double size)
    {
        var width = DeckMeasures.Body.Width;
        var labelWidth = steps.Lanes.Max(lane => WidthOf(lane.House, size)) + Insets;
        var lastWidth = steps.Last.SelectMany(Words).Select(word => WidthOf(word, size) + FormInsets).Append(LeastLastWidth).Max();
        var lanesEnd = width - steps.Last.Length * (lastWidth + Gap);
        var stepWidth = (lanesEnd - labelWidth) / steps.Lanes.Max(lane => lane.Steps.Length) - Gap;
        var all = steps.Lanes.SelectMany(lane => lane.Steps).ToList();
        if (all.Any(step => Words(step).Any(word => WidthOf(word, size) > Room(step, stepWidth))))
        {
            return null;
        }

        var lastHeight = steps.Last.Select(step => Height(step, size, lastWidth)).Append(0).Max();
        var row = Math.Max(all.Max(step => Height(step, size, stepWidth)), (lastHeight + RowGap) / steps.Lanes.Length - RowGap);
        var total = steps.Lanes.Length * (row + RowGap) - RowGap;
        var shapes = ImmutableArray.CreateBuilder<PictureShape>();
        foreach (var (lane, index) in steps.Lanes.Select((lane, index) => (lane, index)))
        {
            var y = index * (row + RowGap);
            shapes.Add(new PictureShape(PictureForm.Line, new DeckBox(labelWidth, y + row / 2, lanesEnd - labelWidth, 0), [], size));
            shapes.Add(new PictureShape(PictureForm.Label, new DeckBox(0, y, labelWidth, row), [lane.House], size));
            shapes.AddRange(lane.Steps.Select((step, at) => Shape(step, new DeckBox(labelWidth + Gap + at * (stepWidth + Gap), y, stepWidth, row), size)));
        }

        shapes.AddRange(steps.Last.Select((step, at) => Shape(step, new DeckBox(lanesEnd + Gap + at * (lastWidth + Gap), 0, lastWidth, total), size)));
        return new SlidePicture($"Progress of {entry.Measure}", $"Progress of {entry.Measure}. {steps.Sentence}", width, total, shapes.ToImmutable());
    }

    private static PictureShape Shape(CourseStep step, DeckBox box, double size) => new(step.Form, box, [step.Name, step.Words], size);

    private static long Height(CourseStep step, double size, long width) =>
        TextMeasure.Height(TextMeasure.Lines(step.Name, size * WiderType, Room(step, width), bold: true) + TextMeasure.Lines(step.Words, size * WiderType, Room(step, width)), size) + Padding;

    private static IEnumerable<string> Words(CourseStep step) => [.. step.Name.Split(' '), .. step.Words.Split(' ')];

    private static long WidthOf(string word, double size) => TextMeasure.Emus(TextMeasure.Width(word, size * WiderType, bold: true));

    private static long Room(CourseStep step, long width) =>
        width - (step.Form is PictureForm.Done or PictureForm.ToCome or PictureForm.Skipped ? Insets : FormInsets);
}
