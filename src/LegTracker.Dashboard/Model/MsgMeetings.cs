using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

internal abstract partial record Msg
{
    /// <summary>All meetings, newest first.</summary>
    /// <param name="Serial">The last decision that they know of.</param>
    internal sealed record MeetingsArrived(ImmutableArray<MeetingItem> Meetings, int Serial) : Msg;

    /// <summary>A meeting's segment, drafted now or frozen.</summary>
    /// <param name="Serial">The last decision that it knows of.</param>
    internal sealed record SheetArrived(SegmentSheet Sheet, int Serial) : Msg;

    /// <summary>Whatever was asked of meetings and segments has been answered, or could not be.</summary>
    internal sealed record MeetingsAnswered : Msg;

    /// <summary>A decision was not kept.</summary>
    internal sealed record ArrangementRefused(string Why) : Msg;

    /// <summary>Ask for a new meeting's day, title and minutes.</summary>
    internal sealed record AskMeeting : Msg;

    /// <summary>Ask for another title and other minutes of the meeting under the cursor.</summary>
    internal sealed record AskMeetingEdit : Msg;

    /// <summary>Ask whether the meeting under the cursor is to be removed.</summary>
    internal sealed record AskRemoveMeeting : Msg;

    internal sealed record RemoveMeeting(MeetingItem Meeting) : Msg;

    /// <summary>The server has removed a meeting.</summary>
    internal sealed record MeetingRemoved(MeetingItem Meeting) : Msg;

    /// <summary>Bring the meeting back that was removed last.</summary>
    internal sealed record RestoreMeeting : Msg;

    /// <summary>A removed meeting is back.</summary>
    /// <param name="Lost">Why its arrangement is not; empty when it is.</param>
    internal sealed record MeetingRestored(MeetingItem Meeting, string Lost) : Msg;

    /// <summary>A meeting's answers so far; null is still to be asked.</summary>
    /// <param name="Meeting">The meeting that is edited; null for a new one.</param>
    internal sealed record MeetingAnswered(MeetingItem? Meeting, string Date, string? Title, string? Minutes) : Msg;

    /// <summary>Move the item one up (−1) or down (1) inside its section.</summary>
    internal sealed record MoveItem(int By) : Msg;

    /// <summary>A quarter of a minute more (1) or less (−1).</summary>
    internal sealed record ItemTime(int By) : Msg;

    /// <summary>Choose a tracked bill to put in.</summary>
    internal sealed record ChooseItem : Msg;

    /// <summary>Put a bill into a meeting's segment.</summary>
    internal sealed record PutIn(string Meeting, string Bill) : Msg;

    /// <summary>Leave the item out, asking for the reason; or take one back that is left out.</summary>
    internal sealed record ToggleOut : Msg;

    internal sealed record LeaveOut(string Meeting, string Bill, string Reason) : Msg;

    /// <summary>Ask for the item's speaker note.</summary>
    internal sealed record AskNote : Msg;

    internal sealed record NoteGiven(string Meeting, string Bill, string Note) : Msg;

    internal sealed record UndoDecision : Msg;

    /// <summary>The item as it will be written, or the list again.</summary>
    internal sealed record ToggleItemText : Msg;

    internal sealed record ChooseFormat : Msg;

    /// <summary>Write the open segment as a file: "md", "pptx", "json".</summary>
    internal sealed record WriteAs(string Format) : Msg;

    internal sealed record AskFreeze : Msg;

    /// <summary>Freeze the open segment as it was looked at.</summary>
    internal sealed record Freeze(string Meeting, string Etag) : Msg;

    /// <summary>The cursor of the builder on a measure's row.</summary>
    internal sealed record ToItem(string Measure) : Msg;

    /// <summary>Put the bill at hand into the next meeting's segment, or leave it out of it.</summary>
    internal sealed record ForNextMeeting(bool In) : Msg;
}
