namespace LegTracker.Server.Recording.Rows;

/// <summary>The last reading of a bill by a source that was held back.</summary>
internal sealed class DoubtRow
{
    public required string Source { get; set; }

    public int BillId { get; set; }

    public DoubtKind Kind { get; set; }

    public required string Sha256 { get; set; }

    /// <summary>In words.</summary>
    public required string Reason { get; set; }

    public DateTimeOffset FirstSeen { get; set; }

    /// <summary>A person said that the reading is right.</summary>
    public bool Accepted { get; set; }
}
