namespace LegTracker.Server.Recording;

/// <summary>A source's health between polls.</summary>
internal sealed class SourceRow
{
    public required string Name { get; set; }

    public required string Host { get; set; }

    public int State { get; set; }

    public string? StateReason { get; set; }

    public long? LastSuccessTicks { get; set; }

    public long? LastAttemptTicks { get; set; }

    public long? NextAttemptTicks { get; set; }

    public long? RetryAfterTicks { get; set; }

    public int ConsecutiveFailures { get; set; }
}

/// <summary>One poll of a bill or a source.</summary>
internal sealed class PollRow
{
    /// <summary>Place in time: polls are listed newest first by it.</summary>
    public long Id { get; set; }

    public required string Name { get; set; }

    public required string Source { get; set; }

    public string? BillId { get; set; }

    public int Outcome { get; set; }

    public long StartTicks { get; set; }

    public long EndTicks { get; set; }

    public int? HttpStatus { get; set; }

    public long BodyBytes { get; set; }

    public int ChangeCount { get; set; }

    public string? ErrorReason { get; set; }

    public string? ErrorDetail { get; set; }
}

/// <summary>What a source wants remembered for its next poll.</summary>
internal sealed class ValidatorRow
{
    public required string Source { get; set; }

    public required string Key { get; set; }

    public required string Value { get; set; }
}

/// <summary>A body that was not believed, gzip.</summary>
internal sealed class QuarantineRow
{
    public long Id { get; set; }

    public required string Source { get; set; }

    public string? BillId { get; set; }

    public required string Url { get; set; }

    public required string Reason { get; set; }

    public required string Poll { get; set; }

    public long Ticks { get; set; }

    public required byte[] Body { get; set; }
}

/// <summary>A value of the store as a whole: its epoch, its newest revision.</summary>
internal sealed class StoreValueRow
{
    public required string Key { get; set; }

    public required string Value { get; set; }
}
