using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Bulk;

/// <summary>What the catalog lacks of one session's files.</summary>
internal sealed class CatalogNeeds(ICatalogIntake? intake, int startYear)
{
    private readonly ICatalogIntake? catalog = intake?.Keeps(startYear) == true ? intake : null;

    /// <summary>Whether the session is kept whole.</summary>
    public bool IsKept => catalog is not null;

    private string SessionName => CatalogFile.OfSession(startYear);

    /// <summary>The earlier of when the bills and when the catalog last took a file: what is older has been seen by both.</summary>
    public DateTimeOffset? SeenByBoth(string file, DateTimeOffset? byBills, bool noBills)
    {
        if (catalog is null)
        {
            return byBills;
        }

        var byCatalog = catalog.AppliedOf(startYear, file);
        return noBills ? byCatalog : byBills < byCatalog ? byBills : byCatalog is null || byBills is null ? null : byCatalog;
    }

    /// <summary>A feed for a file of a date when the catalog lacks it. Increments wait for the session file: half a session is none.</summary>
    public CatalogFeed? FeedFor(string file, DateTimeOffset built)
    {
        var isWhole = file == SessionName;
        if (catalog is null || built <= catalog.AppliedOf(startYear, file) || (!isWhole && catalog.AppliedOf(startYear, SessionName) is null))
        {
            return null;
        }

        var taken = new CatalogFile(startYear, file, built, isWhole);
        return new CatalogFeed(catalog.Begin(taken), taken);
    }
}
