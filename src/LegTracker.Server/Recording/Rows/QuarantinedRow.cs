namespace LegTracker.Server.Recording.Rows;

/// <summary>A body that was not believed, kept to be looked at.</summary>
internal sealed class QuarantinedRow
{
    public long Id { get; set; }

    public required string Source { get; set; }

    public required string Poll { get; set; }

    /// <summary>Resource name of the bill; null for a file of many bills.</summary>
    public string? Bill { get; set; }

    public required string Url { get; set; }

    public required string Reason { get; set; }

    public DateTimeOffset KeptTime { get; set; }

    /// <summary>Length before compression.</summary>
    public long BodyBytes { get; set; }

    /// <summary>gzip.</summary>
    public required byte[] Body { get; set; }
}
