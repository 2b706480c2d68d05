namespace LegTracker.Server.Segments;

/// <summary>What a claim tells of a bill; the API's ClaimTopic by the same names.</summary>
internal enum ClaimTopic
{
    /// <summary>Where the bill stands, a count, a date, a term.</summary>
    Unspecified,
    Relation,
    PlainTitle,
    WhatItDoes,
    WhyItMatters,
    WhatToDo,
    Position,
    Contact,

    /// <summary>A sentence of the bill's own text.</summary>
    Text,

    /// <summary>How it became law.</summary>
    Enactment,
    OfficialTitle,
}
