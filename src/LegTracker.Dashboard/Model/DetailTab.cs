namespace LegTracker.Dashboard.Model;

/// <summary>The parts of a bill's detail, one of which is shown.</summary>
internal enum DetailTab
{
    History,
    Status,
    Text,
    Analyses,
    Votes,
    Notes,
    Related,
    Evidence,
}
