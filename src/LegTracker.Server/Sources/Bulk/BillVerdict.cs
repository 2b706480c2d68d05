using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Bulk;

/// <summary>What the files of a session say of one bill.</summary>
/// <remarks>
/// Files are ordered by Last-Modified; the newest one that holds a row of the bill gives its state, older ones only what it does not hold.
/// Never may an older state follow a newer one, so a file that could not be read stands in the way of every older file: of files before its
/// date when that is known, else of files not newer than the newest ever applied to the session (kept in the validators) or told of the bill
/// since this process started. Such a bill is neither read nor unchanged but undecided; so is one whose newest file is older than the one that told
/// its state before, unless every file could be read: a cache gave a build of last week.
/// </remarks>
internal abstract record BillVerdict
{
    private BillVerdict()
    {
    }

    /// <param name="Newest">The file that gave the state.</param>
    public sealed record Found(BillRows Rows, BulkFileOutcome.Read Newest) : BillVerdict;

    /// <summary>No changed file holds the bill.</summary>
    public sealed record Unchanged : BillVerdict;

    /// <summary>The whole session was read and does not hold the bill.</summary>
    public sealed record NotHeld : BillVerdict;

    /// <summary>A file that could not be read may hold something newer.</summary>
    public sealed record Undecided(SessionFile InTheWay) : BillVerdict;

    /// <param name="files">The session file first.</param>
    /// <param name="known">Whether the bill was ever read from this source.</param>
    /// <param name="newestTold">The newest date whose state may have been recorded for the bill.</param>
    /// <param name="ownTold">The date of the file that told the bill's state last, as far as this process knows.</param>
    public static BillVerdict Of(ImmutableArray<SessionFile> files, BillId bill, bool known, DateTimeOffset newestTold, DateTimeOffset? ownTold)
    {
        var unread = files.Where(file => file.Outcome is BulkFileOutcome.Failed or BulkFileOutcome.Broken).ToArray();
        if (SessionFiles.Merge(files, bill) is not { } rows)
        {
            return unread.Length > 0 ? new Undecided(unread[0])
                : known && files[0].Outcome is not BulkFileOutcome.Read ? new Unchanged()
                : new NotHeld();
        }

        var newest = files.Where(file => file.Outcome is BulkFileOutcome.Read read && read.Bills.ContainsKey(bill)).MaxBy(file => file.Age)!;
        if (newest.Age < ownTold)
        {
            // A snapshot told it before and need not be asked for again: when every file could be read, none has anything newer.
            return known && unread.Length == 0 ? new Unchanged() : new Undecided(newest with { Outcome = SessionFiles.Stale(newest.Name, newest.Age) });
        }

        var inTheWay = unread.FirstOrDefault(file => file.Outcome.LastModified is { } date ? date > newest.Age : newest.Age <= newestTold);
        if (inTheWay is null && !rows.IsWhole && files[0].Outcome is BulkFileOutcome.Failed or BulkFileOutcome.Broken)
        {
            inTheWay = files[0];
        }

        return inTheWay is null ? new Found(rows, (BulkFileOutcome.Read)newest.Outcome) : new Undecided(inTheWay);
    }
}
