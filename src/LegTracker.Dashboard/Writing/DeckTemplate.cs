using System.Text;
using DocumentFormat.OpenXml.Packaging;
using D = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace LegTracker.Dashboard.Writing;

/// <summary>The built-in 16:9 template, written from code: theme, master, three layouts, notes master. Slides are written from it as from any other.</summary>
internal static class DeckTemplate
{
    public const uint MasterId = 2147483648;

    private const string NotesRelation = "rIdNotesMaster";

    /// <summary>Adds a presentation without slides, its parts under fixed relationship ids.</summary>
    public static void AddTo(PresentationDocument document)
    {
        var presentation = document.AddPresentationPart();
        var master = presentation.AddNewPart<SlideMasterPart>("rIdMaster");
        var theme = master.AddNewPart<ThemePart>("rIdTheme");
        Feed(theme, DeckTheme.Xml("LegTracker"));
        foreach (var layout in Enum.GetValues<DeckLayout>())
        {
            var part = master.AddNewPart<SlideLayoutPart>(LayoutRelation(layout));
            Feed(part, DeckTemplateXml.Layout(layout));
            part.AddPart(master, "rIdMaster");
        }

        Feed(master, DeckTemplateXml.Master(Enum.GetValues<DeckLayout>().Select((layout, index) => (MasterId + 1 + (uint)index, LayoutRelation(layout)))));
        presentation.AddPart(theme, "rIdTheme");
        presentation.Presentation = new P.Presentation(
            new P.SlideMasterIdList(new P.SlideMasterId { Id = MasterId, RelationshipId = "rIdMaster" }),
            new P.SlideSize { Cx = (int)DeckMeasures.Width, Cy = (int)DeckMeasures.Height },
            new P.NotesSize { Cx = DeckMeasures.Height, Cy = 9144000 },
            new P.DefaultTextStyle(new D.Level1ParagraphProperties(
                new D.DefaultRunProperties(new D.SolidFill(new D.SchemeColor { Val = D.SchemeColorValues.Text1 }), new D.LatinFont { Typeface = "+mn-lt" }) { Language = "en-US", FontSize = 1800 })))
        { SaveSubsetFonts = true };
        AddNotesMaster(presentation);
        presentation.Presentation.Save();
    }

    /// <summary>Adds our notes master to a presentation that has none.</summary>
    public static void AddNotesMaster(PresentationPart presentation)
    {
        var id = presentation.Parts.Any(part => part.RelationshipId == NotesRelation) ? NotesRelation + "Added" : NotesRelation;
        var notes = presentation.AddNewPart<NotesMasterPart>(id);
        Feed(notes.AddNewPart<ThemePart>("rIdTheme"), DeckTheme.Xml("LegTracker notes"));
        Feed(notes, DeckTemplateXml.NotesMaster());
        presentation.Presentation.SlideMasterIdList!.InsertAfterSelf(new P.NotesMasterIdList(new P.NotesMasterId { Id = id }));
    }

    private static string LayoutRelation(DeckLayout layout) => $"rIdLayout{(int)layout + 1}";

    private static void Feed(OpenXmlPart part, string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(stream);
    }
}
