using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>What is on the screen: as many rows as the terminal has, and what a click on a part of them means.</summary>
internal sealed record Frame(int Columns, ImmutableArray<Line> Rows, ImmutableArray<Zone> Zones)
{
    /// <summary>What a click on a cell means, or null.</summary>
    public Msg? At(int column, int row)
    {
        foreach (var zone in Zones)
        {
            if (zone.Row == row && column >= zone.From && column < zone.To)
            {
                return zone.Does;
            }
        }

        return null;
    }
}

/// <summary>Cells of one row, from a column up to but without another, that can be clicked.</summary>
internal readonly record struct Zone(int Row, int From, int To, Msg Does);
