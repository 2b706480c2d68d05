using LegTracker.Legislature;
using LegTracker.Server.Recording.Rows;
using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>What was read, as it was read.</summary>
/// <param name="Sha256">Lower-case hex of the SHA-256 of <see cref="Body"/>.</param>
/// <param name="Kind">Name and version of the reader: <c>bulk/1</c>.</param>
/// <param name="FirstSeen">When it was first read, by LegTracker's clock.</param>
internal sealed record KeptEvidence(string Sha256, string Kind, DateTimeOffset FirstSeen, byte[] Body);

/// <summary>The evidence of readings: one copy of each text, for as long as a reading cites it.</summary>
internal static class EvidenceShelf
{
    public static async Task KeepAsync(RecordContext db, Provenance provenance, ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        if (text.IsEmpty || await db.Evidence.AnyAsync(row => row.Sha256 == provenance.ContentSha256, cancellationToken))
        {
            return;
        }

        db.Evidence.Add(new EvidenceRow
        {
            Sha256 = provenance.ContentSha256,
            Kind = provenance.Parser,
            FirstSeen = provenance.FetchTime,
            BodyBytes = text.Length,
            Body = Packed.Pack(text.Span),
        });
    }

    public static async Task<KeptEvidence?> FindAsync(RecordContext db, string sha256, CancellationToken cancellationToken) =>
        await db.Evidence.SingleOrDefaultAsync(row => row.Sha256 == sha256, cancellationToken) is { } row
            ? new KeptEvidence(row.Sha256, row.Kind, row.FirstSeen, Packed.Unpack(row.Body, row.BodyBytes))
            : null;

    /// <summary>Drops those of these texts that no reading cites any more.</summary>
    public static Task<int> DropUncitedAsync(RecordContext db, IReadOnlyCollection<string> texts, CancellationToken cancellationToken) => texts.Count == 0
        ? Task.FromResult(0)
        : db.Evidence.Where(row => texts.Contains(row.Sha256) && !db.Readings.Any(reading => reading.ContentSha256 == row.Sha256)).ExecuteDeleteAsync(cancellationToken);
}
