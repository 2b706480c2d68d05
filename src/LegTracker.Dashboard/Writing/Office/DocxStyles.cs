using System.Globalization;

namespace LegTracker.Dashboard.Writing.Office;

/// <summary>Styles, numbering and settings of the hand-out as XML; Word's own names, so that its navigation and readers' programs know them.</summary>
internal static class DocxStyles
{
    public const string Title = "Title";
    public const string Line = "BodyText";
    public const string Bullet = "ListBullet";
    public const string Number = "ListNumber";
    public const string TableText = "TableText";
    public const string Table = "TableGrid";
    public const string Caption = "Caption";
    public const string Link = "Hyperlink";
    public const string Flag = "Strong";
    public const string Footer = "Footer";

    public const int BulletList = 1;
    public const int NumberList = 2;

    private const string Main = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    public static string Styles { get; } = $"""
        {Declaration}<w:styles {Main}>
        <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
        <w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
        <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
        <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
        <w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>
        {Paragraph(Title, "Title", "<w:keepNext/><w:spacing w:after=\"160\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:b/><w:color w:val=\"1F3864\"/><w:sz w:val=\"40\"/><w:szCs w:val=\"40\"/>")}
        {Heading(1, 30)}{Heading(2, 25)}
        {Paragraph(Line, "Body Text", "<w:spacing w:after=\"80\"/>", "")}
        {Paragraph(Bullet, "List Bullet", $"<w:numPr><w:numId w:val=\"{BulletList}\"/></w:numPr><w:spacing w:after=\"60\"/>", "")}
        {Paragraph(Number, "List Number", $"<w:numPr><w:numId w:val=\"{NumberList}\"/></w:numPr><w:spacing w:after=\"60\"/>", "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>")}
        {Paragraph(TableText, "Table Text", "<w:spacing w:before=\"40\" w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/>", "")}
        {Paragraph(Caption, "caption", "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"80\"/>", "<w:b/><w:color w:val=\"1F3864\"/>")}
        {Paragraph(Footer, "footer", "<w:tabs><w:tab w:val=\"right\" w:pos=\"9360\"/></w:tabs><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>")}
        <w:style w:type="character" w:styleId="{Link}"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B4F9C"/><w:u w:val="single"/></w:rPr></w:style>
        <w:style w:type="character" w:styleId="{Flag}"><w:name w:val="Strong"/><w:qFormat/><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="table" w:styleId="{Table}"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{string.Concat(new[] { "top", "left", "bottom", "right", "insideH", "insideV" }.Select(side => $"<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"767676\"/>"))}</w:tblBorders></w:tblPr></w:style>
        </w:styles>
        """;

    public static string Numbering { get; } = $"""
        {Declaration}<w:numbering {Main}>
        <w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>{Level("bullet", "•", Bullet)}</w:abstractNum>
        <w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>{Level("decimal", "%1.", Number)}</w:abstractNum>
        <w:num w:numId="{BulletList}"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="{NumberList}"><w:abstractNumId w:val="1"/></w:num>
        </w:numbering>
        """;

    public static string Settings { get; } = $"""
        {Declaration}<w:settings {Main}><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US"/></w:settings>
        """;

    public static string HeadingStyle(int level) => string.Create(CultureInfo.InvariantCulture, $"Heading{level}");

    private static string Heading(int level, int size) => Paragraph(HeadingStyle(level), string.Create(CultureInfo.InvariantCulture, $"heading {level}"),
        string.Create(CultureInfo.InvariantCulture, $"<w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"{level - 1}\"/>"),
        string.Create(CultureInfo.InvariantCulture, $"<w:b/><w:color w:val=\"1F3864\"/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>"));

    private static string Paragraph(string id, string name, string paragraph, string run) =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>{(run.Length > 0 ? $"<w:rPr>{run}</w:rPr>" : "")}</w:style>";

    private static string Level(string format, string text, string style) =>
        $"<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:pStyle w:val=\"{style}\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"454\" w:hanging=\"454\"/></w:pPr></w:lvl>";
}
