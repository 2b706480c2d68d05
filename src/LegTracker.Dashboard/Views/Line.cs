using System.Collections.Immutable;

namespace LegTracker.Dashboard.Views;

/// <summary>One row of a frame: pieces of text with roles, exactly as wide as its place.</summary>
/// <param name="Selected">The row under the cursor.</param>
internal sealed record Line(ImmutableArray<Span> Spans, bool Selected = false)
{
    public static Line Blank(int width) => new([new(new string(' ', width), Role.Text)]);

    /// <summary>Two rows side by side.</summary>
    public Line Beside(Line right) => new([.. Spans.Select(span => span with { Selected = span.Selected || Selected }), .. right.Spans.Select(span => span with { Selected = span.Selected || right.Selected })]);

    /// <summary>The text alone.</summary>
    public override string ToString() => string.Concat(Spans.Select(span => span.Text));
}

/// <summary>A piece of clean text with its role.</summary>
internal readonly record struct Span(string Text, Role Role, bool Selected = false);
