using LegTracker.V1;

namespace LegTracker.Client;

/// <summary>API values in words a person reads in a list; values this version does not know read "unknown".</summary>
public static class ApiWords
{
    public static string Of(Stage stage) => stage switch
    {
        Stage.Introduced => "Introduced",
        Stage.InCommittee => "In committee",
        Stage.OnSuspense => "Suspense file",
        Stage.Held => "Held in committee",
        Stage.OnFloor => "On the floor",
        Stage.InactiveFile => "Inactive file",
        Stage.PassedFirstHouse => "Passed first house",
        Stage.InSecondHouseCommittee => "In committee (2nd house)",
        Stage.SecondHouseOnSuspense => "Suspense file (2nd house)",
        Stage.SecondHouseHeld => "Held (2nd house)",
        Stage.OnSecondHouseFloor => "On the floor (2nd house)",
        Stage.SecondHouseInactiveFile => "Inactive file (2nd house)",
        Stage.Concurrence => "Concurrence",
        Stage.Conference => "Conference",
        Stage.PassedLegislature => "Passed Legislature",
        Stage.Enrolled => "With the Governor",
        Stage.Signed => "Signed",
        Stage.Chaptered => "Chaptered",
        Stage.Vetoed => "Vetoed",
        Stage.LawWithoutSignature => "Law without signature",
        Stage.Adopted => "Adopted",
        Stage.Dead => "Did not pass",
        _ => "unknown",
    };

    public static string Of(Freshness freshness) => freshness switch
    {
        Freshness.Current => "current",
        Freshness.Stale => "stale",
        Freshness.Quarantined => "quarantined",
        Freshness.NeverPolled => "not yet read",
        _ => "unknown",
    };

    public static string Of(SourceState state) => state switch
    {
        SourceState.Ok => "ok",
        SourceState.Degraded => "failing",
        SourceState.CircuitOpen => "resting",
        SourceState.Paused => "paused",
        SourceState.Drifted => "not believed",
        SourceState.NotPermitted => "not permitted",
        _ => "unknown",
    };

    public static string Of(PollOutcome outcome) => outcome switch
    {
        PollOutcome.Unchanged => "unchanged",
        PollOutcome.NotModified => "not modified",
        PollOutcome.Changed => "changed",
        PollOutcome.FetchFailed => "fetch failed",
        PollOutcome.Quarantined => "quarantined",
        PollOutcome.Skipped => "skipped",
        _ => "unknown",
    };

    public static string Of(CandidateState state) => state switch
    {
        CandidateState.New => "new",
        CandidateState.Accepted => "accepted",
        CandidateState.Dismissed => "dismissed",
        _ => "unknown",
    };

    public static string Of(RelationKind kind) => kind switch
    {
        RelationKind.SameSections => "same sections",
        RelationKind.EarlierVersion => "earlier bill",
        RelationKind.LaterVersion => "later bill",
        _ => "unknown",
    };

    public static string Of(ChangeKind kind) => kind switch
    {
        ChangeKind.Tracked => "tracked",
        ChangeKind.Untracked => "untracked",
        ChangeKind.ActionAdded => "new action",
        ChangeKind.ActionReworded => "reworded",
        ChangeKind.ActionRemoved => "removed",
        ChangeKind.ActionPostedLate => "posted late",
        ChangeKind.StageChanged => "stage",
        ChangeKind.FieldChanged => "field",
        ChangeKind.VersionAdded => "text",
        ChangeKind.HearingSet => "hearing set",
        ChangeKind.HearingChanged => "hearing moved",
        ChangeKind.HearingCanceled => "hearing canceled",
        ChangeKind.Chaptered => "law",
        ChangeKind.Vetoed => "veto",
        ChangeKind.TopicDrift => "other subject",
        ChangeKind.Edited => "edited",
        _ => "unknown",
    };

    /// <summary>A hearing in a line: day, committee, time or that none is given, place, and what tells of it.</summary>
    public static string Of(Hearing hearing)
    {
        var parts = new[] { hearing.Date, hearing.Committee, hearing.Time.Length > 0 ? hearing.Time : "time not given", hearing.Place };
        var sources = hearing.Sources.Select(source => source.Kind == HearingSourceKind.Table ? "table of hearings" : "bill history").Distinct();
        return $"{string.Join(", ", parts.Where(part => part.Length > 0))} (from the {string.Join(" and the ", sources)})";
    }

    /// <summary>What became of a calendar's hearing or deadline; empty where it simply stands.</summary>
    public static string Standing(CalendarEntry entry) => entry.HearingStatus switch
    {
        HearingStatus.Held => "held",
        HearingStatus.Postponed => "POSTPONED",
        HearingStatus.Canceled => "CANCELED",
        HearingStatus.Moved => "MOVED to another day",
        HearingStatus.Overtaken => "not needed any more",
        HearingStatus.Unreported => "not reported yet",
        _ => entry.DeadlineOutlook switch
        {
            DeadlineOutlook.AtLatest => "at the latest",
            DeadlineOutlook.Unreported => "just over, result not published yet",
            DeadlineOutlook.Missed => "MISSED",
            _ => "",
        },
    };

    /// <summary>The texts that people wrote of a bill, each with its label: "What it does".</summary>
    public static IEnumerable<(string Label, HumanText Text)> TextsOf(Bill bill) => new (string Label, HumanText? Text)[]
    {
        ("Plain title", bill.PlainTitle),
        ("What it does", bill.WhatItDoes),
        ("Why it matters", bill.WhyItMatters),
        ("What to do", bill.WhatToDo),
        ("Contact", bill.Contact),
        ("Notes", bill.Notes),
    }.Where(written => written.Text is not null).Select(written => (written.Label, written.Text!));
}
