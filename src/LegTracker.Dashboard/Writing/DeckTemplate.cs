using System.Text;
using DocumentFormat.OpenXml.Packaging;

namespace LegTracker.Dashboard.Writing;

/// <summary>The built-in 16:9 template, written from code: theme, master, three layouts, notes master. Slides take everything from it.</summary>
internal sealed class DeckTemplate
{
    public const uint MasterId = 2147483648;

    private readonly Dictionary<DeckLayout, SlideLayoutPart> layouts;

    private DeckTemplate(SlideMasterPart master, NotesMasterPart notes, Dictionary<DeckLayout, SlideLayoutPart> layouts)
    {
        Master = master;
        Notes = notes;
        this.layouts = layouts;
    }

    public SlideMasterPart Master { get; }

    public NotesMasterPart Notes { get; }

    public SlideLayoutPart Of(DeckLayout layout) => layouts[layout];

    /// <summary>Adds the template's parts under fixed relationship ids.</summary>
    public static DeckTemplate AddTo(PresentationPart presentation)
    {
        var master = presentation.AddNewPart<SlideMasterPart>("rIdMaster");
        var theme = master.AddNewPart<ThemePart>("rIdTheme");
        Feed(theme, DeckTheme.Xml("LegTracker"));
        var layouts = new Dictionary<DeckLayout, SlideLayoutPart>();
        foreach (var layout in Enum.GetValues<DeckLayout>())
        {
            var part = master.AddNewPart<SlideLayoutPart>(LayoutRelation(layout));
            Feed(part, DeckTemplateXml.Layout(layout));
            part.AddPart(master, "rIdMaster");
            layouts.Add(layout, part);
        }

        Feed(master, DeckTemplateXml.Master(Enum.GetValues<DeckLayout>().Select((layout, index) => (MasterId + 1 + (uint)index, LayoutRelation(layout)))));
        presentation.AddPart(theme, "rIdTheme");
        var notes = presentation.AddNewPart<NotesMasterPart>("rIdNotesMaster");
        Feed(notes.AddNewPart<ThemePart>("rIdTheme"), DeckTheme.Xml("LegTracker notes"));
        Feed(notes, DeckTemplateXml.NotesMaster());
        return new DeckTemplate(master, notes, layouts);
    }

    private static string LayoutRelation(DeckLayout layout) => $"rIdLayout{(int)layout + 1}";

    private static void Feed(OpenXmlPart part, string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(stream);
    }
}
