namespace LegTracker.Legislature;

/// <summary>One of the two houses of the California Legislature.</summary>
public enum House
{
    Assembly,
    Senate,
}
