using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>A text that a person wrote of a bill.</summary>
/// <param name="Text">Cleaned; never empty.</param>
/// <param name="ForVersion">Id of the printed version it was written for, or last read over against; null when none was known.</param>
/// <param name="ReviewedBy">Who read it over since it was written; null when nobody did.</param>
/// <param name="ReviewTime">Null as <paramref name="ReviewedBy"/> is.</param>
public sealed record HumanText(string Text, string Author, DateTimeOffset WriteTime, string? ForVersion, string? ReviewedBy = null, DateTimeOffset? ReviewTime = null)
{
    /// <summary>Whether a newer version than the one it was written for is known; false where either is not known.</summary>
    /// <param name="versions">The bill's printed versions, oldest first.</param>
    public bool IsForOlder(ImmutableArray<BillVersion> versions)
    {
        var at = versions.IsDefault ? -1 : versions.Select(version => version.Id).ToImmutableArray().IndexOf(ForVersion ?? "");
        return at >= 0 && at < versions.Length - 1;
    }
}
