namespace LegTracker.Dashboard.Model;

/// <summary>How far what is shown of a bill can be relied on.</summary>
internal enum Freshness
{
    /// <summary>No source has confirmed the bill yet.</summary>
    NeverRead,
    Current,

    /// <summary>The last fetch failed.</summary>
    Stale,

    /// <summary>The last reading was not believed.</summary>
    Quarantined,
    Unknown,
}
