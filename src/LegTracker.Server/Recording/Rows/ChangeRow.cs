using LegTracker.Legislature;

namespace LegTracker.Server.Recording.Rows;

/// <summary>An entry of the change log; written once.</summary>
internal sealed class ChangeRow
{
    public long Revision { get; set; }

    public int Index { get; set; }

    public int BillId { get; set; }

    public BillRow? Bill { get; set; }

    public ChangeKind Kind { get; set; }

    public string? Field { get; set; }

    public string? OldValue { get; set; }

    public string? NewValue { get; set; }

    public DateOnly? EventDate { get; set; }

    public required string Summary { get; set; }

    public DateTimeOffset RecordTime { get; set; }

    public long? ReadingId { get; set; }

    public ReadingRow? Reading { get; set; }

    public required string Actor { get; set; }

    public string? Supersedes { get; set; }
}
