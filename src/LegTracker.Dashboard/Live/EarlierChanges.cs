using LegTracker.Dashboard.Model;
using LegTracker.V1;

namespace LegTracker.Dashboard.Live;

/// <summary>The changes that a feed begins with: the newest, all after what has been read up to, and those unread from before that.</summary>
internal static class EarlierChanges
{
    private const int Newest = 200;
    private const int Page = 1_000;

    /// <param name="head">Newest revision of the store.</param>
    /// <returns>Oldest first, and the revision after which none is left out.</returns>
    public static async Task<(List<Change> Changes, long After)> FetchAsync(ChangeService.ChangeServiceClient server, ReadLedger ledger, long head, CancellationToken cancellationToken)
    {
        var after = Math.Max(0, Math.Min(ledger.UpTo, head - Newest));
        var changes = new List<Change>();
        foreach (var revision in ledger.Unread.Select(ReadLedger.RevisionOf).Where(revision => revision <= after).Distinct().Order())
        {
            if (changes.Count == 0 || changes[^1].Revision < revision)
            {
                // The last revision of a page may go on in the next.
                changes.AddRange((await PagesAsync(server, revision - 1, page => page[^1].Revision > revision, cancellationToken)).Where(change => change.Revision <= after));
            }
        }

        changes.RemoveAll(change => !ledger.Unread.Contains(change.Name));
        changes.AddRange(await PagesAsync(server, after, _ => false, cancellationToken));
        return (changes, after);
    }

    private static async Task<List<Change>> PagesAsync(ChangeService.ChangeServiceClient server, long after, Predicate<List<Change>> isEnough, CancellationToken cancellationToken)
    {
        var (changes, token) = (new List<Change>(), "");
        do
        {
            var page = await server.ListChangesAsync(new ListChangesRequest { AfterRevision = after, PageSize = Page, PageToken = token }, cancellationToken: cancellationToken);
            changes.AddRange(page.Changes);
            token = page.NextPageToken;
        }
        while (token.Length > 0 && (changes.Count == 0 || !isEnough(changes)));
        return changes;
    }
}
