namespace LegTracker.Server.Recording.Rows;

/// <summary>The store itself: one row, made with the file.</summary>
internal sealed class StoreRow
{
    public const int TheOnly = 1;

    public int Id { get; set; } = TheOnly;

    public required string Epoch { get; set; }

    /// <summary>The newest revision; taken in the transaction that holds its changes.</summary>
    public long Head { get; set; }

    public DateTimeOffset Created { get; set; }
}
