namespace LegTracker.Replay.Faulting;

/// <summary>What kind of answer a request gets.</summary>
internal enum AnswerScope
{
    /// <summary>A page or text.</summary>
    Page,

    /// <summary>A file or a part of one.</summary>
    File,

    /// <summary>304: it has no body that could be cut or changed.</summary>
    NotModified,
}
