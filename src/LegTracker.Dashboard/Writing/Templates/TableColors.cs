using DocumentFormat.OpenXml.Drawing;

namespace LegTracker.Dashboard.Writing.Templates;

/// <summary>Scheme colours of a table, each with enough contrast where the template has such a pair.</summary>
/// <param name="Ink">Of its text; null where text is of the first text colour by itself.</param>
/// <param name="Band">Behind every second row.</param>
internal sealed record TableColors(SchemeColorValues Header, SchemeColorValues? Ink, SchemeColorValues Band)
{
    public static TableColors Of(TemplateStyles styles)
    {
        bool IsClear(string one, string other) => Contrast(styles, one, other) >= TemplateCheck.LeastContrast;
        return new TableColors(
            IsClear("bg1", "tx2") ? SchemeColorValues.Text2 : SchemeColorValues.Text1,
            styles.TablesAreInk ? null : SchemeColorValues.Text1,
            IsClear("tx1", "bg2") && IsClear("hlink", "bg2") ? SchemeColorValues.Background2 : SchemeColorValues.Background1);
    }

    /// <returns>0 for colours that the theme does not say.</returns>
    public static double Contrast(TemplateStyles styles, string one, string other) =>
        styles.Colors.Scheme(one) is { } first && styles.Colors.Scheme(other) is { } second ? Rgb.Contrast(first, second) : 0;
}
