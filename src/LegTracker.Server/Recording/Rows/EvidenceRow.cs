namespace LegTracker.Server.Recording.Rows;

/// <summary>What was read of a bill: the rows or the part of a page, kept once as long as a reading cites it.</summary>
internal sealed class EvidenceRow
{
    /// <summary>Lower-case hex, of the body before compression.</summary>
    public required string Sha256 { get; set; }

    /// <summary>Name and version of the reader that made the text: <c>bulk/1</c>.</summary>
    public required string Kind { get; set; }

    public DateTimeOffset FirstSeen { get; set; }

    /// <summary>Length before compression.</summary>
    public int BodyBytes { get; set; }

    /// <summary>gzip.</summary>
    public required byte[] Body { get; set; }
}
