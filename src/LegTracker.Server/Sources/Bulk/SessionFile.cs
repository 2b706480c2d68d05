namespace LegTracker.Server.Sources.Bulk;

/// <summary>One file of a session with what became of it.</summary>
internal sealed record SessionFile(string Name, BulkFileOutcome Outcome)
{
    /// <summary>The age that decides which file is newer; a file without a date counts as just built.</summary>
    public DateTimeOffset Age => Outcome.LastModified ?? DateTimeOffset.MaxValue;
}
