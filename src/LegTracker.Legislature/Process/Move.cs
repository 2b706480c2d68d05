using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>What a phrase of a line does to a measure; finer than <see cref="ActionKind"/>, for the stage alone.</summary>
internal enum Move
{
    None,
    Introduce,
    ArriveIn,
    ReadFirst,
    Print,
    AwaitAssignment,
    Refer,
    Rerefer,
    AmendByAuthor,
    Report,
    ReportConcurrence,
    InCommittee,
    NameHearing,
    SetHearing,
    PostponeHearing,
    CancelHearing,
    PlaceOnSuspense,
    Hold,
    Fail,
    FailUrgency,
    GrantReconsideration,
    RefuseReconsideration,
    ReconsiderFavorableVote,
    ReadSecond,
    ReadThird,
    Amend,
    OrderToFloorFile,
    PlaceOnInactive,
    TakeFromInactive,
    HoldAtDesk,
    Pass,
    Adopt,
    OrderTo,
    Withdraw,
    WithdrawFromEnrolling,
    AwaitConcurrence,
    Concur,
    Confer,
    OrderToEnrolling,
    Enroll,
    Present,
    FileWithSecretary,
    Sign,
    BecomeLawUnsigned,
    Veto,
    AfterVeto,
    ReturnFromGovernor,
    Chapter,
    Rescind,
    Die,
}

/// <summary>A recognized phrase of a line.</summary>
/// <param name="House">The house it names, when it names one.</param>
/// <param name="Committees">The committee list as printed, or null.</param>
/// <param name="AsAmended">True for a report "as amended".</param>
/// <param name="Text">The phrase as printed.</param>
internal sealed record Phrase(Move Move, ImmutableArray<ActionKind> Kinds, House? House, string? Committees, bool AsAmended, string Text);
