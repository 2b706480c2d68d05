using System.Collections.Immutable;
using System.Globalization;

namespace LegTracker.Dashboard.Writing.Templates;

/// <summary>A contrast that was measured.</summary>
/// <param name="Ratio">From 1 to 21; null when text or background is no plain colour, so not checked.</param>
internal sealed record TemplateContrast(string What, double? Ratio);

/// <summary>Whether slides can be written from a template that everybody can read, and what to change.</summary>
/// <param name="Faults">Why it is refused; empty when it is usable.</param>
/// <param name="Warnings">What a host should look at.</param>
internal sealed record TemplateCheck(ImmutableArray<TemplateContrast> Contrasts, ImmutableArray<string> Faults, ImmutableArray<string> Warnings)
{
    /// <summary>Of text, after WCAG 2.1 AA; titles of 24 points and more need less.</summary>
    public const double LeastContrast = 4.5;
    private const double LeastOfLarge = 3;

    public string Verdict => !Faults.IsEmpty ? "NOT USABLE" : !Warnings.IsEmpty ? "USABLE WITH WARNINGS" : "USABLE";

    public static TemplateCheck Of(SlideTemplate template)
    {
        List<TemplateContrast> contrasts = [];
        List<string> faults = [.. Enum.GetValues<DeckLayout>().Where(kind => !template.Chosen.ContainsKey(kind)).Select(Missing)];
        List<string> warnings = [];
        if (template.OldSlides > 0)
        {
            warnings.Add($"It has {template.OldSlides} slide(s) of its own: they are left out of what is built, and the file keeps them.");
        }

        foreach (var (kind, layout) in template.Chosen.OrderBy(one => one.Key))
        {
            Contrast(layout, layout.Title!, "Title", LeastOfLarge, faults, warnings, contrasts);
            if (kind == DeckLayout.TitleAndTable)
            {
                Table(layout, faults, contrasts);
            }
            else
            {
                var main = template.Main(kind);
                // A subtitle is written in the first text colour where its own is too faint.
                Contrast(layout, main, kind == DeckLayout.TitleSlide ? "Subtitle" : "Text", kind == DeckLayout.TitleSlide ? 0 : LeastContrast, faults, warnings, contrasts);
                if (kind == DeckLayout.TitleAndContent)
                {
                    Measure(layout, "Links", main.ContrastOf(layout.Styles.Colors.Scheme("hlink")), LeastContrast, "Change the theme's hyperlink colour.", faults, warnings, contrasts);
                }
            }
        }

        warnings.AddRange(Slots(template, faults));
        return new TemplateCheck([.. contrasts], [.. faults], [.. warnings.Distinct()]);
    }

    /// <summary>The scheme's first text colour, for text whose own colour is too faint; null when its own will do.</summary>
    public static bool NeedsInk(TemplateSlot slot) => slot.ContrastOf(slot.Ink) < LeastContrast;

    private static string Missing(DeckLayout kind) => kind switch
    {
        DeckLayout.TitleSlide => "No layout can hold a title slide: add a layout with a title and, under it, a subtitle or text placeholder, both wholly on the slide.",
        DeckLayout.TitleAndContent => "No layout has a title and room for text under it: add a layout with a title and one content placeholder of at least a fifth of the slide, both wholly on it, each with its own index.",
        _ => "No layout has a title and room for a table under it: add a layout with a title and one content or table placeholder of at least a fifth of the slide (a text placeholder holds no table).",
    };

    private static void Contrast(TemplateLayout layout, TemplateSlot slot, string what, double least, List<string> faults, List<string> warnings, List<TemplateContrast> contrasts)
    {
        var ratio = slot.ContrastOf(slot.Ink);
        var scheme = slot.ContrastOf(layout.Styles.Colors.Scheme("tx1"));
        if (least == 0 && ratio < LeastContrast && scheme >= LeastContrast)
        {
            contrasts.Add(new TemplateContrast($"{what} on layout “{layout.Name}”", ratio));
            warnings.Add($"{what} on layout “{layout.Name}”: {Ratio(ratio)} is faint; the slides write it in the theme's first text colour ({Ratio(scheme)}).");
            return;
        }

        Measure(layout, what, ratio, least == 0 ? LeastContrast : least, "Change the text's colour in the master or layout, or the background.", faults, warnings, contrasts);
    }

    private static void Table(TemplateLayout layout, List<string> faults, List<TemplateContrast> contrasts)
    {
        var colors = TableColors.Of(layout.Styles);
        var band = colors.Band == DocumentFormat.OpenXml.Drawing.SchemeColorValues.Background2 ? "bg2" : "bg1";
        var header = colors.Header == DocumentFormat.OpenXml.Drawing.SchemeColorValues.Text2 ? "tx2" : "tx1";
        foreach (var (what, one, other) in new[]
        {
            ("Table text", "tx1", "bg1"), ("Table text on the darker rows", "tx1", band), ("Links in a table", "hlink", "bg1"), ("Links on the darker rows", "hlink", band), ("A table's header", "bg1", header),
        })
        {
            Measure(layout, what, TableColors.Contrast(layout.Styles, one, other), LeastContrast, $"Change {Name(one)} or {Name(other)} of the theme's colours.", faults, [], contrasts);
        }
    }

    private static void Measure(TemplateLayout layout, string what, double? ratio, double least, string change, List<string> faults, List<string> warnings, List<TemplateContrast> contrasts)
    {
        var place = $"{what} on layout “{layout.Name}”";
        contrasts.Add(new TemplateContrast(place, ratio));
        if (ratio is null)
        {
            warnings.Add($"{place}: contrast not checked, for it stands on a picture or in a colour that cannot be resolved. Look at it; a plain colour behind the text makes it checkable.");
        }
        else if (ratio < least)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{place}: a contrast of {Ratio(ratio)}, at least {least:0.0}:1 is needed. {change}"));
        }
        else if (ratio < LeastContrast)
        {
            warnings.Add($"{place}: {Ratio(ratio)} is enough for large text only.");
        }
    }

    private static IEnumerable<string> Slots(SlideTemplate template, List<string> faults)
    {
        foreach (var (kind, layout) in template.Chosen.OrderBy(one => one.Key))
        {
            foreach (var (slot, what) in new[] { (layout.Footer, "footer"), (layout.Number, "slide number") })
            {
                if (slot is null)
                {
                    yield return $"Layout “{layout.Name}” has no {what} that can be used: one is put at the bottom of the slides.";
                }
                else if (NeedsInk(slot) && slot.ContrastOf(layout.Styles.Colors.Scheme("tx1")) >= LeastContrast)
                {
                    yield return $"The {what} of layout “{layout.Name}” is faint ({Ratio(slot.ContrastOf(slot.Ink))}): the slides write it in the theme's first text colour.";
                }
                else if (NeedsInk(slot))
                {
                    faults.Add($"The {what} of layout “{layout.Name}”: a contrast of {Ratio(slot.ContrastOf(slot.Ink))}, at least {LeastContrast.ToString("0.0", CultureInfo.InvariantCulture)}:1 is needed. Change its colour.");
                }
            }

            var (title, text) = (layout.Title!.Room.Size, template.Main(kind).Room.Size);
            if (title < DeckMeasures.SmallestTitleSize)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"Titles of layout “{layout.Name}” are {title:0.#} pt: the slides write them in {DeckMeasures.SmallestTitleSize} pt.");
            }

            if (kind == DeckLayout.TitleAndContent && text < DeckMeasures.SmallestBodySize)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"Text of layout “{layout.Name}” is {text:0.#} pt: the slides write it in {DeckMeasures.SmallestBodySize} pt.");
            }
        }

        if (!template.HasNotesMaster)
        {
            yield return "It has no notes master: LegTracker's own is put in for the speaker's notes.";
        }
    }

    private static string Name(string color) => color switch { "tx1" => "text 1", "tx2" => "text 2", "bg1" => "background 1", "bg2" => "background 2", _ => "hyperlink" };

    public static string Ratio(double? ratio) => ratio is { } known ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(known * 10) / 10:0.0}:1") : "not checked";
}
