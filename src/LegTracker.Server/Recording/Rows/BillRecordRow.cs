namespace LegTracker.Server.Recording.Rows;

/// <summary>The last believed reading of a bill without its history: what sources say, never what people wrote.</summary>
internal sealed class BillRecordRow
{
    public int BillId { get; set; }

    public required string Topic { get; set; }

    public string? Title { get; set; }

    /// <summary>JSON array of names.</summary>
    public required string LeadAuthors { get; set; }

    /// <summary>JSON array of names.</summary>
    public required string Coauthors { get; set; }

    /// <summary>JSON array of versions, oldest first.</summary>
    public required string Versions { get; set; }

    public string? StatusText { get; set; }

    public string? HouseLocation { get; set; }

    /// <summary>JSON of what was read of the text; null when nothing was.</summary>
    public string? Text { get; set; }

    /// <summary>JSON array of analyses, oldest first; null when no list was read.</summary>
    public string? Analyses { get; set; }

    public long ReadingId { get; set; }

    public ReadingRow? Reading { get; set; }
}
