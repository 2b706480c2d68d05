using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>An effect that Update asks for; the host or the program carries it out.</summary>
internal abstract partial record Cmd
{
    /// <summary>Put text on the clipboard of the user's terminal.</summary>
    internal sealed record Copy(string Text) : Cmd;

    /// <summary>Open a web page.</summary>
    internal sealed record Open(string Url) : Cmd;

    /// <summary>Take wheel and clicks from the terminal, or give them back to it.</summary>
    internal sealed record TakeMouse(bool Taken) : Cmd;

    /// <summary>Remember what the user has chosen.</summary>
    internal sealed record Keep(ViewState View) : Cmd;

    internal sealed record Bell : Cmd;

    /// <summary>Stop the program as Ctrl-Z does.</summary>
    internal sealed record Suspend : Cmd;

    /// <summary>Paint every cell again.</summary>
    internal sealed record Redraw : Cmd;

    internal sealed record Quit : Cmd;

    /// <summary>Ask the server to read a source now, or a bill (resource names; the other is empty).</summary>
    internal sealed record Poll(string Source, string Bill) : Cmd;

    /// <summary>Accept a candidate, or set it aside; one that is tracked is taken off the watch list first.</summary>
    internal sealed record Decide(CandidateItem Candidate, bool Accept, string Reason) : Cmd;
    /// <summary>Fetch the meetings, and their segments where asked.</summary>
    internal sealed record LoadMeetings(bool WithSegments) : Cmd;

    /// <summary>Draft a meeting's segment, or fetch the published one that is named.</summary>
    internal sealed record LoadSegment(string Meeting, string Published) : Cmd;

    /// <summary>Keep a meeting: a new one, or another title and other minutes of one that is at an etag.</summary>
    internal sealed record KeepMeeting(DateOnly Date, string Title, int Minutes, string Etag) : Cmd;

    /// <summary>Remove a meeting that is at its etag.</summary>
    internal sealed record RemoveMeeting(MeetingItem Meeting) : Cmd;

    /// <summary>Add a removed meeting again, and what was decided about its bills.</summary>
    internal sealed record RestoreMeeting(MeetingItem Meeting) : Cmd;

    /// <summary>Keep how a segment is arranged.</summary>
    /// <param name="Etag">The meeting's as it was told last.</param>
    /// <param name="Serial">Number of the decision.</param>
    internal sealed record Arrange(string Meeting, string Etag, ImmutableArray<BillChoice> Arrangement, int Serial) : Cmd;

    /// <summary>Write a meeting's segment, or the published one that is named, as a file in the current folder.</summary>
    internal sealed record WriteSegment(string Meeting, string Published, string Format) : Cmd;

    /// <summary>Publish a meeting's segment, if it still says what was looked at.</summary>
    internal sealed record FreezeSegment(string Meeting, string Etag) : Cmd;

    /// <summary>Remember that these changes have been read, or have become unread again.</summary>
    internal sealed record MarkRead(ImmutableArray<string> Changes, bool Read) : Cmd;
}
