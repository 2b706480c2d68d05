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
    Lists = Bills | Changes | Sources,
    All = Lists | Detail,
}
