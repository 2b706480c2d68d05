using System.Text;
using System.Xml;
using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Bulk.Texts;

/// <summary>What was read of a CAML text so far, filled node by node.</summary>
internal sealed class CamlDraft
{
    /// <summary>Real texts are about twenty deep.</summary>
    public const int DeepestElement = 200;

    private static readonly HashSet<string> Struck = ["strike", "s", "del"];
    private static readonly HashSet<string> Paragraphs = ["p", "Num", "ActionLine", "Preamble", "Title", "DigestText", "li", "tr", "table", "Content", "LawHeadingText", "Resolution", "Whereas", "Resolved"];

    private static readonly HashSet<string> HeadValues =
    [
        "Id", "Title", "Subject", "ActionText", "ActionDate", "VoteRequired", "Appropriation", "FiscalCommittee", "LocalProgram",
        "Urgency", "TaxLevy", "Election", "UsualCurrentExpenses", "BudgetBill", "Prop25TrailerBill",
    ];

    private readonly Dictionary<string, string> values = [];
    private readonly StringBuilder open = new();
    private string lastEvent = "";
    private int struckDepth = -1;
    private int bodyDepth = -1;
    private int digestDepth = -1;
    private int valueDepth = -1;

    /// <summary>Whether the root is a measure's.</summary>
    public bool IsMeasure { get; private set; }

    public string Title => Value("Title") ?? "";

    public List<string> Digest { get; } = [];

    public List<string> Body { get; } = [];

    public List<string> ActionLines { get; } = [];

    /// <summary>Event and date as printed in the head.</summary>
    public List<(string Event, string Date)> Dates { get; } = [];

    private bool InText => bodyDepth >= 0 || digestDepth >= 0;

    /// <summary>Text of an element of the head, the first of its name; null when there is none.</summary>
    public string? Value(string element) => values.GetValueOrDefault(element);

    /// <summary>Takes the node that the reader stands on.</summary>
    public void Take(XmlReader xml)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                var (name, depth, isEmpty) = (xml.LocalName, xml.Depth, xml.IsEmptyElement);
                Begin(name, depth, isEmpty);
                if (isEmpty)
                {
                    End(name, depth);
                }

                break;
            case XmlNodeType.EndElement:
                End(xml.LocalName, xml.Depth);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when struckDepth < 0 && (InText || valueDepth >= 0):
                open.Append(xml.Value);
                break;
        }
    }

    private void Begin(string name, int depth, bool isEmpty)
    {
        IsMeasure |= depth == 0 && name == "MeasureDoc";
        if (struckDepth >= 0)
        {
            return;
        }

        if (Struck.Contains(name))
        {
            struckDepth = depth;
        }
        else if (InText)
        {
            // A paragraph's own words end where one inside it begins; an empty span is a space of some width.
            if (Paragraphs.Contains(name))
            {
                Close();
            }
            else if (name is "br" or "td" or "th" || (name == "span" && isEmpty))
            {
                open.Append(' ');
            }
        }
        else if (valueDepth < 0)
        {
            digestDepth = name == "DigestText" ? depth : -1;
            bodyDepth = depth == 1 && name != "Description" ? depth : -1;
            valueDepth = HeadValues.Contains(name) ? depth : -1;
        }
    }

    private void End(string name, int depth)
    {
        if (struckDepth >= 0)
        {
            struckDepth = depth == struckDepth ? -1 : struckDepth;
        }
        else if (InText)
        {
            EndInText(name, depth);
        }
        else if (depth == valueDepth)
        {
            EndOfValue(name);
        }
    }

    private void EndInText(string name, int depth)
    {
        var ends = depth == bodyDepth || depth == digestDepth;
        if (ends || Paragraphs.Contains(name))
        {
            if (Close() is { } line && name == "ActionLine")
            {
                ActionLines.Add(line);
            }
        }

        if (ends)
        {
            bodyDepth = digestDepth = -1;
        }
    }

    private void EndOfValue(string name)
    {
        var text = SourceText.Clean(open.ToString());
        open.Clear();
        valueDepth = -1;
        if (name == "ActionText")
        {
            lastEvent = text;
        }
        else if (name == "ActionDate")
        {
            Dates.Add((lastEvent, text));
        }
        else
        {
            values.TryAdd(name, text);
        }
    }

    private string? Close()
    {
        var paragraph = SourceText.Clean(open.ToString());
        open.Clear();
        if (paragraph.Length == 0)
        {
            return null;
        }

        (bodyDepth >= 0 ? Body : Digest).Add(paragraph);
        return paragraph;
    }
}
