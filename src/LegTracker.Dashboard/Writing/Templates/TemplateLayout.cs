using System.Collections.Immutable;
using DocumentFormat.OpenXml.Packaging;

namespace LegTracker.Dashboard.Writing.Templates;

/// <summary>A layout by what it can hold, not by what it is called.</summary>
/// <param name="Slots">All its placeholders that have a place.</param>
/// <param name="Styles">Where their looks come from.</param>
internal sealed record TemplateLayout(SlideLayoutPart Part, SlideMasterPart Master, string Name, ImmutableArray<TemplateSlot> Slots, TemplateStyles Styles)
{
    /// <summary>A layout with a lower score is not taken.</summary>
    public const int LeastScore = 50;

    /// <summary>A line of text in a slot that is no taller than this is no body.</summary>
    private const long LineHeight = DeckMeasures.Inch;

    public TemplateSlot? Title => Slots.FirstOrDefault(slot => slot.IsTitle && slot.IsClear);

    /// <summary>The largest placeholder for text.</summary>
    public TemplateSlot? Body => Largest(slot => slot.HoldsText);

    /// <summary>The largest placeholder that a table may stand in.</summary>
    public TemplateSlot? Table => Largest(slot => slot.HoldsTable);

    public TemplateSlot? Footer => Slots.FirstOrDefault(slot => slot.Type == "ftr" && slot.IsClear);

    public TemplateSlot? Number => Slots.FirstOrDefault(slot => slot.Type == "sldNum" && slot.IsClear);

    /// <summary>A line under the body or table, for what is in the hand-out.</summary>
    public TemplateSlot? Tail(TemplateSlot main) => Slots.FirstOrDefault(slot =>
        slot.Type == "body" && slot.IsClear && slot.Box.Height <= LineHeight && slot.Box.Width >= main.Box.Width / 2 && slot.Box.Y >= main.Box.Y + main.Box.Height);

    /// <summary>How well it holds a kind of slide, from 0 (not at all) to 100.</summary>
    public int Score(DeckLayout kind, long width, long height)
    {
        var main = kind == DeckLayout.TitleAndTable ? Table : Body;
        if (Title is not { } title || main is null || title.Room.MostLines(DeckMeasures.SmallestTitleSize) < 1)
        {
            return 0;
        }

        var area = (double)main.Box.Width * main.Box.Height / ((double)width * height);
        var others = Slots.Count(slot => slot is { IsTitle: false, Type: not ("ftr" or "sldNum" or "dt") }) - 1 - (Tail(main) is null ? 0 : 1);
        var below = main.Box.Y >= title.Box.Y + title.Box.Height - LineHeight / 4;
        var (enough, kindPoints) = kind == DeckLayout.TitleSlide
            ? (main.Room.MostLines(DeckMeasures.SmallestBodySize) >= 2 && main.Box.Width >= width / 3 ? 30.0 : 0, (title.Type == "ctrTitle" ? 15 : 0) + (main.Type == "subTitle" ? 15 : 0))
            : (area >= 0.2 ? Math.Min(1, area / 0.4) * 40 : 0, title.Type != "title" ? 0 : main.Type == (kind == DeckLayout.TitleAndTable ? "tbl" : "obj") ? 20 : 12);
        return enough == 0 || !below ? 0 : Math.Clamp((int)(40 + enough + kindPoints) - 15 * others, 0, 100);
    }

    private TemplateSlot? Largest(Func<TemplateSlot, bool> which) =>
        Slots.Where(slot => slot.IsClear && which(slot)).OrderByDescending(slot => (double)slot.Box.Width * slot.Box.Height).FirstOrDefault();
}
