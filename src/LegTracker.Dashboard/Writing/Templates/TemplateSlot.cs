using System.Collections.Immutable;
using System.Xml.Linq;

namespace LegTracker.Dashboard.Writing.Templates;

/// <summary>A placeholder of a layout, with what slides take from layout, master and theme.</summary>
/// <param name="Placeholder">Its p:ph element; slides repeat it.</param>
/// <param name="Type">title, ctrTitle, subTitle, body, tbl, ftr, sldNum … ; obj for one without type.</param>
/// <param name="Room">Its box and how text runs in it.</param>
/// <param name="Ink">The colour of its text; null when not known.</param>
/// <param name="Backdrop">The colours behind it; empty when they are not known, as with a picture.</param>
/// <param name="IsClear">Whether its index is its own in the layout and it lies on the slide, its text from left to right.</param>
internal sealed record TemplateSlot(XElement Placeholder, string Type, TextRoom Room, Rgb? Ink, ImmutableArray<Rgb> Backdrop, bool IsClear)
{
    public bool IsTitle => Type is "title" or "ctrTitle";

    public bool HoldsText => Type is "obj" or "body" or "subTitle";

    public bool HoldsTable => Type is "obj" or "tbl";

    public DeckBox Box => Room.Box;

    /// <summary>The lowest contrast of a colour with what is behind the text.</summary>
    /// <returns>Null when one of them is not known.</returns>
    public double? ContrastOf(Rgb? ink) => ink is { } color && !Backdrop.IsEmpty ? Backdrop.Min(behind => Rgb.Contrast(color, behind)) : null;
}
