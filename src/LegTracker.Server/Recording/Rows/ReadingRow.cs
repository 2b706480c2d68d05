namespace LegTracker.Server.Recording.Rows;

/// <summary>Evidence of one believed reading of a bill, shared by the actions and changes that it brought.</summary>
internal sealed class ReadingRow
{
    public long Id { get; set; }

    public int BillId { get; set; }

    public required string Source { get; set; }

    public required string Url { get; set; }

    public DateTimeOffset FetchTime { get; set; }

    public required string ContentSha256 { get; set; }

    public required string Poll { get; set; }

    public required string Parser { get; set; }
}
