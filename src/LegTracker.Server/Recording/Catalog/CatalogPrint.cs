using LegTracker.Legislature;

namespace LegTracker.Server.Recording.Catalog;

/// <summary>A print of a measure of the kept session.</summary>
/// <param name="Number">99 for the first print, one less for each later one.</param>
/// <param name="Lob">Entry that holds its text in <paramref name="LobFile"/>; names hold for that build of that file alone.</param>
/// <param name="LobFile">Name of the zip that last held the row.</param>
/// <param name="Arrival">Ascends with each print that is new to the catalog or was corrected: readers go on after the last they have seen.</param>
internal sealed record CatalogPrint(BillId Bill, BillVersion Print, int Number, CatalogFlags Flags, string? Lob, string? LobFile, long Arrival);
