namespace LegTracker.Server.Recording.Rows;

/// <summary>What people wrote about a bill; no poll touches it.</summary>
internal sealed class HumanRow
{
    public int BillId { get; set; }

    public string? Position { get; set; }

    public int? Priority { get; set; }

    /// <summary>JSON array of labels.</summary>
    public required string Labels { get; set; }

    public string? Owner { get; set; }

    /// <summary>JSON array of names.</summary>
    public string Sponsors { get; set; } = "[]";

    /// <summary>JSON object: the API's name of a text to the text with who wrote it, when, and for which version.</summary>
    public string Texts { get; set; } = "{}";

    public string? PositionAuthor { get; set; }

    public DateTimeOffset? PositionTime { get; set; }
}
