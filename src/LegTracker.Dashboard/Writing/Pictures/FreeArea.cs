using LegTracker.Dashboard.Writing.Templates;

namespace LegTracker.Dashboard.Writing.Pictures;

/// <summary>The room that a slide's text leaves above its footer, by measure.</summary>
internal static class FreeArea
{
    private const long Gap = 137160;

    /// <summary>Its height is 0 or less when the text takes everything; null on a title slide.</summary>
    public static DeckBox? Of(SlidePlan slide, DeckRoom room)
    {
        if (slide.Layout == DeckLayout.TitleSlide)
        {
            return null;
        }

        var texts = slide.Lines.Select(line => line.Text).ToList();
        var used = slide.Table is { } table
            ? SlideFit.TableHeight(table, SlideFit.TableSize(table, room) * StepFit.WiderType, room)
            : WiderHeight(texts, SlideFit.BodySize(texts, room.Body));
        var top = DeckMeasures.Body.Y + used + Gap;
        var bottom = slide.Tail.Length > 0 ? DeckMeasures.Tail.Y : DeckMeasures.Tail.Y + DeckMeasures.Tail.Height;
        return new DeckBox(DeckMeasures.Body.X, top, DeckMeasures.Body.Width, bottom - top);
    }

    /// <summary>The height of bullets with lines as a wider type breaks them.</summary>
    private static long WiderHeight(IEnumerable<string> lines, double size) => DeckMeasures.Inset + lines.Sum(line =>
        TextMeasure.Height(TextMeasure.Lines(line, size * StepFit.WiderType, DeckMeasures.Body.Width - 2 * DeckMeasures.Inset - DeckMeasures.Indent), size) + TextMeasure.Emus(DeckMeasures.ParagraphGap));
}
