namespace LegTracker.Dashboard.Model;

/// <summary>What people wrote in a field of a bill, and what is kept about it.</summary>
/// <param name="Field">The field's id: "what_it_does".</param>
/// <param name="Text">Labels and sponsors stand one a line; never empty.</param>
internal sealed record WrittenText(string Field, string Text)
{
    /// <summary>Who wrote it; empty where that is not kept.</summary>
    public string Author { get; init; } = "";

    public DateTimeOffset? Written { get; init; }

    /// <summary>Id of the printed version it was written for; may be empty.</summary>
    public string ForVersion { get; init; } = "";

    /// <summary>The bill has a newer version than the one it was written for.</summary>
    public bool ForOlderVersion { get; init; }

    /// <summary>Who read it over since, or empty.</summary>
    public string ReviewedBy { get; init; } = "";

    public DateTimeOffset? Reviewed { get; init; }
}
