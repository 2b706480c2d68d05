namespace LegTracker.Legislature;

/// <summary>The two houses as a pair.</summary>
public static class Houses
{
    /// <summary>The other house.</summary>
    public static House Other(this House house) => house == House.Assembly ? House.Senate : House.Assembly;
}
