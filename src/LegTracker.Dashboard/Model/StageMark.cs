namespace LegTracker.Dashboard.Model;

/// <summary>What kind of stage a bill is in; decides the glyph and the colour role, never the words.</summary>
internal enum StageMark
{
    Unknown,
    Moving,
    Held,
    WithGovernor,
    Law,
    Adopted,
    Vetoed,
    Dead,
}
