using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>What the dashboard knows of meetings and their segments, and where it stands in them.</summary>
internal sealed record MeetingsState
{
    public static MeetingsState Empty { get; } = new();

    /// <summary>False until the server has told the meetings once.</summary>
    public bool Known { get; init; }

    /// <summary>Newest first.</summary>
    public ImmutableArray<MeetingItem> All { get; init; } = [];

    public ListPlace Place { get; init; } = ListPlace.Start;

    /// <summary>Segments by meeting, as last told.</summary>
    public ImmutableDictionary<string, SegmentSheet> Sheets { get; init; } = ImmutableDictionary.Create<string, SegmentSheet>(StringComparer.Ordinal);

    /// <summary>The meeting whose segment is open in the builder; may be empty.</summary>
    public string Open { get; init; } = "";

    public ListPlace RowPlace { get; init; } = ListPlace.Start;

    /// <summary>The text of the item stands in the list's place, where there is no room beside.</summary>
    public bool ShowsText { get; init; }

    /// <summary>What can be taken back, newest last.</summary>
    public ImmutableArray<UndoStep> Undo { get; init; } = [];

    /// <summary>The meeting that was removed last in this run, as it was; null when none was, or it is back.</summary>
    public MeetingItem? Removed { get; init; }

    /// <summary>Counts what was decided here; an answer to something older is not taken over it.</summary>
    public int Serial { get; init; }

    /// <summary>An answer is on its way.</summary>
    public bool Waits { get; init; }

    /// <summary>The record has changed since what is on its way was asked for.</summary>
    public bool AskAgain { get; init; }

    public MeetingItem? UnderCursor => Place.Index < All.Length ? All[Place.Index] : null;

    public MeetingItem? OpenMeeting => All.FirstOrDefault(meeting => meeting.Name == Open);

    public SegmentSheet? OpenSheet => Sheets.GetValueOrDefault(Open);

    public SheetRow? Row => OpenSheet?.All is { } rows && RowPlace.Index < rows.Length ? rows[RowPlace.Index] : null;
}

/// <summary>How a meeting was arranged before something was decided.</summary>
/// <param name="What">What was decided, in words.</param>
internal sealed record UndoStep(string Meeting, ImmutableArray<BillChoice> Before, string What);
