namespace LegTracker.Legislature;

/// <summary>One row of a bulk file on its way into the catalog of the whole session, cleaned.</summary>
public abstract record CatalogRow
{
    private CatalogRow(BillId bill) => Bill = bill;

    /// <summary>The measure it belongs to.</summary>
    public BillId Bill { get; }

    /// <summary>Where a measure stands (BILL_TBL).</summary>
    /// <param name="Location">Committee code or place on the floor, as the table has it.</param>
    /// <param name="Chapter">Chapter number, once chaptered.</param>
    public sealed record Measure(BillId Of, string? LatestVersion, string? House, string? Location, string? Status, string? Chapter) : CatalogRow(Of);

    /// <summary>A line of a history (BILL_HISTORY_TBL).</summary>
    /// <param name="Sequence">Place in the history; lines of one date may share it, and lines from before 2000 have none.</param>
    public sealed record Action(BillId Of, long Id, long? Sequence, HistoryLine Line) : CatalogRow(Of);

    /// <summary>A print (BILL_VERSION_TBL).</summary>
    /// <param name="Number">99 for the first print, one less for each later one.</param>
    /// <param name="Flags">What the print says of itself.</param>
    /// <param name="Lob">Name of the entry of the same zip that holds the text; names are given anew in each file.</param>
    /// <param name="Updated">When the table's row was last written, verbatim: it moves when a print is corrected.</param>
    /// <param name="IsActive">False for a print that was withdrawn.</param>
    public sealed record Version(BillId Of, BillVersion Print, int Number, CatalogFlags Flags, string? Lob, string? Updated, bool IsActive) : CatalogRow(Of);

    /// <summary>An author of a print (BILL_VERSION_AUTHORS_TBL).</summary>
    /// <param name="House">ASSEMBLY, SENATE or BOTH, verbatim.</param>
    /// <param name="Contribution">LEAD_AUTHOR, PRINCIPAL_COAUTHOR or COAUTHOR.</param>
    public sealed record Author(BillId Of, string VersionId, string Name, string? House, string Contribution, bool IsPrimary, bool IsActive) : CatalogRow(Of);
}

/// <summary>What a print says of itself, in the table's words (Yes, No, Majority, Two Thirds); null where it says nothing.</summary>
public sealed record CatalogFlags(string? VoteRequired, string? Appropriation, string? FiscalCommittee, string? LocalProgram, string? SubstantiveChanges, string? Urgency, string? TaxLevy);
