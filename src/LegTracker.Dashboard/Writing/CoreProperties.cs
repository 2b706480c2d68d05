using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Writing;

/// <summary>A document's title, language and dates (docProps/core.xml).</summary>
internal static class CoreProperties
{
    /// <summary>Adds them under a fixed relationship id, dated by the segment's as-of.</summary>
    public static void Write(OpenXmlPackage document, SegmentContent content)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace xsi = "http://www.w3.org/2001/XMLSchema-instance";
        var time = content.AsOf.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var properties = new XElement(core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core), new XAttribute(XNamespace.Xmlns + "dc", dc), new XAttribute(XNamespace.Xmlns + "dcterms", terms), new XAttribute(XNamespace.Xmlns + "xsi", xsi),
            new XElement(dc + "title", content.Title),
            new XElement(dc + "creator", "LegTracker"),
            new XElement(dc + "description", $"{Wording.Period(content)}. {Wording.AsOf(content)}."),
            new XElement(terms + "created", new XAttribute(xsi + "type", "dcterms:W3CDTF"), time),
            new XElement(terms + "modified", new XAttribute(xsi + "type", "dcterms:W3CDTF"), time),
            new XElement(dc + "language", "en-US"));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n{properties}"));
        document.AddNewPart<CoreFilePropertiesPart>("rIdCore").FeedData(stream);
    }
}
