using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing.Templates;

namespace LegTracker.Dashboard.Writing.Pictures;

/// <summary>Which slide gets which picture: the chart at a glance, and where bills are told their progress. None is squeezed in.</summary>
internal static class SlidePictures
{
    /// <summary>The slides, with the pictures that they have room for.</summary>
    public static ImmutableArray<SlidePlan> Placed(ImmutableArray<SlidePlan> slides, SegmentContent content, DeckRoom room)
    {
        var drawn = new HashSet<string>();
        return [.. slides.Select(slide =>
        {
            var picture = Of(slide, content, FreeArea.Of(slide, room));
            return picture is null || !drawn.Add(picture.Name) ? slide : slide with { Picture = picture };
        })];
    }

    /// <summary>A sentence for each picture that no slide has room for.</summary>
    /// <param name="slides">With the pictures that they have room for.</param>
    public static IEnumerable<string> LeftOut(ImmutableArray<SlidePlan> slides, SegmentContent content, DeckRoom room)
    {
        var drawn = slides.Select(slide => slide.Picture?.Name).OfType<string>().ToHashSet();
        foreach (var (slide, index) in slides.Select((slide, index) => (slide, index)))
        {
            var (name, height) = IsGlance(slide, content) ? ("Number of bills by section", CountsChart.LeastHeight(content))
                : Told(slide) switch
                {
                    [] => ("", 0),
                    [var entry] when IsAlone(entry, slide) => ($"Progress of {entry.Measure}", ProgressDrawing.LeastHeight(entry, content.Until)),
                    var several => (SeveralDrawing.Name(several), SeveralDrawing.LeastHeight(several, content.Until)),
                };
            if (height > 0 && drawn.Add(name))
            {
                var free = Math.Max(0, FreeArea.Of(slide, room)?.Height ?? 0);
                yield return $"  no picture, slide {(index + 1).ToString(CultureInfo.InvariantCulture)}: \"{name}\" needs {Inches(height)} inches, its text leaves {Inches(free)}";
            }
        }
    }

    private static SlidePicture? Of(SlidePlan slide, SegmentContent content, DeckBox? free)
    {
        var picture = free is null ? null
            : IsGlance(slide, content) ? CountsChart.Of(content, free.Height)
            : Told(slide) switch
            {
                [] => null,
                [var entry] when IsAlone(entry, slide) => ProgressDrawing.Of(entry, content.Until, free.Height),
                var several => SeveralDrawing.Of(several, content.Until, free.Height),
            };
        return picture is null ? null : picture with { X = free!.X, Y = free.Y + (free.Height - picture.Height) / 2 };
    }

    private static bool IsGlance(SlidePlan slide, SegmentContent content) =>
        content.Parts.Any(part => part.Kind == PartKind.AtAGlance && part.Title == slide.Group);

    private static ImmutableArray<SegmentEntry> Told(SlidePlan slide) => [.. slide.Entries.Where(entry => entry.Course is { Steps.IsEmpty: false })];

    // Beside dates of other bills, a picture without the bill's number could be taken for theirs.
    private static bool IsAlone(SegmentEntry entry, SlidePlan slide) => slide.Entries.All(other => other.Measure.Length == 0 || other.BillKey == entry.BillKey);

    private static string Inches(long emus) => ((double)emus / DeckMeasures.Inch).ToString("0.0", CultureInfo.InvariantCulture);
}
