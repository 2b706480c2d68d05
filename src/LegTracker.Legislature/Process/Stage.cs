namespace LegTracker.Legislature;

/// <summary>Where a measure stands; the API's Stage by the same names.</summary>
public enum Stage
{
    Unknown,
    Introduced,
    InCommittee,
    OnSuspense,
    Held,
    OnFloor,
    InactiveFile,
    PassedFirstHouse,
    InSecondHouseCommittee,
    SecondHouseOnSuspense,
    SecondHouseHeld,
    OnSecondHouseFloor,
    SecondHouseInactiveFile,
    Concurrence,
    Conference,
    PassedLegislature,

    /// <summary>Enrolled and with the Governor.</summary>
    Enrolled,
    Signed,
    Chaptered,
    Vetoed,
    LawWithoutSignature,

    /// <summary>Adopted: resolutions.</summary>
    Adopted,
    Dead,
}
