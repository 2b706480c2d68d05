using System.Globalization;

namespace LegTracker.Dashboard.Writing;

/// <summary>Master, layouts and notes master of the built-in template as XML.</summary>
internal static class DeckTemplateXml
{
    /// <summary>Index of the body or table placeholder of a layout, and of the line under it, the footer and the number.</summary>
    public const uint BodyIndex = 1;
    public const uint TailIndex = 13;
    public const uint FooterIndex = 11;
    public const uint NumberIndex = 12;

    /// <summary>The id of the slide number's field, the same in every deck.</summary>
    public const string SlideNumberField = "{6C1B9A52-3F0E-4D55-9A6B-2C7D51E0A901}";

    public const string Namespaces = """
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"
        """;

    /// <summary>What the line on the hand-out is called.</summary>
    public const string TailName = "Hand-out line";

    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Tree = """<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>""";
    private const string Latin = """<a:latin typeface="+mn-lt"/>""";
    private const string Text = """<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>""";

    public static string Master(IEnumerable<(uint Id, string Relation)> layouts) => $"""
        {Declaration}
        <p:sldMaster {Namespaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{Tree}
        {Band(2, 0, 0, DeckMeasures.Width, 137160)}
        {Shape(3, "Title", "type=\"title\"", DeckMeasures.Title, "Title", "anchor=\"b\"")}
        {Shape(4, "Body", "type=\"body\" idx=\"1\"", DeckMeasures.Body, "Text")}
        {Footer(5, DeckMeasures.Footer, FooterIndex)}
        {Number(6, DeckMeasures.Number, NumberIndex)}
        </p:spTree></p:cSld>
        <p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>
        <p:sldLayoutIdLst>{string.Concat(layouts.Select(layout => $"<p:sldLayoutId id=\"{layout.Id}\" r:id=\"{layout.Relation}\"/>"))}</p:sldLayoutIdLst>
        <p:txStyles>
        <p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:buNone/><a:defRPr sz="{Size(DeckMeasures.TitleSize)}" b="1"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle>
        <p:bodyStyle><a:lvl1pPr marL="{DeckMeasures.Indent}" indent="-{DeckMeasures.Indent}" algn="l"><a:spcAft><a:spcPts val="800"/></a:spcAft><a:buClr><a:schemeClr val="accent2"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/><a:defRPr sz="{Size(DeckMeasures.BodySize)}">{Text}{Latin}</a:defRPr></a:lvl1pPr></p:bodyStyle>
        <p:otherStyle><a:lvl1pPr algn="l"><a:defRPr sz="{Size(DeckMeasures.TableSize)}">{Text}{Latin}</a:defRPr></a:lvl1pPr></p:otherStyle>
        </p:txStyles></p:sldMaster>
        """;

    public static string Layout(DeckLayout layout) => layout switch
    {
        DeckLayout.TitleSlide => Layout("Title Slide", "title", $"""
            {Band(6, DeckMeasures.CoverTitle.X, DeckMeasures.CoverText.Y - 91440, 1828800, 45720)}
            {Shape(2, "Title", "type=\"ctrTitle\"", DeckMeasures.CoverTitle, "Title", "anchor=\"b\"")}
            {Shape(3, "Subtitle", "type=\"subTitle\" idx=\"1\"", DeckMeasures.CoverText, "Subtitle", "", "<a:lvl1pPr marL=\"0\" indent=\"0\"><a:buNone/><a:defRPr sz=\"2400\"/></a:lvl1pPr>")}
            """),
        DeckLayout.TitleAndContent => Layout("Title and Content", "obj", $"""
            {Shape(2, "Title", "type=\"title\"", DeckMeasures.Title, "Title", "anchor=\"b\"")}
            {Shape(3, "Content", $"idx=\"{BodyIndex}\"", DeckMeasures.Body, "Text")}
            {Tail(6, DeckMeasures.Tail, TailIndex)}
            """),
        _ => Layout("Title and Table", "tbl", $"""
            {Shape(2, "Title", "type=\"title\"", DeckMeasures.Title, "Title", "anchor=\"b\"")}
            {Shape(3, "Table", $"type=\"tbl\" idx=\"{BodyIndex}\"", DeckMeasures.Body, "Table")}
            {Tail(6, DeckMeasures.Tail, TailIndex)}
            """),
    };

    public static string NotesMaster() => $"""
        {Declaration}
        <p:notesMaster {Namespaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{Tree}
        <p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>{Place(new DeckBox(685800, 685800, 5486400, 3086100))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="12700"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></p:spPr></p:sp>
        {Shape(3, "Notes", "type=\"body\" sz=\"quarter\" idx=\"3\"", new DeckBox(685800, 3931920, 5486400, 4846320), "Notes")}
        </p:spTree></p:cSld>
        <p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>
        <p:notesStyle><a:lvl1pPr algn="l"><a:spcAft><a:spcPts val="400"/></a:spcAft><a:defRPr sz="1200">{Text}{Latin}</a:defRPr></a:lvl1pPr></p:notesStyle></p:notesMaster>
        """;

    private static string Layout(string name, string type, string shapes) => $"""
        {Declaration}
        <p:sldLayout {Namespaces} type="{type}" preserve="1"><p:cSld name="{name}"><p:spTree>{Tree}
        {shapes}
        {Footer(4, DeckMeasures.Footer, FooterIndex)}
        {Number(5, DeckMeasures.Number, NumberIndex)}
        </p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>
        """;

    public static string Tail(int id, DeckBox box, uint index, string color = "tx2") => Shape(id, TailName, $"type=\"body\" sz=\"quarter\" idx=\"{index}\"", box, "Hand-out line", "anchor=\"ctr\"",
        $"<a:lvl1pPr marL=\"0\" indent=\"0\"><a:buNone/><a:defRPr sz=\"{Size(DeckMeasures.TailSize)}\" b=\"1\"><a:solidFill><a:schemeClr val=\"{color}\"/></a:solidFill></a:defRPr></a:lvl1pPr>");

    public static string Footer(int id, DeckBox box, uint index) =>
        Shape(id, "Footer", $"type=\"ftr\" sz=\"quarter\" idx=\"{index}\"", box, "Footer", "anchor=\"ctr\"", FooterStyle("l"));

    public static string Number(int id, DeckBox box, uint index) => $"""
        <p:sp><p:nvSpPr><p:cNvPr id="{id}" name="Slide Number"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr>{Place(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>
        <p:txBody><a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle>{FooterStyle("r")}</a:lstStyle><a:p><a:fld id="{SlideNumberField}" type="slidenum"><a:rPr lang="en-US"/><a:t>1</a:t></a:fld></a:p></p:txBody></p:sp>
        """;

    private static string FooterStyle(string align) =>
        $"<a:lvl1pPr algn=\"{align}\"><a:defRPr sz=\"{Size(DeckMeasures.FooterSize)}\">{Text}{Latin}</a:defRPr></a:lvl1pPr>";

    private static string Shape(int id, string name, string placeholder, DeckBox box, string prompt, string body = "", string style = "") => $"""
        <p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {placeholder}/></p:nvPr></p:nvSpPr><p:spPr>{Place(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>
        <p:txBody><a:bodyPr vert="horz" wrap="square" lIns="{DeckMeasures.Inset}" tIns="45720" rIns="{DeckMeasures.Inset}" bIns="45720" {body}><a:normAutofit/></a:bodyPr><a:lstStyle>{style}</a:lstStyle><a:p><a:r><a:rPr lang="en-US"/><a:t>{prompt}</a:t></a:r></a:p></p:txBody></p:sp>
        """;

    /// <summary>A stripe of colour, marked as decoration: it says nothing.</summary>
    private static string Band(int id, long x, long y, long width, long height) => $"""
        <p:sp><p:nvSpPr><p:cNvPr id="{id}" name="Stripe"><a:extLst><a:ext uri="{"{"}C183D7F6-B498-43B3-948B-1728B52AA6E4{"}"}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{Place(new DeckBox(x, y, width, height))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent2"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>
        """;

    private static string Place(DeckBox box) => string.Create(CultureInfo.InvariantCulture,
        $"""<a:xfrm><a:off x="{box.X}" y="{box.Y}"/><a:ext cx="{box.Width}" cy="{box.Height}"/></a:xfrm>""");

    private static int Size(double points) => (int)(points * 100);
}
