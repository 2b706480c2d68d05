using LegTracker.Legislature;
using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>The evidence rows that one transaction uses: each reading's is stored once.</summary>
internal sealed class EvidenceRows(RecordContext context)
{
    private readonly Dictionary<Provenance, ProvenanceRow> found = [];

    public async Task<ProvenanceRow> FindOrAddAsync(Provenance provenance, CancellationToken cancellationToken)
    {
        if (found.TryGetValue(provenance, out var known))
        {
            return known;
        }

        var ticks = provenance.FetchTime.UtcTicks;
        var row = await context.Provenances.FirstOrDefaultAsync(
            stored => stored.Poll == provenance.Poll && stored.Url == provenance.Url && stored.ContentSha256 == provenance.ContentSha256 && stored.FetchTicks == ticks,
            cancellationToken);
        if (row is null)
        {
            row = RowMapping.To(provenance);
            context.Provenances.Add(row);
            await context.SaveChangesAsync(cancellationToken);
        }

        return found[provenance] = row;
    }
}
