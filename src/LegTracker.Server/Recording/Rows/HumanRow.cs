namespace LegTracker.Server.Recording.Rows;

/// <summary>What people wrote about a bill; no poll touches it.</summary>
internal sealed class HumanRow
{
    public int BillId { get; set; }

    public string? Position { get; set; }

    public int? Priority { get; set; }

    /// <summary>JSON array of labels.</summary>
    public required string Labels { get; set; }
}
