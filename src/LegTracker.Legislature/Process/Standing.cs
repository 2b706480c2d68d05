namespace LegTracker.Legislature;

/// <summary>The places a measure can be in.</summary>
internal enum Place
{
    Nowhere,
    Desk,
    Committee,
    Suspense,
    Held,
    Floor,
    Inactive,

    /// <summary>Passed or adopted by the house that has it, on its way to the other.</summary>
    Passed,

    /// <summary>Sent to the other house without a new vote.</summary>
    Sent,

    /// <summary>Unfinished business: concurrence is pending.</summary>
    Unfinished,
    Conference,
    Enrolling,
    Governor,
    Signed,
    Unsigned,
    Vetoed,

    /// <summary>A resolution that needs nothing more, or is filed with the Secretary of State.</summary>
    Filed,
    Chaptered,
    Dead,
}

/// <summary>Where a measure stands after some of its lines: what the next line is read against.</summary>
/// <param name="At">The house that has it.</param>
internal sealed record Standing(BillId Id, House At)
{
    public Place Place { get; init; }

    public bool FirstPassed { get; init; }

    public bool SecondPassed { get; init; }

    /// <summary>Whether the second house amended it, so that the first must concur.</summary>
    public bool AmendedThere { get; init; }

    public string? Committee { get; init; }

    /// <summary>Reported "as amended" to the next committee: it is read a second time on the way.</summary>
    public bool AwaitsSecondReading { get; init; }

    /// <summary>True when the last vote on the floor failed.</summary>
    public bool Failed { get; init; }

    /// <summary>Where it stood before its last floor vote, for reconsideration.</summary>
    public Standing? BeforeVote { get; init; }

    /// <summary>Where it stood before its last referral, for rescission.</summary>
    public Standing? BeforeReferral { get; init; }

    /// <summary>Where it stood before it died, for the picture.</summary>
    public Standing? BeforeDeath { get; init; }

    public bool InOrigin => At == Id.HouseOfOrigin;

    /// <summary>True when both houses have passed it and the first has it again.</summary>
    public bool IsBack => InOrigin && SecondPassed;

    public bool IsBill => Id.Type is MeasureType.AB or MeasureType.SB;

    public bool IsOfOneHouse => Id.Type is MeasureType.HR or MeasureType.SR;

    public bool IsInCommittee => Place is Place.Committee or Place.Suspense or Place.Held;

    /// <summary>This standing without its own memories, to be remembered by the next.</summary>
    public Standing Bare => this with { BeforeVote = null, BeforeReferral = null, BeforeDeath = null };

    public Stage Stage => Place switch
    {
        Place.Nowhere => Stage.Unknown,
        Place.Desk or Place.Sent => IsBack ? Stage.Concurrence
            : !InOrigin || FirstPassed ? Stage.PassedFirstHouse
            : Stage.Introduced,
        Place.Committee => InLane(Stage.InCommittee, Stage.InSecondHouseCommittee),
        Place.Suspense => InLane(Stage.OnSuspense, Stage.SecondHouseOnSuspense),
        Place.Held => InLane(Stage.Held, Stage.SecondHouseHeld),
        Place.Floor => InLane(Stage.OnFloor, Stage.OnSecondHouseFloor),
        Place.Inactive => InLane(Stage.InactiveFile, Stage.SecondHouseInactiveFile),
        Place.Passed => InOrigin ? Stage.PassedFirstHouse
            : AmendedThere ? Stage.Concurrence
            : PassedBoth,
        Place.Unfinished => Stage.Concurrence,
        Place.Conference => Stage.Conference,
        Place.Enrolling => PassedBoth,
        Place.Governor => Stage.Enrolled,
        Place.Signed => Stage.Signed,
        Place.Unsigned => Stage.LawWithoutSignature,
        Place.Vetoed => Stage.Vetoed,
        Place.Filed => Stage.Adopted,
        Place.Chaptered => Stage.Chaptered,
        _ => Stage.Dead,
    };

    /// <summary>House or officer that has it.</summary>
    public string? Location => Place switch
    {
        Place.Nowhere => null,
        Place.Governor or Place.Signed or Place.Unsigned => "Governor",
        Place.Chaptered => "Secretary of State",
        Place.Filed when !IsOfOneHouse => "Secretary of State",
        _ => At.ToString(),
    };

    private Stage PassedBoth => IsBill ? Stage.PassedLegislature : Stage.Adopted;

    private Stage InLane(Stage first, Stage second) => IsBack ? Stage.Concurrence : InOrigin ? first : second;
}
