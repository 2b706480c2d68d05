namespace LegTracker.Dashboard.Writing;

/// <summary>Colours, fonts and fills of the built-in template. Text on its background has a contrast of at least 7 to 1.</summary>
internal static class DeckTheme
{
    public static string Xml(string name) => $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{name}"><a:themeElements>
        <a:clrScheme name="LegTracker">
        <a:dk1><a:srgbClr val="1F2328"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>
        <a:dk2><a:srgbClr val="1B365D"/></a:dk2><a:lt2><a:srgbClr val="EEF2F7"/></a:lt2>
        <a:accent1><a:srgbClr val="1B365D"/></a:accent1><a:accent2><a:srgbClr val="0F6B66"/></a:accent2>
        <a:accent3><a:srgbClr val="8A4B08"/></a:accent3><a:accent4><a:srgbClr val="5B3A8C"/></a:accent4>
        <a:accent5><a:srgbClr val="47617F"/></a:accent5><a:accent6><a:srgbClr val="7A1F3D"/></a:accent6>
        <a:hlink><a:srgbClr val="0B4F8A"/></a:hlink><a:folHlink><a:srgbClr val="5B3A8C"/></a:folHlink>
        </a:clrScheme>
        <a:fontScheme name="LegTracker">
        <a:majorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont>
        <a:minorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont>
        </a:fontScheme>
        <a:fmtScheme name="LegTracker">
        <a:fillStyleLst>{Fill}{Fill}{Fill}</a:fillStyleLst>
        <a:lnStyleLst>{Line(6350)}{Line(12700)}{Line(19050)}</a:lnStyleLst>
        <a:effectStyleLst>{Effect}{Effect}{Effect}</a:effectStyleLst>
        <a:bgFillStyleLst>{Fill}{Fill}{Fill}</a:bgFillStyleLst>
        </a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>
        """;

    private const string Fill = """<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>""";
    private const string Effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";

    private static string Line(int width) =>
        $"""<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{Fill}<a:prstDash val="solid"/></a:ln>""";
}
