namespace LegTracker.Server.Recording;

/// <summary>A bill that is or was tracked. Lists are JSON; instants are UTC ticks; days are ISO text.</summary>
internal sealed class BillRow
{
    /// <summary>leginfo's id: 202320240AB1394.</summary>
    public required string Id { get; set; }

    public bool Tracked { get; set; }

    public long Revision { get; set; }

    public bool IsRead { get; set; }

    public string Topic { get; set; } = "";

    public string? Title { get; set; }

    public string LeadAuthors { get; set; } = "[]";

    public string Coauthors { get; set; } = "[]";

    public string? StatusText { get; set; }

    public string? HouseLocation { get; set; }

    /// <summary>What the watch list said of it, as JSON.</summary>
    public string? Listed { get; set; }

    public string? Position { get; set; }

    public int? Priority { get; set; }

    public string Labels { get; set; } = "[]";

    public int Freshness { get; set; }

    public string? FreshnessReason { get; set; }

    public long? LastConfirmedTicks { get; set; }

    public long? ProvenanceId { get; set; }
}

/// <summary>One line of a bill's history.</summary>
internal sealed class ActionRow
{
    public required string BillId { get; set; }

    /// <summary>Place in the history, from 1.</summary>
    public int Sequence { get; set; }

    public required string Date { get; set; }

    public required string Text { get; set; }

    public int Occurrence { get; set; }

    public long ObservedTicks { get; set; }

    public bool PostedLate { get; set; }

    /// <summary>The line was not recognized.</summary>
    public bool IsUnknown { get; set; }

    public long ProvenanceId { get; set; }
}

/// <summary>One printed version of a bill.</summary>
internal sealed class VersionRow
{
    public required string BillId { get; set; }

    public int Sequence { get; set; }

    public required string Id { get; set; }

    public required string Date { get; set; }

    public required string Action { get; set; }

    public string? Topic { get; set; }
}

/// <summary>One entry of the change log.</summary>
internal sealed class ChangeRow
{
    public long Revision { get; set; }

    public int Index { get; set; }

    public required string BillId { get; set; }

    public int Kind { get; set; }

    public string? Field { get; set; }

    public string? OldValue { get; set; }

    public string? NewValue { get; set; }

    public string? EventDate { get; set; }

    public required string Summary { get; set; }

    public long RecordTicks { get; set; }

    public required string Actor { get; set; }

    public string? Supersedes { get; set; }

    public long? ProvenanceId { get; set; }
}

/// <summary>Evidence of one reading, shared by all that it brought.</summary>
internal sealed class ProvenanceRow
{
    public long Id { get; set; }

    public required string Source { get; set; }

    public required string Url { get; set; }

    public long FetchTicks { get; set; }

    public required string ContentSha256 { get; set; }

    public required string Poll { get; set; }

    public required string Parser { get; set; }
}

/// <summary>Hash of a bill's last reading by a source.</summary>
internal sealed class ReadingRow
{
    public required string Source { get; set; }

    public required string BillId { get; set; }

    public required string ContentSha256 { get; set; }
}
