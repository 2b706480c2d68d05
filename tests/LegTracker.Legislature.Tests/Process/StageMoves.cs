namespace LegTracker.Legislature.Tests;

/// <summary>Which stage may follow which, written down from the rules and not from the reader.</summary>
public static class StageMoves
{
    private static readonly Stage[] FirstHouse = [Stage.Introduced, Stage.InCommittee, Stage.OnSuspense, Stage.Held, Stage.OnFloor, Stage.InactiveFile];

    private static readonly Stage[] SecondHouse =
    [
        Stage.InSecondHouseCommittee, Stage.SecondHouseOnSuspense, Stage.SecondHouseHeld, Stage.OnSecondHouseFloor, Stage.SecondHouseInactiveFile,
    ];

    private static readonly Stage[] Back = [Stage.Concurrence, Stage.Conference, Stage.PassedLegislature];

    public static bool IsPossible(Stage from, Stage to) => from == to || to != Stage.Unknown && from switch
    {
        Stage.Unknown => to is Stage.Introduced or Stage.InCommittee or Stage.Adopted or Stage.PassedFirstHouse or Stage.OnFloor,
        Stage.Introduced => to is Stage.InCommittee or Stage.OnFloor or Stage.PassedFirstHouse or Stage.Adopted or Stage.Dead,
        Stage.OnFloor => (to != Stage.Introduced && FirstHouse.Contains(to)) || to is Stage.PassedFirstHouse or Stage.Adopted or Stage.Dead,
        Stage.InactiveFile => to is Stage.OnFloor or Stage.InCommittee or Stage.Dead,
        Stage.OnSuspense => to is Stage.InCommittee or Stage.Held or Stage.OnFloor or Stage.Dead,
        Stage.InCommittee or Stage.Held => (to != Stage.Introduced && FirstHouse.Contains(to)) || to is Stage.Dead,
        Stage.PassedFirstHouse => SecondHouse.Contains(to) || to is Stage.OnFloor or Stage.Dead or Stage.PassedLegislature or Stage.Adopted,
        Stage.OnSecondHouseFloor => SecondHouse.Contains(to) || Back.Contains(to) || to is Stage.Adopted or Stage.Dead or Stage.OnFloor or Stage.PassedFirstHouse,
        Stage.SecondHouseOnSuspense or Stage.InSecondHouseCommittee or Stage.SecondHouseHeld => SecondHouse.Contains(to) || to is Stage.Dead,
        Stage.SecondHouseInactiveFile => to is Stage.OnSecondHouseFloor or Stage.InSecondHouseCommittee or Stage.Dead,
        Stage.Concurrence or Stage.Conference => Back.Contains(to) || to is Stage.OnSecondHouseFloor or Stage.Adopted or Stage.Dead or Stage.PassedFirstHouse,
        Stage.PassedLegislature => to is Stage.Enrolled or Stage.Concurrence or Stage.OnSecondHouseFloor or Stage.Adopted or Stage.Chaptered,
        Stage.Enrolled => to is Stage.Signed or Stage.Vetoed or Stage.LawWithoutSignature or Stage.Chaptered or Stage.PassedLegislature,
        Stage.Signed or Stage.LawWithoutSignature or Stage.Vetoed => to is Stage.Chaptered,
        Stage.Adopted => to is Stage.Chaptered or Stage.OnFloor or Stage.OnSecondHouseFloor,
        _ => false,
    };
}
