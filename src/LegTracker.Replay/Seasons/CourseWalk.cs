using System.Globalization;
using LegTracker.Legislature;

namespace LegTracker.Replay.Seasons;

/// <summary>Walks one measure through a session by chance: real wordings of 2023 to 2026 in the order of procedure.</summary>
/// <remarks>Houses differ in their wordings; both houses' are used, each where it was seen.</remarks>
internal sealed partial class CourseWalk(Random dice, Session session)
{
    private static readonly (string Abbreviation, string Assembly, string Senate)[] Committees =
        [("PUB. S.", "CX18", "CS72"), ("JUD.", "CX13", "CS53"), ("HEALTH", "CX08", "CS60"), ("ED.", "CX03", "CS44"), ("G.O.", "CX07", "CS48"), ("HUM. S.", "CX11", "CS74")];

    private static readonly string[] Subjects =
        ["Crimes", "Elder care", "Public records", "School meals", "Water", "Foster youth", "Housing", "Elections", "Courts", "Alcoholic beverages", "Child welfare services", "Vehicles"];

    private static readonly string[] Names = ["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Hazel", "Juniper", "Laurel", "Maple", "Oak", "Pine", "Spruce", "Willow"];

    private SessionYear year = SessionYear.First(session);
    private Course course = null!;
    private bool amendedThere;

    private House Origin => course.Id.HouseOfOrigin;

    private bool IsSecondYear => course.Today.Year > session.StartYear;

    /// <summary>The whole course of a measure.</summary>
    public Course Walk(BillId id, int ordinal)
    {
        year = Chance(0.62) ? SessionYear.First(session) : SessionYear.Second(session);
        var subject = $"{Pick(Subjects)}: season measure {ordinal + 1}: the measure number is invented";
        course = new Course(id, ordinal, subject, Author(id.HouseOfOrigin));
        Introduce();
        if (FirstHouse() && SecondHouse())
        {
            Agree();
            Governor();
        }
        else
        {
            End();
        }

        return course;
    }

    private void Introduce()
    {
        course.GoTo(Day(year.IntroducedFrom, year.IntroducedBy));
        course.Print("INT", "Introduced");
        var print = course.Today.AddDays(31);
        if (Origin == House.Assembly)
        {
            course.Say("Read first time. To print.", Stage.Introduced, new Where("Assembly", "Desk", null, "Pending Referral"));
            course.GoOn();
            course.Say($"From printer. May be heard in committee {Name(print)}.");
        }
        else
        {
            course.Say("Introduced. Read first time. To Com. on RLS. for assignment. To print.", Stage.Introduced, new Where("Senate", "Rules", null, "Pending Referral"));
            course.GoOn();
            course.Say($"From printer. May be acted upon on or after {Name(print)}.");
        }

        if (Chance(0.1))
        {
            Late("Coauthors revised.");
        }

        course.GoOn(dice.Next(8, 20));
    }

    private bool FirstHouse()
    {
        if (!Policy(Origin, year.PolicyFrom, year.PolicyBy, Stage.InCommittee, out var fiscal))
        {
            return false;
        }

        if (fiscal && !Fiscal(Origin, year.FiscalFrom, year.SuspenseDay, Stage.OnSuspense, Stage.OnFloor, Stage.Held))
        {
            return false;
        }

        if (!Floor(Origin, year.FloorBy, Stage.OnFloor, Stage.InactiveFile, () => Stage.PassedFirstHouse))
        {
            return false;
        }

        Arrive();
        return true;
    }

    private bool SecondHouse()
    {
        var house = Other(Origin);
        if (!Policy(house, year.SecondPolicyFrom, year.SecondPolicyBy, Stage.InSecondHouseCommittee, out var fiscal))
        {
            return false;
        }

        return (!fiscal || Fiscal(house, year.SecondFiscalFrom, year.SecondSuspenseDay, Stage.SecondHouseOnSuspense, Stage.OnSecondHouseFloor, Stage.SecondHouseHeld))
            && Floor(house, year.SecondFloorBy, Stage.OnSecondHouseFloor, Stage.SecondHouseInactiveFile, () => amendedThere ? Stage.Concurrence : Stage.PassedLegislature);
    }

    private void Arrive()
    {
        course.GoOn(dice.Next(0, 2));
        var there = Other(Origin);
        course.Say(there == House.Senate ? "In Senate. Read first time. To Com. on RLS. for assignment." : "In Assembly. Read first time. Held at Desk.",
            at: new Where(there.ToString(), there == House.Senate ? "Rules" : "Desk", null, "Pending Referral"));
        course.GoOn(dice.Next(5, 12));
    }

    /// <summary>Referred, amended perhaps, heard. False when it stays there.</summary>
    private bool Policy(House house, DateOnly from, DateOnly by, Stage inCommittee, out bool fiscal)
    {
        fiscal = Chance(0.7);
        var (name, code) = Committee(house);
        course.Say($"Referred to Com. on {name}", inCommittee, InCommittee(house, code));
        if (Chance(0.4))
        {
            AmendByAuthor(house, name, from);
        }

        var hearing = Day(Later(course.Today.AddDays(9), from), Later(course.Today.AddDays(10), by));
        hearing = house == House.Senate && Chance(0.8) ? SetForHearing(hearing) : CanceledFirst(hearing);
        if (Chance(0.16))
        {
            return false;
        }

        course.GoTo(hearing);
        var (ayes, noes) = (dice.Next(5, 12), dice.Next(0, 4));
        var votes = $"(Ayes {ayes}. Noes {noes}.) ({Name(course.Today)}).";
        if (fiscal && Chance(0.4))
        {
            course.Say($"From committee: Amend, and do pass as amended and re-refer to Com. on APPR. {votes}", at: InCommittee(house, Appropriations(house)));
            course.GoOn();
            course.Say("Read second time and amended. Re-referred to Com. on APPR.");
            Amended(house);
        }
        else if (fiscal)
        {
            course.Say($"From committee: Do pass and re-refer to Com. on APPR. {votes} Re-referred to Com. on APPR.", at: InCommittee(house, Appropriations(house)));
        }
        else
        {
            course.Say($"From committee: Do pass. {votes}", OnFloor(house), new Where(house.ToString(), "Floor", "Second Reading", "In Floor Process"));
        }

        if (Chance(0.06))
        {
            VotesCorrected(votes, ayes, noes);
        }

        return true;
    }

    /// <summary>Appropriations and its suspense file. False when it is held there.</summary>
    private bool Fiscal(House house, DateOnly from, DateOnly suspenseDay, Stage onSuspense, Stage onFloor, Stage held)
    {
        course.GoOn(dice.Next(3, 9));
        course.GoTo(Day(from, from.AddDays(6)));
        if (Chance(0.25))
        {
            course.Say($"From committee: Do pass. {Ballot(11)}", onFloor, new Where(house.ToString(), "Floor", "Second Reading", "In Floor Process"));
            return true;
        }

        course.Say(house == House.Assembly ? "In committee: Set, first hearing. Referred to suspense file." : $"{Name(course.Today)} hearing: Placed on APPR suspense file.",
            onSuspense, InCommittee(house, Appropriations(house)));
        course.GoTo(suspenseDay);
        if (Chance(0.25))
        {
            course.Say(house == House.Assembly ? "In committee: Held under submission." : $"{Name(course.Today)} hearing: Held in committee and under submission.", held);
            return false;
        }

        var at = new Where(house.ToString(), "Floor", "Second Reading", "In Floor Process");
        if (Chance(0.45))
        {
            course.Say($"From committee: Amend, and do pass as amended. {Ballot(11)}", onFloor, at);
            course.GoOn(house == House.Assembly ? 0 : 1);
            course.Say("Read second time and amended. Ordered returned to second reading.");
            Amended(house);
        }
        else
        {
            course.Say($"From committee: Do pass. {Ballot(11)}", onFloor, at);
        }

        return true;
    }

    private bool Floor(House house, DateOnly by, Stage onFloor, Stage inactive, Func<Stage> passed)
    {
        var other = Other(house);
        var third = new Where(house.ToString(), "Floor", "Third Reading", "In Floor Process");
        course.GoOn();
        course.Say("Read second time. Ordered to third reading.", at: third);
        if (Chance(0.15))
        {
            course.GoOn(dice.Next(1, 4));
            course.Say("Read third time and amended. Ordered to second reading.");
            Amended(house);
            course.GoOn();
            course.Say("Read second time. Ordered to third reading.", at: third);
        }

        if (Chance(0.12) && !ToInactiveAndBack(house, onFloor, inactive, third))
        {
            return false;
        }

        course.GoOn(dice.Next(1, 4));
        course.GoTo(Day(course.Today, Later(course.Today, by)));
        var (ayes, page) = (house == House.Assembly ? dice.Next(45, 78) : dice.Next(22, 39), dice.Next(300, 4000));
        Pass(house, ayes, page, passed());
        if (Chance(0.04) && house == Origin)
        {
            course.GoOn(2);
            course.Say($"Action rescinded whereby bill was read third time, passed, and ordered to the {other}.", onFloor, third);
            course.GoOn();
            Pass(house, ayes - 1, page + 40, passed());
        }

        return true;
    }

    private void Pass(House house, int ayes, int page, Stage passed)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"Read third time. Passed. Ordered to the {Other(house)}. (Ayes {ayes}. Noes {dice.Next(0, 20)}.)");
        course.Say(text, passed, new Where(Other(house).ToString(), "Desk", null, "Passed"));
        if (Chance(0.85))
        {
            // The journal's page comes a week later: the line is touched up, which is no news.
            course.Reword(text, course.Today.AddDays(7), text.Replace(".)", string.Create(CultureInfo.InvariantCulture, $". Page {page}.)"), StringComparison.Ordinal), isNews: false);
        }
    }
}
