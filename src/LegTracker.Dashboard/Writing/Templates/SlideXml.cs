using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace LegTracker.Dashboard.Writing.Templates;

/// <summary>A part's XML read beside the package, so that looking at a part does not write it anew.</summary>
internal static class SlideXml
{
    public static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    public static readonly XNamespace P = "http://schemas.openxmlformats.org/presentationml/2006/main";
    public static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public static XElement Root(OpenXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        return Load(stream);
    }

    /// <exception cref="XmlException">Broken, or with a document type of its own.</exception>
    public static XElement Load(Stream stream)
    {
        using var reader = XmlReader.Create(stream, Safe);
        return XDocument.Load(reader).Root!;
    }

    /// <summary>The slides in the order they are shown.</summary>
    /// <exception cref="InvalidDataException">One that is listed is not in the file.</exception>
    public static IEnumerable<SlidePart> Slides(PresentationPart presentation) =>
        (Root(presentation).Element(P + "sldIdLst")?.Elements(P + "sldId") ?? []).Select(slide => (string?)slide.Attribute(R + "id"))
            .Select(id => presentation.Parts.FirstOrDefault(part => part.RelationshipId == id)?.OpenXmlPart as SlidePart ?? throw new InvalidDataException("a slide that it lists is not in it"));

    public static void Replace(OpenXmlPart part, XElement root)
    {
        using var stream = new MemoryStream();
        new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), root).Save(stream, SaveOptions.DisableFormatting);
        stream.Position = 0;
        part.FeedData(stream);
    }

    public static XElement? Tree(XElement root) => root.Element(P + "cSld")?.Element(P + "spTree");

    public static XElement? Placeholder(XElement shape) => shape.Elements().FirstOrDefault()?.Element(P + "nvPr")?.Element(P + "ph");

    /// <returns>Null for a shape that says no place of its own.</returns>
    public static DeckBox? Box(XElement shape)
    {
        var place = shape.Element(P + "spPr")?.Element(A + "xfrm");
        return place?.Element(A + "off") is { } at && place.Element(A + "ext") is { } size
            ? new DeckBox(Number(at, "x") ?? 0, Number(at, "y") ?? 0, Number(size, "cx") ?? 0, Number(size, "cy") ?? 0)
            : null;
    }

    public static long? Number(XElement? element, string attribute) =>
        long.TryParse((string?)element?.Attribute(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
