using System.IO.Compression;
using LegTracker.Legislature;
using LegTracker.Server.Recording.Rows;
using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>Bodies that were not believed, for a person to look at: the newest ones, and of a very long one its beginning.</summary>
internal static class QuarantineShelf
{
    /// <summary>How many bodies are kept, of all sources together.</summary>
    public const int Kept = 200;

    /// <summary>Bytes of a body that are kept, before compression.</summary>
    public const int LongestBody = 4 * 1024 * 1024;

    public static async Task KeepAsync(
        RecordContext db, BillId? bill, string url, string reason, byte[] body, PollEntry poll, DateTimeOffset now, CancellationToken cancellationToken)
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
            Body = Compressed(body.AsSpan(0, Math.Min(body.Length, LongestBody))),
        });
        await db.SaveChangesAsync(cancellationToken);
        var oldest = await db.Quarantined.OrderByDescending(row => row.Id).Skip(Kept - 1).Select(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        await db.Quarantined.Where(row => row.Id < oldest).ExecuteDeleteAsync(cancellationToken);
    }

    private static byte[] Compressed(ReadOnlySpan<byte> body)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
        {
            gzip.Write(body);
        }

        return target.ToArray();
    }
}
