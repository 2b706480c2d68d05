using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace LegTracker.Legislature.Tests;

/// <summary>Plain text of a real bill version: a paragraph for every number, line and paragraph of its XML.</summary>
public static class PlainText
{
    private static readonly string[] Blocks = ["p", "Num", "ActionLine", "Preamble", "DigestText", "Title"];

    public static string Of(string path)
    {
        var text = new StringBuilder();
        Append(text, XDocument.Load(path, LoadOptions.PreserveWhitespace).Root!);
        return text.ToString();
    }

    private static void Append(StringBuilder text, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XElement { Name.LocalName: "span" }:
                    text.Append(' ');
                    break;
                case XElement child:
                    Append(text, child);
                    break;
                case XText { NodeType: XmlNodeType.Text } plain:
                    text.Append(plain.Value);
                    break;
                default:
                    break;
            }
        }

        if (Blocks.Contains(element.Name.LocalName))
        {
            text.Append("\n\n");
        }
    }
}
