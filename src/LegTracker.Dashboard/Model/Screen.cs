namespace LegTracker.Dashboard.Model;

/// <summary>The screens; as flags they also say where a command applies.</summary>
[Flags]
internal enum Screen
{
    None = 0,
    Bills = 1,
    Changes = 2,
    Sources = 4,
    Detail = 8,
    Calendar = 32,
    Meetings = 64,
    Candidates = 128,
    Segment = 256,
    Lists = Bills | Changes | Sources | Calendar | Meetings | Candidates,
    All = Lists | Detail | Segment,
}
