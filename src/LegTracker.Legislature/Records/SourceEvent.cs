using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>
/// What a source tells while it is being polled, in order. Outcomes are values: a bad page is a <see cref="Quarantined"/>,
/// not an exception. <see cref="ValidatorsSeen"/> comes after the readings it covers, so that a crash in between reads them again.
/// </summary>
public abstract record SourceEvent
{
    private SourceEvent()
    {
    }

    /// <summary>A whole, believable reading of one bill.</summary>
    public sealed record BillRead(BillRecord Record, Provenance Provenance, int? HttpStatus, long BodyBytes) : SourceEvent
    {
        /// <summary>The rows or the part of the page that was read, as text; its SHA-256 is the provenance's. Empty when the source keeps none.</summary>
        public ReadOnlyMemory<byte> Evidence { get; init; }
    }

    /// <summary>The source confirms that the bill is as it was at its last reading (304, or the same content hash).</summary>
    /// <param name="NotModified">True when the server said so (304), false when the body was fetched and is the same.</param>
    public sealed record BillUnchanged(BillId Bill, bool NotModified, int? HttpStatus, long BodyBytes) : SourceEvent;

    /// <summary>The source works but does not hold this bill.</summary>
    public sealed record BillNotFound(BillId Bill, string Detail, int? HttpStatus) : SourceEvent;

    /// <summary>Nothing could be fetched. <paramref name="Bill"/> null: the whole source failed.</summary>
    /// <param name="Reason">Upper snake case: <c>HTTP_STATUS</c>, <c>TIMEOUT</c>, <c>CONNECTION</c>, <c>TRUNCATED</c> …</param>
    public sealed record FetchFailed(BillId? Bill, string Reason, string Detail, int? HttpStatus, DateTimeOffset? RetryAfter) : SourceEvent;

    /// <summary>A body arrived and is not believed; it is kept to be looked at. <paramref name="Bill"/> null: a file of many bills.</summary>
    /// <param name="Reason">Upper snake case: <c>WRONG_BILL</c>, <c>NOT_THE_PAGE</c>, <c>EMPTY_HISTORY</c>, <c>BROKEN_ZIP</c> …</param>
    public sealed record Quarantined(BillId? Bill, string Reason, string Detail, string Url, byte[] Body, int? HttpStatus) : SourceEvent;

    /// <summary>The site does not permit the fetch (robots.txt); says which setting decides.</summary>
    public sealed record NotPermitted(string Reason) : SourceEvent;

    /// <summary>What the source says of one bill's hearings; after the bill itself, which does not depend on it.</summary>
    public sealed record HearingsRead(HearingReading Reading) : SourceEvent;

    /// <summary>Hearings were there and could not be read: what was known of them stays, and so does every bill's state.</summary>
    public sealed record HearingsNotRead(string Reason, string Detail) : SourceEvent;

    /// <summary>The site has a pause of its own: what was not told before was not asked for, and nothing failed.</summary>
    /// <param name="Until">By the record's clock; before then the site is to be left alone.</param>
    public sealed record SitePaused(DateTimeOffset Until, string Detail) : SourceEvent;

    /// <summary>How far long work is.</summary>
    /// <param name="What">What is being read, in words: "pubinfo_2023.zip, BILL_HISTORY_TBL".</param>
    public sealed record Progress(string What, long BytesDone, long? BytesTotal, long Rows) : SourceEvent;

    /// <summary>Validators (for instance Last-Modified by file name) to keep for the next poll, once everything before is recorded.</summary>
    public sealed record ValidatorsSeen(ImmutableDictionary<string, string> Validators) : SourceEvent;
}
