namespace LegTracker.Server.Recording.Rows;

/// <summary>Hash of a bill's last recorded reading by one source.</summary>
internal sealed class ContentHashRow
{
    public required string Source { get; set; }

    public int BillId { get; set; }

    public required string Sha256 { get; set; }
}
