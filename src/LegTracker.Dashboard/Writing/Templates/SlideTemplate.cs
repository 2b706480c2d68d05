using System.Collections.Immutable;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using static LegTracker.Dashboard.Writing.Templates.SlideXml;

namespace LegTracker.Dashboard.Writing.Templates;

/// <summary>A template as slides are written from it; our own is one of them.</summary>
/// <param name="Width">Of a slide, in English Metric Units.</param>
/// <param name="Chosen">The layout for each kind of slide; a kind that none can hold is not there.</param>
internal sealed record SlideTemplate(long Width, long Height, ImmutableArray<TemplateLayout> Layouts, ImmutableDictionary<DeckLayout, TemplateLayout> Chosen, int OldSlides, bool HasNotesMaster)
{
    private const int MostPlaceholders = 60;

    /// <summary>Reads masters and layouts in their order; changes nothing.</summary>
    /// <exception cref="FormatException">A layout has more placeholders than anybody fills.</exception>
    public static SlideTemplate Read(PresentationPart part)
    {
        var presentation = Root(part);
        var size = presentation.Element(P + "sldSz");
        var (width, height) = (Number(size, "cx") ?? 0, Number(size, "cy") ?? 0);
        var layouts = new List<TemplateLayout>();
        foreach (var master in Listed<SlideMasterPart>(part, presentation.Element(P + "sldMasterIdLst")))
        {
            layouts.AddRange(Listed<SlideLayoutPart>(master, Root(master).Element(P + "sldLayoutIdLst")).Select(layout => Layout(layout, master, presentation, width, height)));
        }

        return new SlideTemplate(width, height, [.. layouts], Choose(layouts, width, height), presentation.Element(P + "sldIdLst")?.Elements().Count() ?? 0, part.NotesMasterPart is not null);
    }

    public TemplateLayout Of(DeckLayout kind) => Chosen[kind];

    /// <summary>The placeholder that a kind of slide's text or table goes in.</summary>
    public TemplateSlot Main(DeckLayout kind) => (kind == DeckLayout.TitleAndTable ? Of(kind).Table : Of(kind).Body)!;

    public int Score(TemplateLayout layout, DeckLayout kind) => layout.Score(kind, Width, Height);

    public DeckRoom Room()
    {
        var (one, other) = (Of(DeckLayout.TitleAndContent).Title!.Room, Of(DeckLayout.TitleAndTable).Title!.Room);
        return new DeckRoom(
            one.MostLines(one.Size) * (double)one.Box.Width <= other.MostLines(other.Size) * (double)other.Box.Width ? one : other,
            Main(DeckLayout.TitleAndContent).Room,
            Main(DeckLayout.TitleAndTable).Box,
            Main(DeckLayout.TitleAndTable).Room.Stretch,
            Of(DeckLayout.TitleSlide).Title!.Room,
            Main(DeckLayout.TitleSlide).Room);
    }

    private static ImmutableDictionary<DeckLayout, TemplateLayout> Choose(List<TemplateLayout> layouts, long width, long height)
    {
        var masters = layouts.GroupBy(layout => layout.Master).Select(group => Best(group, width, height)).ToList();
        return masters.OrderByDescending(chosen => chosen.Count).FirstOrDefault() ?? ImmutableDictionary<DeckLayout, TemplateLayout>.Empty;
    }

    private static ImmutableDictionary<DeckLayout, TemplateLayout> Best(IEnumerable<TemplateLayout> layouts, long width, long height) => Enum.GetValues<DeckLayout>()
        .Select(kind => (Kind: kind, Layout: layouts.MaxBy(layout => layout.Score(kind, width, height))!))
        .Where(one => one.Layout.Score(one.Kind, width, height) >= TemplateLayout.LeastScore)
        .ToImmutableDictionary(one => one.Kind, one => one.Layout);

    private static TemplateLayout Layout(SlideLayoutPart part, SlideMasterPart master, XElement presentation, long width, long height)
    {
        var root = Root(part);
        var styles = new TemplateStyles(root, master, presentation);
        var shapes = (Tree(root)?.Elements(P + "sp") ?? []).Where(shape => Placeholder(shape) is not null).ToList();
        var name = (string?)root.Element(P + "cSld")?.Attribute("name") ?? "";
        if (shapes.Count > MostPlaceholders)
        {
            throw new FormatException(FormattableString.Invariant($"The template's layout “{PlainText.Of(name)}” has {shapes.Count:#,0} placeholders, more than slides can have ({MostPlaceholders}): remove it in PowerPoint (View, Slide Master)."));
        }

        var untold = shapes.Count(IsTitleWithoutIndex);
        var indexes = shapes.CountBy(shape => Number(Placeholder(shape), "idx") ?? 0).ToDictionary();
        var slots = shapes.Select(shape =>
        {
            var placeholder = Placeholder(shape)!;
            var isTitle = (string?)placeholder.Attribute("type") is "title" or "ctrTitle";
            var alike = isTitle ? 1 : indexes[Number(placeholder, "idx") ?? 0] - (Number(placeholder, "idx") is null ? untold : 0);
            return styles.Slot(shape, alike == 1, width, height);
        });
        return new TemplateLayout(part, master, name, [.. slots.OfType<TemplateSlot>()], styles);
    }

    private static bool IsTitleWithoutIndex(XElement shape) => Placeholder(shape) is { } placeholder && ((string?)placeholder.Attribute("type") is "title" or "ctrTitle") && Number(placeholder, "idx") is null;

    private static IEnumerable<T> Listed<T>(OpenXmlPart owner, XElement? list)
        where T : OpenXmlPart =>
        (list?.Elements() ?? []).Select(entry => owner.TryGetPartById((string?)entry.Attribute(R + "id") ?? "", out var part) ? part as T : null).OfType<T>();
}
