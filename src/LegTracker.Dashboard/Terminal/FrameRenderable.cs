using LegTracker.Dashboard.Views;
using Spectre.Console.Rendering;

namespace LegTracker.Dashboard.Terminal;

/// <summary>A frame as Spectre draws things: its rows as segments in a theme's styles.</summary>
internal sealed class FrameRenderable(Frame frame, Theme theme) : Renderable
{
    protected override Measurement Measure(RenderOptions options, int maxWidth) => new(frame.Columns, frame.Columns);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach (var row in frame.Rows)
        {
            foreach (var span in row.Spans)
            {
                yield return new Segment(span.Text, theme[span.Role, row.Selected || span.Selected]);
            }

            yield return Segment.LineBreak;
        }
    }
}
