using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Views;

namespace LegTracker.Dashboard.Terminal;

/// <summary>Puts models on a terminal: each is drawn once, in its theme, and only what differs from what stands there is written.</summary>
/// <param name="shown">Called when the first frame is out.</param>
internal sealed class ScreenPainter(ITerminal terminal, ColourDepth depth, Action shown)
{
    private ScreenWriter? writer;
    private string theme = "";
    private DashboardModel? drawn;
    private Frame? frame;

    /// <summary>What a click on a cell of the last frame does; null for nothing.</summary>
    public Msg? At(int column, int row) => frame?.At(column, row);

    /// <summary>Somebody else wrote to the terminal: the next frame is written whole.</summary>
    public void Forget()
    {
        writer?.Forget();
        drawn = null;
    }

    /// <summary>Draws what has changed; true when bytes went out.</summary>
    public bool Draw(DashboardModel model)
    {
        if (ReferenceEquals(model, drawn))
        {
            return false;
        }

        // A new writer knows nothing of what is shown, so everything is painted in the new theme.
        if (writer is null || theme != model.View.Theme)
        {
            theme = model.View.Theme;
            writer = new(Theme.Named(theme, depth), depth);
        }

        var isFirst = frame is null;
        frame = DashboardView.Render(model);
        drawn = model;
        var bytes = writer.Draw(frame);
        terminal.Write(bytes);
        if (isFirst)
        {
            shown();
        }

        return bytes.Length > 0;
    }
}
