namespace LegTracker.Replay.Histories;

/// <summary>An analysis as the bulk files list it, without its text.</summary>
/// <param name="House"><c>A</c> or <c>S</c>.</param>
/// <param name="Kind">The table's own word: <c>CMTE</c>, <c>FLOOR</c>, <c>ABPCA</c> …</param>
/// <param name="Committee">Location code.</param>
/// <param name="Name">Whose it is, as the table says it.</param>
/// <param name="Amended">Date of the print it is about.</param>
internal sealed record ReplayedAnalysis(long Id, DateOnly Date, string House, string Kind, string Committee, string Name, string Author, DateOnly Amended);
