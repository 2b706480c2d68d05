using LegTracker.Legislature;

namespace LegTracker.Server.Recording.Rows;

/// <summary>A bill that is or was on the watch list, how far its record can be believed, and its parts.</summary>
internal sealed class BillRow
{
    public int Id { get; set; }

    /// <summary>The bill's resource name.</summary>
    public required string Name { get; set; }

    /// <summary>False once it was taken off the list: everything stays.</summary>
    public bool Tracked { get; set; }

    /// <summary>Revision of its last change.</summary>
    public long Revision { get; set; }

    public Freshness Freshness { get; set; }

    public string? FreshnessReason { get; set; }

    public DateTimeOffset? LastConfirmed { get; set; }

    /// <summary>What the watch list says of it, as JSON.</summary>
    public string? Listed { get; set; }

    /// <summary>JSON array of rows of the table of hearings; null while it was never read for the bill.</summary>
    public string? Hearings { get; set; }

    public BillRecordRow? Record { get; set; }

    public HumanRow? Human { get; set; }
}
