namespace LegTracker.Dashboard.Terminal;

/// <summary>How many colours a terminal shows.</summary>
internal enum ColourDepth
{
    /// <summary>Attributes only: bold, underline, reverse.</summary>
    None,
    Sixteen,
    TwoHundredFiftySix,
    TrueColour,
}
