using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Comparing;

/// <summary>What a reading changes.</summary>
/// <param name="Record">The record to keep: the reading, with what it lacks and was known.</param>
/// <param name="Actions">The history to record: known lines keep their observed time, new ones carry the reading's.</param>
/// <param name="Differences">In the order to log them; empty when nothing is news.</param>
/// <param name="LostLines">How many recorded lines the reading lacks (reworded ones not counted).</param>
internal sealed record Comparison(BillRecord Record, ImmutableArray<RecordedAction> Actions, ImmutableArray<Difference> Differences, int LostLines);
