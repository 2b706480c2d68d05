namespace LegTracker.Client;

/// <summary>What a caller can do about a failed call; made for exit codes.</summary>
public enum RichErrorKind
{
    /// <summary>A fault of the server: look at its log.</summary>
    Failed,

    /// <summary>The request is wrong: change it.</summary>
    Usage,

    /// <summary>No server answers, or not in time: try again later.</summary>
    Unreachable,

    /// <summary>The thing asked for does not exist.</summary>
    NotFound,

    /// <summary>The server understood and will not do it now, or not for this caller.</summary>
    Refused,

    /// <summary>The caller gave up.</summary>
    Canceled,
}
