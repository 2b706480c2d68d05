using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Live;

/// <summary>The user's choices on disk (<c>view.json</c>); what another dashboard of the same user has added meanwhile is kept.</summary>
internal sealed class ViewFile(StateFile file)
{
    private readonly Lock gate = new();
    private ViewState known = new();

    /// <param name="folder">Of this user's state.</param>
    public static ViewFile In(string folder) => new(new StateFile(folder, "view.json"));

    /// <summary>The choices of last time, or the usual ones; a file that cannot be read is kept aside under the name in <paramref name="kept"/>.</summary>
    public ViewState Read(out string? kept)
    {
        lock (gate)
        {
            return known = file.Read<ViewState>(out kept) ?? new ViewState();
        }
    }

    /// <exception cref="IOException">The choices could not be written.</exception>
    public void Write(ViewState view)
    {
        lock (gate)
        {
            var others = file.Read<ViewState>(out _) ?? known;
            var names = view.Views.Concat(known.Views).Select(mine => mine.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            file.Write(view with
            {
                Bookmarks = others.Bookmarks.Except(known.Bookmarks.Except(view.Bookmarks)).Union(view.Bookmarks.Except(known.Bookmarks)),
                Views = [.. view.Views.Concat(others.Views.Where(theirs => !names.Contains(theirs.Name))).OrderBy(each => each.Name, StringComparer.OrdinalIgnoreCase)],
            });
            known = view;
        }
    }
}
