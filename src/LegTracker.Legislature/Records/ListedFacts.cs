using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>What the built-in watch list says of a bill from published pages. Only confirmed values are listed; the rest is null and shown as unknown.</summary>
/// <param name="Note">One sentence on what is confirmed and by whom.</param>
public sealed record ListedFacts(string? Topic, ImmutableArray<string> LeadAuthors, ChapterCitation? Chapter, DateOnly? SignedDate, string Note);

/// <summary>A bill of a watch-list file with what the file says of it.</summary>
public sealed record ListedBill(BillId Id, ListedFacts Facts);

/// <summary>A chapter of the statutes: Chapter 623, Statutes of 2025.</summary>
/// <param name="Extraordinary">n of "nth Extraordinary Session", or 0.</param>
/// <param name="IsResolution">True for a resolution chapter.</param>
public sealed record ChapterCitation(int Number, int StatutesYear, int Extraordinary, bool IsResolution);
