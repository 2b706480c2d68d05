using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>An effect that Update asks for; the host or the program carries it out.</summary>
internal abstract partial record Cmd
{
    /// <summary>Put text on the clipboard of the user's terminal.</summary>
    internal sealed record Copy(string Text) : Cmd;

    /// <summary>Open a web page.</summary>
    internal sealed record Open(string Url) : Cmd;

    internal sealed record Bell : Cmd;

    /// <summary>Stop the program as Ctrl-Z does.</summary>
    internal sealed record Suspend : Cmd;

    /// <summary>Paint every cell again.</summary>
    internal sealed record Redraw : Cmd;

    internal sealed record Quit : Cmd;

    /// <summary>Ask the server to read a source now, or a bill (resource names; the other is empty).</summary>
    internal sealed record Poll(string Source, string Bill) : Cmd;

    /// <summary>Remember that these changes have been read, or have become unread again.</summary>
    internal sealed record MarkRead(ImmutableArray<string> Changes, bool Read) : Cmd;
}
