namespace LegTracker.Server.Recording.Rows;

/// <summary>When a source is to be asked for a bill again, and who is asking now.</summary>
internal sealed class DueRow
{
    public required string Source { get; set; }

    public int BillId { get; set; }

    /// <summary>By the record's clock.</summary>
    public DateTimeOffset Next { get; set; }

    /// <summary>Why then, in words.</summary>
    public required string Reason { get; set; }

    /// <summary>Whoever polls the bill; null when nobody does.</summary>
    public string? LeaseOwner { get; set; }

    /// <summary>By the real clock: after it the owner counts as dead.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }
}
