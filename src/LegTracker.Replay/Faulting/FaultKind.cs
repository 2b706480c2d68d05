namespace LegTracker.Replay;

/// <summary>What a fault does to an answer.</summary>
public enum FaultKind
{
    /// <summary>Half the body under the whole body's Content-Length, then the connection is cut.</summary>
    CutWithLength,

    /// <summary>Half the body in chunks, then the connection is cut before the last chunk.</summary>
    CutChunked,

    /// <summary>Half the body with neither length nor chunks, ended by closing: nothing in HTTP shows the loss.</summary>
    CutWithoutLength,

    /// <summary>The connection is cut before any answer.</summary>
    Reset,

    /// <summary>As many bytes as the body has, none of them the body's.</summary>
    GarbageZip,

    /// <summary>The first half of the body as if it were the whole.</summary>
    HalfZip,

    /// <summary>The page of another measure than the one asked for.</summary>
    OtherBill,

    /// <summary>The measure's page with no row in its history table.</summary>
    EmptyHistory,

    /// <summary>The page as it stood the day before, as a stale cache gives it.</summary>
    Stale,

    /// <summary>Status 200 with a page that says the client is blocked.</summary>
    Blocked,

    /// <summary>Status 200 with a page that says the site is being maintained.</summary>
    Maintenance,

    /// <summary>Status 200 with a page that says the session has expired.</summary>
    SessionExpired,

    /// <summary>The status <see cref="ReplayFault.Status"/> with <see cref="ReplayFault.RetryAfter"/>.</summary>
    Status,

    /// <summary>Status 302 to <see cref="ReplayFault.Location"/>.</summary>
    Redirect,

    /// <summary>Nothing for <see cref="ReplayFault.Delay"/>, then the answer.</summary>
    Slow,

    /// <summary>Half the answer, nothing for <see cref="ReplayFault.Delay"/>, then the rest.</summary>
    Stall,

    /// <summary>The page with 100,000 nested elements in it.</summary>
    DeepNesting,
}
