using System.Xml.Linq;
using DocumentFormat.OpenXml;
using P = DocumentFormat.OpenXml.Presentation;

namespace LegTracker.Dashboard.Writing.Templates;

/// <summary>A layout's or master's placeholder as a slide repeats it.</summary>
internal static class PlaceholderOf
{
    /// <param name="placeholder">A p:ph element.</param>
    public static P.PlaceholderShape Element(XElement placeholder)
    {
        var shape = new P.PlaceholderShape();
        foreach (var name in new[] { "type", "orient", "sz", "idx" })
        {
            if ((string?)placeholder.Attribute(name) is { } value)
            {
                shape.SetAttribute(new OpenXmlAttribute(name, "", value));
            }
        }

        return shape;
    }
}
