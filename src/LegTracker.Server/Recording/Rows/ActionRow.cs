namespace LegTracker.Server.Recording.Rows;

/// <summary>One recorded action of a bill, at its place in the history.</summary>
internal sealed class ActionRow
{
    public int BillId { get; set; }

    /// <summary>From 0, oldest first.</summary>
    public int Position { get; set; }

    public DateOnly Date { get; set; }

    public required string Text { get; set; }

    public int Occurrence { get; set; }

    public DateTimeOffset Observed { get; set; }

    public bool PostedLate { get; set; }

    /// <summary>The line was not recognized when it was recorded.</summary>
    public bool IsUnknown { get; set; }

    public long ReadingId { get; set; }
}
