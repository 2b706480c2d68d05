using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>A name with its values in one of the user's own files.</summary>
/// <param name="Line">From 1.</param>
internal sealed record FileEntry(string Name, ImmutableArray<string> Values, int Line);

/// <summary>What is wrong with a line of a user's file, and what it may be.</summary>
internal sealed record FileFault(int Line, string Words);
