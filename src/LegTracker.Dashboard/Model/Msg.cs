using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>Everything that can happen to the dashboard. Events come from outside; the nested requests are what commands send.</summary>
internal abstract partial record Msg
{
    /// <summary>The whole watch list, as of now; replaces what was known.</summary>
    internal sealed record SnapshotArrived(ImmutableArray<BillItem> Bills) : Msg;

    /// <summary>One bill as it is now; new when it was not known.</summary>
    internal sealed record BillChanged(BillItem Bill) : Msg;

    /// <summary>A bill is no longer tracked.</summary>
    internal sealed record BillRemoved(string Bill) : Msg;

    /// <summary>Recorded changes in any order; those already known are taken once.</summary>
    internal sealed record ChangesArrived(ImmutableArray<ChangeItem> Changes) : Msg
    {
        /// <summary>Recorded while this dashboard is open: notices are given of these.</summary>
        public bool Fresh { get; init; }
    }

    internal sealed record SourcesArrived(ImmutableArray<SourceItem> Sources) : Msg;

    /// <summary>How the connection stands; while it stays live, or stays offline, the first instant is kept.</summary>
    internal sealed record ConnectionChanged(ConnectionState Connection) : Msg;

    /// <summary>The server's clock is virtual, or real (null).</summary>
    internal sealed record ClockSet(ServerClock? Clock) : Msg;

    /// <summary>The real instant now.</summary>
    internal sealed record Tick(DateTimeOffset Now) : Msg;

    internal sealed record KeyPressed(KeyStroke Key) : Msg;

    /// <summary>Text pasted as a whole; it never works as keys.</summary>
    internal sealed record Pasted(string Text) : Msg;

    internal sealed record Resized(int Columns, int Rows) : Msg;

    /// <summary>The wheel: rows to move, up is negative. Columns and rows count from 0.</summary>
    internal sealed record MouseScrolled(int By, int Column, int Row) : Msg;

    /// <summary>A click on a cell that no part of the frame has claimed (see the frame's zones).</summary>
    internal sealed record Clicked(int Column, int Row) : Msg;

    /// <summary>Something to say for a moment in the last row.</summary>
    internal sealed record Said(string Words, bool IsProblem = false) : Msg;
}
