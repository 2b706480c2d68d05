using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Recording.Catalog;

/// <summary>A measure of the kept session, as the newest file says it is.</summary>
/// <param name="Subject">Subject of its newest print; empty when no print is known.</param>
/// <param name="LeadAuthors">Of its newest print, the primary author first.</param>
/// <param name="House">Assembly, Senate, Governor or Secretary of State, as the table has it.</param>
/// <param name="Location">Committee code or place on the floor, as the table has it.</param>
/// <param name="Status">The table's own status words: shown, never trusted.</param>
/// <param name="LastAction">The newest line of its history.</param>
internal sealed record CatalogMeasure(
    BillId Id, string Subject, ImmutableArray<string> LeadAuthors, string? LatestVersion, string? House, string? Location, string? Status, string? Chapter, HistoryLine? LastAction);
