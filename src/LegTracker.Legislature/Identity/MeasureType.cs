namespace LegTracker.Legislature;

/// <summary>The kinds of measure the Legislature numbers, by their own abbreviations.</summary>
public enum MeasureType
{
    /// <summary>Assembly Bill.</summary>
    AB,

    /// <summary>Senate Bill.</summary>
    SB,

    /// <summary>Assembly Constitutional Amendment.</summary>
    ACA,

    /// <summary>Senate Constitutional Amendment.</summary>
    SCA,

    /// <summary>Assembly Concurrent Resolution.</summary>
    ACR,

    /// <summary>Senate Concurrent Resolution.</summary>
    SCR,

    /// <summary>Assembly Joint Resolution.</summary>
    AJR,

    /// <summary>Senate Joint Resolution.</summary>
    SJR,

    /// <summary>House Resolution (of the Assembly alone).</summary>
    HR,

    /// <summary>Senate Resolution (of the Senate alone).</summary>
    SR,
}
