namespace LegTracker.Server.Recording;

/// <summary>What a caller may do; each may do what the ones before it may.</summary>
internal enum AccessRole
{
    /// <summary>Ask for health.</summary>
    None,

    /// <summary>Read and watch.</summary>
    Reader,

    /// <summary>Change the watch list, texts, meetings, topics and candidates; poll.</summary>
    Editor,

    /// <summary>Make and revoke keys.</summary>
    Admin,
}
