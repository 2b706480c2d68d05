using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>An action line understood.</summary>
/// <param name="Kinds">At least one; <see cref="ActionKind.Unknown"/> alone when nothing was recognized.</param>
/// <param name="Committees">Committee names as written out where the abbreviation is known, else the abbreviation.</param>
/// <param name="HearingDate">The hearing named in the line, its year inferred.</param>
/// <param name="StageAfter">The measure's stage once this line is read.</param>
public sealed record ReadAction(
    HistoryLine Line,
    ImmutableArray<ActionKind> Kinds,
    ImmutableArray<string> Committees,
    VoteCount? Votes,
    DateOnly? HearingDate,
    ChapterCitation? Chapter,
    Stage StageAfter)
{
    /// <summary>The house that acted or has the measure; null when the line alone does not tell.</summary>
    public House? House { get; init; }

    /// <summary>The committee that had the measure when the line came, by name; null when none had or it is not known.</summary>
    public string? ActingCommittee { get; init; }
}

/// <summary>Ayes and noes as the line gives them.</summary>
public sealed record VoteCount(int Ayes, int Noes);

/// <summary>Why a stage holds: the line that caused it, or a named rule.</summary>
/// <param name="Line">The action line, when one caused it.</param>
/// <param name="Rule">Name of the rule, when one caused it: "End of session, November 30".</param>
public sealed record StageCause(HistoryLine? Line, string? Rule);

/// <summary>A step of the two-lane picture: introduced, policy, fiscal, floor; then concurrence and Governor.</summary>
public enum ProgressStep
{
    Introduced,
    Policy,
    Fiscal,
    Floor,
    Concurrence,
    Governor,
}

/// <summary>How far a step is.</summary>
public enum ProgressState
{
    ToCome,
    Here,
    Done,
    Skipped,
    Held,
    Dead,
    Law,

    /// <summary>The history at hand does not reach back to it, or has a gap there.</summary>
    Unknown,
}

/// <summary>One mark of the progress picture.</summary>
/// <param name="House">Null for concurrence and Governor.</param>
public sealed record ProgressMark(House? House, ProgressStep Step, ProgressState State, DateOnly? Date);

/// <summary>A bill's history understood as of a day: a function of the history and that day alone.</summary>
/// <param name="Since">Date of the line or rule that brought the stage; null when unknown.</param>
/// <param name="TwoYear">True when the bill missed a deadline of the first year and may go on in the second.</param>
/// <param name="Location">House or officer that has it: Assembly, Senate, Governor, Secretary of State; null when unknown.</param>
/// <param name="Committee">The committee that has it, by name; null when none has.</param>
/// <param name="NextHearing">A hearing set and not yet held, postponed or canceled.</param>
/// <param name="EffectiveDate">Date the statute or resolution takes effect by the rule; null when unknown or nothing was filed. Parts may be operative later: <see cref="OperativeReader"/>.</param>
/// <param name="EffectiveRule">The rule in words, for instance "January 1 after chaptering (Cal. Const. art. IV, sec. 8(c))". It may stand with no date, when its day is not known.</param>
public sealed record BillProgress(
    BillId Id,
    DateOnly AsOf,
    Stage Stage,
    DateOnly? Since,
    StageCause? Cause,
    bool TwoYear,
    string? Location,
    string? Committee,
    ImmutableArray<ReadAction> Actions,
    ImmutableArray<ProgressMark> Marks,
    ChapterCitation? Chapter,
    DateOnly? SignedDate,
    DateOnly? EffectiveDate,
    string? EffectiveRule,
    DateOnly? GovernorDeadline,
    DateOnly? NextHearing)
{
    /// <summary>Every hearing its lines tell of, by date; those of the bulk table join them in <see cref="HearingList"/>.</summary>
    public ImmutableArray<Hearing> Hearings { get; init; } = [];

    /// <summary>True when its course in the houses is over: no hearing can come.</summary>
    public bool IsOver => StageReader.IsOver(Stage);

    /// <summary>Day it was filed as a chapter; can be later than <see cref="SignedDate"/>. Null when it is not chaptered.</summary>
    public DateOnly? ChapteredDate => Stage == Stage.Chaptered
        ? Actions.LastOrDefault(action => action.Kinds.Contains(ActionKind.Chaptered))?.Line.Date
        : null;
}
