using System.Collections.Immutable;

namespace LegTracker.Dashboard.Writing.Pictures;

/// <summary>A picture on a slide, made of drawing shapes that a person can move and edit.</summary>
/// <param name="Name">What the selection pane calls it.</param>
/// <param name="Description">What it says, in a sentence, for people who do not see it.</param>
/// <param name="Width">Of the whole, in English Metric Units; its shapes are placed from its own corner.</param>
internal sealed record SlidePicture(string Name, string Description, long Width, long Height, ImmutableArray<PictureShape> Shapes)
{
    /// <summary>Where its corner stands on the slide.</summary>
    public long X { get; init; }

    public long Y { get; init; }
}

/// <summary>One shape of a picture, with its words.</summary>
/// <param name="Box">From the picture's corner.</param>
/// <param name="Lines">Paragraphs; the first is bold. Empty for a bare line.</param>
/// <param name="Size">Type size in points.</param>
internal sealed record PictureShape(PictureForm Form, DeckBox Box, ImmutableArray<string> Lines, double Size);

/// <summary>How a shape looks: outline and fill tell its meaning twice, beside its words.</summary>
internal enum PictureForm
{
    /// <summary>A plain rectangle with a pale fill: a name.</summary>
    Label,

    /// <summary>A full rectangle: done.</summary>
    Done,

    /// <summary>An arrow: the bill is here.</summary>
    Here,

    /// <summary>A broken outline: not yet.</summary>
    ToCome,

    /// <summary>A thin outline: the step was passed over.</summary>
    Skipped,

    /// <summary>A dotted thin outline: not known, or not checked.</summary>
    Unknown,

    /// <summary>A hexagon: held.</summary>
    Held,

    /// <summary>An octagon, as a stop sign: stopped.</summary>
    Stopped,

    /// <summary>Rounded ends: law.</summary>
    Law,

    /// <summary>A bar of a chart.</summary>
    Bar,

    /// <summary>A line behind the steps.</summary>
    Line,
}
