using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>The candidates screen: what was told, which of it is shown, and where its cursor is.</summary>
internal sealed record CandidatesState
{
    /// <summary>False until the server has told its candidates once.</summary>
    public bool Known { get; init; }

    /// <summary>All that was told.</summary>
    public ImmutableArray<CandidateItem> All { get; init; } = [];

    /// <summary>The candidates of the screen: filtered, the undecided first, the best match first.</summary>
    public ImmutableArray<CandidateItem> Rows { get; init; } = [];

    /// <summary>Decided since the screen was entered: they keep their place until it is left.</summary>
    public ImmutableHashSet<string> Kept { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The candidate under the cursor is told in full, over the whole screen.</summary>
    public bool Whole { get; init; }

    public ListPlace Place { get; init; } = ListPlace.Start;

    public CandidateItem? UnderCursor => Place.Index < Rows.Length ? Rows[Place.Index] : null;

    /// <summary>Candidates that nobody has decided.</summary>
    public int Undecided => All.Count(candidate => candidate.State == CandidateMark.New);
}
