namespace LegTracker.Dashboard.Model;

/// <summary>A cursor in a list that stays with what it points at, not with the row.</summary>
/// <param name="Id">What the cursor is on; null in an empty list.</param>
/// <param name="Index">Its row, from 0; 0 in an empty list.</param>
/// <param name="Top">The first row shown.</param>
internal readonly record struct ListPlace(string? Id, int Index, int Top)
{
    public static ListPlace Start { get; } = new(null, 0, 0);

    /// <summary>The cursor on a row, clamped to the list, scrolled just so far that it is seen.</summary>
    public ListPlace At(int index, int count, int height, Func<int, string> id)
    {
        if (count == 0)
        {
            return Start;
        }

        var row = Math.Clamp(index, 0, count - 1);
        var shown = Math.Max(1, height);
        var top = Math.Clamp(Top, Math.Max(0, row - shown + 1), row);
        return new(id(row), row, Math.Clamp(top, 0, Math.Max(0, count - shown)));
    }

    /// <summary>The cursor after the list has changed: on the same thing, or on the same row when that is gone.</summary>
    public ListPlace Follow(int count, int height, Func<int, string> id)
    {
        if (Id is null)
        {
            return At(0, count, height, id);
        }

        if (Index < count && id(Index) == Id)
        {
            return At(Index, count, height, id);
        }

        for (var row = 0; row < count; row++)
        {
            if (id(row) == Id)
            {
                // The row keeps its place on the screen: the list moves under it.
                return (this with { Top = Math.Max(0, row - (Index - Top)) }).At(row, count, height, id);
            }
        }

        return At(Index, count, height, id);
    }
}
