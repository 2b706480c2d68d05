using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Writing.Pictures;

/// <summary>The courses of several bills of one table: a row for each, a box for each house and for what follows.</summary>
internal static class SeveralDrawing
{
    /// <summary>The picture in the largest type size that the room holds without breaking a word; null when it holds none.</summary>
    public static SlidePicture? Of(ImmutableArray<SegmentEntry> entries, DateOnly until, long room) =>
        DeckMeasures.PictureSizes.Select(size => In(entries, until, size)).FirstOrDefault(picture => picture is not null && picture.Height <= room);

    /// <summary>Height in the smallest type size; 0 when that breaks a word.</summary>
    public static long LeastHeight(ImmutableArray<SegmentEntry> entries, DateOnly until) => In(entries, until, DeckMeasures.PictureSizes[^1])?.Height ?? 0;

    public static string Name(ImmutableArray<SegmentEntry> entries) => $"Progress of {string.Join(", ", entries.Select(entry => entry.Measure))}";

    private static SlidePicture? In(ImmutableArray<SegmentEntry> entries, DateOnly until, double size)
    {
        var rows = entries.Select(entry => (entry.Measure, Steps: Boxes(CourseSteps.Of(entry.Course!, until)))).ToImmutableArray();
        var labelWidth = rows.Max(row => StepFit.WidthOf(row.Measure, size)) + 2 * StepFit.Insets;
        var width = (DeckMeasures.Body.Width - labelWidth) / rows.Max(row => row.Steps.Length) - StepFit.Gap;
        var all = rows.SelectMany(row => row.Steps).ToList();
        if (all.Any(step => StepFit.Breaks(step, size, width)))
        {
            return null;
        }

        var height = all.Max(step => StepFit.Height(step, size, width));
        return new SlidePicture(
            Name(entries),
            string.Join(" ", rows.Select(row => $"{row.Measure}: {string.Join("; ", row.Steps.Select(step => $"{step.Name}: {step.Words}"))}.")),
            DeckMeasures.Body.Width,
            rows.Length * (height + StepFit.RowGap) - StepFit.RowGap,
            [.. rows.SelectMany((row, index) => row.Steps
                .Select((step, at) => new PictureShape(step.Form, new DeckBox(labelWidth + StepFit.Gap + at * (width + StepFit.Gap), Y(index), width, height), [step.Name, step.Words], size))
                .Prepend(new PictureShape(PictureForm.Label, new DeckBox(0, Y(index), labelWidth, height), [row.Measure], size)))]);

        long Y(int index) => index * (height + StepFit.RowGap);
    }

    private static ImmutableArray<CourseStep> Boxes(CourseSteps steps) => [.. steps.Lanes.Select(Whole), .. steps.Last];

    /// <summary>A lane as one box: where the bill is in it, else whether it is done, by its floor; between two steps, both are named.</summary>
    private static CourseStep Whole(CourseLane lane)
    {
        if (lane.Steps.FirstOrDefault(step => step.Form is PictureForm.Here or PictureForm.Held or PictureForm.Stopped or PictureForm.Law) is { } at)
        {
            return new CourseStep(lane.House, at.Form, $"{at.Name.ToLowerInvariant()}, {at.Words}");
        }

        var open = lane.Steps.FirstOrDefault(step => step.Form == PictureForm.ToCome);
        var done = lane.Steps.LastOrDefault(step => step.Form == PictureForm.Done);
        return (open, done) switch
        {
            (null, _) when lane.Steps[^1] is { Form: PictureForm.Unknown } floor => floor with { Name = lane.House },
            (null, _) => new CourseStep(lane.House, PictureForm.Done, "done"),
            (_, null) => new CourseStep(lane.House, PictureForm.ToCome, open.Words),
            _ => new CourseStep(lane.House, PictureForm.ToCome, $"{done.Name.ToLowerInvariant()} done, {open.Name.ToLowerInvariant()} {open.Words}"),
        };
    }
}
