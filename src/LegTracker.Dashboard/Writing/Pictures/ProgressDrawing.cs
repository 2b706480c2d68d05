using System.Collections.Immutable;
using LegTracker.Dashboard.Model;
using static LegTracker.Dashboard.Writing.Pictures.StepFit;

namespace LegTracker.Dashboard.Writing.Pictures;

/// <summary>The course of one bill: a lane for each house, and beside both what follows.</summary>
internal static class ProgressDrawing
{
    private const long LeastLastWidth = 1188720;

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
        if (all.Any(step => Breaks(step, size, stepWidth)))
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
}
