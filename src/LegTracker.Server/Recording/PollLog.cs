using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Recording.Rows;
using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>The polls that were made; the newest are kept.</summary>
internal static class PollLog
{
    /// <summary>Older entries than this many are dropped when a source's poll ends.</summary>
    public const int Kept = 100_000;

    public static void Add(RecordContext db, PollEntry poll) => db.Polls.Add(new PollRow
    {
        Name = poll.Name,
        Source = poll.Source,
        Bill = poll.Bill?.ResourceName,
        Outcome = poll.Outcome,
        Start = poll.StartTime,
        End = poll.EndTime,
        HttpStatus = poll.HttpStatus,
        BodyBytes = poll.BodyBytes,
        ChangeCount = poll.ChangeCount,
        ErrorReason = poll.ErrorReason,
        ErrorDetail = poll.ErrorDetail,
    });

    public static async Task<ImmutableArray<PollEntry>> ListAsync(RecordContext db, string? source, string? beforeName, int limit, CancellationToken cancellationToken)
    {
        var polls = source is null ? db.Polls : db.Polls.Where(poll => poll.Source == source);
        var older = beforeName is null ? polls : polls.Where(poll => string.Compare(poll.Name, beforeName) < 0);
        var page = await older.OrderByDescending(poll => poll.Name).ThenByDescending(poll => poll.Id).Take(Math.Max(1, limit)).ToListAsync(cancellationToken);
        return [.. page.Select(Entry)];
    }

    public static async Task TrimAsync(RecordContext db, CancellationToken cancellationToken)
    {
        var newest = await db.Polls.MaxAsync(poll => (long?)poll.Id, cancellationToken) ?? 0;
        await db.Polls.Where(poll => poll.Id <= newest - Kept).ExecuteDeleteAsync(cancellationToken);
    }

    private static PollEntry Entry(PollRow row) => new(
        row.Name,
        row.Source,
        row.Bill is { } bill ? BillId.FromResourceName(bill) : null,
        row.Outcome,
        row.Start,
        row.End,
        row.HttpStatus,
        row.BodyBytes,
        row.ChangeCount,
        row.ErrorReason,
        row.ErrorDetail);
}
