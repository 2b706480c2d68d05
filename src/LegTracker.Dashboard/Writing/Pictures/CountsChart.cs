using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Writing.Pictures;

/// <summary>A bar for each section that reports bills, as long as its number of bills.</summary>
internal static class CountsChart
{
    private const long LabelWidth = 3017520;
    private const long NumberWidth = 640080;
    private const long Gap = 45720;
    private const long Padding = 27432;
    private const long LeastBar = 45720;

    /// <summary>The chart in the largest type size that the room holds; null when none does, or there are no two sections to compare.</summary>
    public static SlidePicture? Of(SegmentContent content, long room) =>
        DeckMeasures.PictureSizes.Select(size => In(Counts(content), size)).FirstOrDefault(picture => picture is not null && picture.Height <= room);

    /// <summary>Height in the smallest type size; 0 when there is none.</summary>
    public static long LeastHeight(SegmentContent content) => In(Counts(content), DeckMeasures.PictureSizes[^1])?.Height ?? 0;

    private static ImmutableArray<(string Title, int Count)> Counts(SegmentContent content) =>
    [
        .. content.Parts
            .Where(part => part.IsOfBills)
            .Select(part => (TextMeasure.Shorten(part.Title, 5), part.Entries.Count(entry => entry.Measure.Length > 0)))
            .Where(count => count.Item2 > 0),
    ];

    private static SlidePicture? In(ImmutableArray<(string Title, int Count)> counts, double size)
    {
        // One bar compares nothing.
        if (counts.Length < 2)
        {
            return null;
        }

        var labelRoom = LabelWidth - 2 * Gap;
        var row = TextMeasure.Height(counts.Max(count => TextMeasure.Lines(count.Title, size, labelRoom, bold: true)), size) + Padding;
        var longest = DeckMeasures.Body.Width - LabelWidth - NumberWidth - 2 * Gap;
        var most = counts.Max(count => count.Count);
        var shapes = ImmutableArray.CreateBuilder<PictureShape>();
        foreach (var (count, index) in counts.Select((count, index) => (count, index)))
        {
            var y = index * (row + Gap);
            var bar = Math.Max(LeastBar, longest * count.Count / most);
            shapes.Add(new PictureShape(PictureForm.Label, new DeckBox(0, y, LabelWidth, row), [count.Title], size));
            shapes.Add(new PictureShape(PictureForm.Bar, new DeckBox(LabelWidth + Gap, y, bar, row), [], size));
            shapes.Add(new PictureShape(PictureForm.Label, new DeckBox(LabelWidth + bar + 2 * Gap, y, NumberWidth, row), [count.Count.ToString(CultureInfo.InvariantCulture)], size));
        }

        var sentence = string.Join("; ", counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Title}: {count.Count}")));
        return new SlidePicture("Number of bills by section", $"Number of bills by section. {sentence}.", DeckMeasures.Body.Width, counts.Length * (row + Gap) - Gap, shapes.ToImmutable());
    }
}
