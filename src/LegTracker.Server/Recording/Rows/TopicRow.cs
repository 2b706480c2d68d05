namespace LegTracker.Server.Recording.Rows;

/// <summary>A topic as a person changed it; topics that nobody changed stand in the list's file only.</summary>
internal sealed class TopicRow
{
    public required string Key { get; set; }

    public required string Title { get; set; }

    /// <summary>JSON array of search terms.</summary>
    public required string Include { get; set; }

    /// <summary>JSON array of search terms.</summary>
    public required string Exclude { get; set; }

    /// <summary>JSON array of code sections.</summary>
    public required string CodeSections { get; set; }

    public bool Enabled { get; set; }

    public required string Author { get; set; }

    public DateTimeOffset Written { get; set; }
}
