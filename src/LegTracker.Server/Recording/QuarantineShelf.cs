using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Recording.Rows;
using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>A body that was not believed.</summary>
/// <param name="Bill">Null for a file of many bills.</param>
/// <param name="Poll">Name of the poll that brought it.</param>
/// <param name="Reason">Upper snake case: <c>WRONG_BILL</c>.</param>
/// <param name="BodyBytes">Length as it came; of a very long one only the beginning is kept.</param>
/// <param name="Body">Empty in a list.</param>
internal sealed record QuarantinedBody(long Id, string Source, BillId? Bill, string Url, string Poll, string Reason, DateTimeOffset KeptTime, long BodyBytes, byte[] Body);

/// <summary>Bodies that were not believed, for a person to look at: the newest of each source, and of a very long one its beginning.</summary>
internal static class QuarantineShelf
{
    /// <summary>How many bodies of one source are kept.</summary>
    public const int Kept = 200;

    /// <summary>Bytes on the disk that the bodies of one source may take, together.</summary>
    public const long KeptBytes = 50 * 1024 * 1024;

    /// <summary>Bytes of a body that are kept, before compression: less than the 4 MiB that gRPC clients take in one message.</summary>
    public const int LongestBody = 3 * 1024 * 1024;

    public static async Task KeepAsync(
        RecordContext db, BillId? bill, string url, string reason, ReadOnlyMemory<byte> body, PollEntry poll, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.Quarantined.Add(new QuarantinedRow
        {
            Source = poll.Source,
            Poll = poll.Name,
            Bill = bill?.ResourceName,
            Url = url,
            Reason = reason,
            KeptTime = now,
            BodyBytes = body.Length,
            Body = Packed.Pack(body.Span[..Math.Min(body.Length, LongestBody)]),
        });
        await db.SaveChangesAsync(cancellationToken);
        await TrimAsync(db, poll.Source, cancellationToken);
    }

    /// <summary>The newest first, without their bodies.</summary>
    public static async Task<ImmutableArray<QuarantinedBody>> ListAsync(RecordContext db, string? source, CancellationToken cancellationToken)
    {
        var rows = source is null ? db.Quarantined : db.Quarantined.Where(row => row.Source == source);
        var kept = await rows.OrderByDescending(row => row.Id)
            .Select(row => new { row.Id, row.Source, row.Bill, row.Url, row.Poll, row.Reason, row.KeptTime, row.BodyBytes })
            .ToListAsync(cancellationToken);
        return [.. kept.Select(row => new QuarantinedBody(row.Id, row.Source, IdOf(row.Bill), row.Url, row.Poll, row.Reason, row.KeptTime, row.BodyBytes, []))];
    }

    public static async Task<QuarantinedBody?> FindAsync(RecordContext db, long id, CancellationToken cancellationToken) =>
        await db.Quarantined.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } row
            ? new QuarantinedBody(row.Id, row.Source, IdOf(row.Bill), row.Url, row.Poll, row.Reason, row.KeptTime, row.BodyBytes, Packed.Unpack(row.Body, Math.Min(row.BodyBytes, LongestBody)))
            : null;

    // The newest body is kept whatever its length.
    private static async Task TrimAsync(RecordContext db, string source, CancellationToken cancellationToken)
    {
        var kept = await db.Quarantined.Where(row => row.Source == source).OrderByDescending(row => row.Id)
            .Select(row => new { row.Id, row.Body.Length })
            .ToListAsync(cancellationToken);
        var (count, bytes) = (1, (long)kept[0].Length);
        while (count < Math.Min(kept.Count, Kept) && bytes + kept[count].Length <= KeptBytes)
        {
            bytes += kept[count++].Length;
        }

        var oldest = kept[count - 1].Id;
        await db.Quarantined.Where(row => row.Source == source && row.Id < oldest).ExecuteDeleteAsync(cancellationToken);
    }

    private static BillId? IdOf(string? name) => name is null ? null : BillId.FromResourceName(name);
}
