namespace LegTracker.Server.Recording.Rows;

/// <summary>A meeting; its date is its name.</summary>
internal sealed class MeetingRow
{
    public DateOnly Date { get; set; }

    public required string Title { get; set; }

    /// <summary>Minutes for the segment.</summary>
    public int Minutes { get; set; }

    /// <summary>Choices about the segment's bills, JSON.</summary>
    public string Arrangement { get; set; } = "[]";

    /// <summary>Counts its changes, from 1.</summary>
    public int Version { get; set; }
}
