using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>One row of a frame: pieces of text with roles, exactly as wide as its place.</summary>
/// <param name="Selected">The row under the cursor.</param>
internal sealed record Line(ImmutableArray<Span> Spans, bool Selected = false)
{
    public static Line Blank(int width) => new([new(new string(' ', width), Role.Text)]);

    /// <summary>Two rows side by side.</summary>
    public Line Beside(Line right) => new([.. Spans.Select(span => span with { Selected = span.Selected || Selected }), .. right.Spans.Select(span => span with { Selected = span.Selected || right.Selected })]);

    /// <summary>This row with another laid over its cells from a column on; a wide element that is cut leaves a blank.</summary>
    public Line Under(int column, Line over)
    {
        var end = column + over.Spans.Sum(span => TextWidth.Of(span.Text));
        return new([.. Cells(0, column), .. over.Spans.Select(span => span with { Selected = span.Selected || over.Selected }), .. Cells(end, int.MaxValue)]);
    }

    // The pieces of the cells from one column up to another.
    private IEnumerable<Span> Cells(int from, int to)
    {
        var at = 0;
        foreach (var span in Spans)
        {
            var text = new System.Text.StringBuilder();
            foreach (var element in Fitting.Elements(span.Text))
            {
                var width = TextWidth.OfElement(element);
                text.Append(at >= from && at + width <= to ? element : new string(' ', Math.Max(0, Math.Min(at + width, to) - Math.Max(at, from))));
                at += width;
            }

            if (text.Length > 0)
            {
                yield return span with { Text = text.ToString(), Selected = span.Selected || Selected };
            }
        }
    }

    /// <summary>The text alone.</summary>
    public override string ToString() => string.Concat(Spans.Select(span => span.Text));
}

/// <summary>A piece of clean text with its role.</summary>
internal readonly record struct Span(string Text, Role Role, bool Selected = false);
