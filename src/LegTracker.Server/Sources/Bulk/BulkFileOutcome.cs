using LegTracker.Legislature;
using LegTracker.Server.Sources.Bulk.Hearings;

namespace LegTracker.Server.Sources.Bulk;

/// <summary>What became of one bulk file in one poll.</summary>
internal abstract record BulkFileOutcome
{
    private BulkFileOutcome()
    {
    }

    /// <summary>When the host last built the file, as far as it is known.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>The file was read: the wanted bills' rows in it.</summary>
    public sealed record Read(Uri Address, Dictionary<BillId, BillRows> Bills, int Status, long Bytes) : BulkFileOutcome
    {
        /// <summary>Why the catalog did not take the file, in words; null when it did or did not need it.</summary>
        public string? CatalogFault { get; init; }

        /// <summary>What became of its table of hearings, which the bills do not depend on.</summary>
        public HearingTableOutcome Hearings { get; init; } = new HearingTableOutcome.Missing();

        /// <summary>True when a bill's text could not be fetched, so that the file has to be read again for it.</summary>
        public bool LacksTexts { get; init; }
    }

    /// <summary>The host says it is as it was when it was last applied.</summary>
    public sealed record NotModified : BulkFileOutcome;

    /// <summary>It is not newer than the session file, which holds all it could say.</summary>
    public sealed record Superseded : BulkFileOutcome;

    /// <summary>There is no such file (404).</summary>
    public sealed record Missing(string Detail) : BulkFileOutcome;

    /// <summary>It could not be fetched.</summary>
    public sealed record Failed(FetchOutcome.Failed Fault) : BulkFileOutcome;

    /// <summary>It arrived and is not believed; nothing of it is used.</summary>
    /// <param name="Reason"><c>NOT_THE_FILE</c>, <c>BROKEN_ZIP</c>, <c>MISSING_TABLE</c>, <c>BROKEN_TABLE</c>, <c>TOO_LARGE</c>.</param>
    /// <param name="Body">The part that shows it, 64 KB at most.</param>
    public sealed record Broken(string Reason, string Detail, Uri Address, byte[] Body, int Status) : BulkFileOutcome;
}
