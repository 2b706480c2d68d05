namespace LegTracker.Legislature;

/// <summary>What a day of the legislative calendar is. The names are what a calendar file writes in its second column.</summary>
public enum DeadlineKind
{
    /// <summary>Last day for policy committees to report fiscal bills of their own house to the fiscal committee.</summary>
    FiscalPolicyCommittees,

    /// <summary>Last day for policy committees to report nonfiscal bills of their own house to the floor.</summary>
    NonFiscalPolicyCommittees,

    /// <summary>Last day for fiscal committees to report bills of their own house to the floor.</summary>
    FiscalCommittees,

    /// <summary>Last day for each house to pass bills introduced in it.</summary>
    HouseOfOrigin,

    /// <summary>Last day for policy committees to report fiscal bills of the other house, in years that set it apart.</summary>
    SecondHouseFiscalPolicyCommittees,

    /// <summary>Last day for policy committees to report bills of the other house.</summary>
    SecondHousePolicyCommittees,

    /// <summary>Last day for fiscal committees to report bills of the other house to the floor.</summary>
    SecondHouseFiscalCommittees,

    /// <summary>Last day for each house to pass bills in the year.</summary>
    LastDayToPass,

    /// <summary>In the even year: last day for policy committees to report fiscal bills that began in the odd year in their house.</summary>
    TwoYearFiscalPolicyCommittees,

    /// <summary>In the even year: last day for any committee to report to the floor bills that began in the odd year in their house.</summary>
    TwoYearCommittees,

    /// <summary>January 31 of the even year: last day for each house to pass bills that began in it in the odd year.</summary>
    TwoYearHouseOfOrigin,

    /// <summary>Last day for the Governor to sign or veto what the Legislature passed before the recess.</summary>
    Governor,

    /// <summary>Last day for bills to be introduced.</summary>
    Introduction,

    /// <summary>Last day to ask the Legislative Counsel for a bill.</summary>
    BillRequests,

    /// <summary>Last day to amend on the floor.</summary>
    FloorAmendments,

    /// <summary>Last day for a measure of the Legislature to qualify for the November ballot.</summary>
    BallotQualification,

    /// <summary>Last day for policy committees to meet before the floor sessions of the house of origin.</summary>
    PolicyCommitteesMeet,

    /// <summary>Last day for fiscal committees to meet before the floor sessions of the house of origin.</summary>
    FiscalCommitteesMeet,

    /// <summary>Day by which the Governor submits the budget bill.</summary>
    BudgetSubmitted,

    /// <summary>Day by which the budget bill is passed.</summary>
    BudgetPassed,

    /// <summary>Days on which the houses sit and no committee meets.</summary>
    FloorSessions,

    /// <summary>Day on which committees may meet again.</summary>
    CommitteesResume,

    /// <summary>A recess begins when the houses adjourn on this day.</summary>
    RecessBegins,

    /// <summary>The Legislature comes back.</summary>
    Reconvenes,

    /// <summary>A new session begins.</summary>
    SessionConvenes,

    /// <summary>The session ends at midnight, and with it every measure not yet passed.</summary>
    EndOfSession,

    StatutesTakeEffect,

    GeneralElection,

    Holiday,
}
