using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using static LegTracker.Dashboard.Writing.Templates.SlideXml;

namespace LegTracker.Dashboard.Writing.Templates;

/// <summary>Gives the chosen layouts the placeholders that they lack: footer, slide number, the line on what is in the hand-out; and room for the as-of line.</summary>
internal static class TemplateFitting
{
    private const long LineHeight = 365760;
    private const long Gap = DeckMeasures.Inset;

    public static void Fit(SlideTemplate template, string footer)
    {
        foreach (var kinds in template.Chosen.GroupBy(one => one.Value.Part).OrderBy(group => group.Min(one => one.Key)))
        {
            Fit(template, kinds.First().Value, [.. kinds.Select(one => one.Key).Order()], footer);
        }
    }

    private static void Fit(SlideTemplate template, TemplateLayout layout, IReadOnlyList<DeckLayout> kinds, string footer)
    {
        var root = Root(layout.Part);
        var tree = Tree(root)!;
        var before = root.ToString(SaveOptions.DisableFormatting);
        var margin = Math.Max(0, layout.Title!.Box.X);
        var low = new[] { layout.Footer, layout.Number }.OfType<TemplateSlot>().Select(slot => slot.Box.Y).DefaultIfEmpty(template.Height - LineHeight - Gap).Min();
        var number = layout.Number?.Box ?? new DeckBox(template.Width - margin - DeckMeasures.Inch, low, DeckMeasures.Inch, LineHeight);
        if (layout.Number is null)
        {
            Add(tree, (id, index) => DeckTemplateXml.Number(id, number, index));
        }

        var wanted = Wide(margin, number, low, layout.Footer?.Box.Height ?? LineHeight);
        if (layout.Footer is not { } slot)
        {
            Add(tree, (id, index) => DeckTemplateXml.Footer(id, wanted, index));
        }
        else if (slot.Room.Lines(footer, DeckMeasures.FooterSize) > Math.Max(1, slot.Room.MostLines(DeckMeasures.FooterSize)))
        {
            Place(Shape(tree, slot), Wide(margin, number, slot.Box.Y, slot.Box.Height));
        }

        foreach (var kind in kinds)
        {
            var main = template.Main(kind);
            if (kind == DeckLayout.TitleSlide)
            {
                // Four lines of 20 points and more stand under a cover's title.
                const long cover = 5 * DeckMeasures.Inch / 2;
                var height = Math.Min(Math.Max(main.Box.Height, cover), low - Gap - main.Box.Y);
                Resize(tree, main, height);
            }
            else if (layout.Tail(main) is null && !tree.Elements(P + "sp").Any(shape => (string?)shape.Element(P + "nvSpPr")?.Element(P + "cNvPr")?.Attribute("name") == DeckTemplateXml.TailName))
            {
                var bottom = Math.Min(main.Box.Y + main.Box.Height, low - Gap);
                Resize(tree, main, bottom - LineHeight - Gap - main.Box.Y);
                Add(tree, (id, index) => DeckTemplateXml.Tail(id, new DeckBox(main.Box.X, bottom - LineHeight, main.Box.Width, LineHeight), index, "tx1"));
            }
        }

        if (root.ToString(SaveOptions.DisableFormatting) != before)
        {
            Replace(layout.Part, root);
        }
    }

    /// <summary>From the title's left edge to the number, or the whole width where the number stands left.</summary>
    private static DeckBox Wide(long margin, DeckBox number, long y, long height) =>
        number.X > margin + 2 * DeckMeasures.Inch ? new DeckBox(margin, y, number.X - margin - Gap, height) : new DeckBox(number.X + number.Width + Gap, y, 4 * DeckMeasures.Inch, height);

    private static void Resize(XElement tree, TemplateSlot slot, long height)
    {
        if (height != slot.Box.Height)
        {
            Place(Shape(tree, slot), slot.Box with { Height = height });
        }
    }

    private static XElement Shape(XElement tree, TemplateSlot slot) => tree.Elements(P + "sp").First(shape =>
        Placeholder(shape) is { } placeholder && XNode.DeepEquals(placeholder, slot.Placeholder));

    private static void Place(XElement shape, DeckBox box)
    {
        var properties = shape.Element(P + "spPr")!;
        properties.Element(A + "xfrm")?.Remove();
        properties.AddFirst(new XElement(A + "xfrm",
            new XElement(A + "off", new XAttribute("x", box.X), new XAttribute("y", box.Y)),
            new XElement(A + "ext", new XAttribute("cx", box.Width), new XAttribute("cy", box.Height))));
    }

    private static void Add(XElement tree, Func<int, uint, string> shape)
    {
        const int firstIndex = 20;
        var id = tree.Descendants(P + "cNvPr").Max(drawing => Number(drawing, "id") ?? 0) + 1;
        var index = Math.Max(firstIndex, tree.Descendants(P + "ph").Select(placeholder => Number(placeholder, "idx") ?? 0).Where(index => index < int.MaxValue).DefaultIfEmpty(0).Max()) + 1;
        var made = XElement.Parse(string.Create(CultureInfo.InvariantCulture, $"<tree {DeckTemplateXml.Namespaces}>{shape((int)id, (uint)index)}</tree>")).Elements().Single();
        var extensions = tree.Element(P + "extLst");
        if (extensions is null)
        {
            tree.Add(made);
        }
        else
        {
            extensions.AddBeforeSelf(made);
        }
    }
}
