using System.Globalization;
using LegTracker.Legislature;

namespace LegTracker.Replay.Seasons;

internal sealed partial class CourseWalk
{
    private void AmendByAuthor(House house, string committee, DateOnly from)
    {
        course.GoOn(dice.Next(3, 12));
        course.GoTo(from.AddDays(-dice.Next(3, 10)));
        course.Say(house == House.Assembly
            ? $"From committee chair, with author's amendments: Amend, and re-refer to Com. on {committee} Read second time and amended."
            : $"From committee with author's amendments. Read second time and amended. Re-referred to Com. on {committee}");
        if (Chance(0.2))
        {
            // Gut and amend: another subject, another author.
            course.Gut($"{Pick(Subjects)} {dice.Next(2, 99)}: gutted and amended: the measure number is invented", AnotherAuthor());
        }

        Amended(house);
        if (house == House.Assembly)
        {
            course.GoOn();
            course.Say($"Re-referred to Com. on {committee}");
        }
    }

    /// <summary>A hearing day is published; it may be moved.</summary>
    private DateOnly SetForHearing(DateOnly hearing)
    {
        course.Say($"Set for hearing {Name(hearing)}.");
        course.Hearing(ChangeKind.HearingSet, hearing);
        if (!Chance(0.2))
        {
            return hearing;
        }

        var moved = Day(hearing.AddDays(7), hearing.AddDays(7));
        course.GoOn(2);
        course.Say($"{Name(hearing)} hearing postponed by committee.");
        if (Chance(0.5))
        {
            course.Say($"Set for hearing {Name(moved)}.");
            course.Hearing(ChangeKind.HearingChanged, moved);
        }
        else
        {
            course.Hearing(ChangeKind.HearingCanceled, null);
            course.GoOn();
            course.Say($"Set for hearing {Name(moved)}.");
            course.Hearing(ChangeKind.HearingSet, moved);
        }

        return moved;
    }

    private DateOnly CanceledFirst(DateOnly hearing)
    {
        if (!Chance(0.15))
        {
            return hearing;
        }

        course.GoTo(hearing);
        course.Say(Chance(0.5) ? "In committee: Set, first hearing. Hearing canceled at the request of author." : "In committee: Hearing postponed by committee.");
        return Day(course.Today.AddDays(7), course.Today.AddDays(8));
    }

    private bool ToInactiveAndBack(House house, Stage onFloor, Stage inactive, Where third)
    {
        course.GoOn(dice.Next(1, 4));
        course.Say($"Ordered to inactive file at the request of {(house == House.Assembly ? "Assembly Member" : "Senator")} {Pick(Names)}.", inactive, third with { Ternary = "Inactive" });
        if (Chance(0.4))
        {
            return false;
        }

        course.GoOn(dice.Next(4, 9));
        course.Say("From inactive file.", onFloor, third with { Ternary = null });
        course.Say("Ordered to third reading.", at: third);
        return true;
    }

    private void Agree()
    {
        var (house, second) = (Origin, Other(Origin));
        var unfinished = new Where(house.ToString(), "Floor", "Unfinished Business", "In Floor Process");
        if (!amendedThere)
        {
            course.Say(house == House.Assembly ? "In Assembly. Ordered to Engrossing and Enrolling." : "In Senate. Ordered to engrossing and enrolling.",
                at: new Where(house.ToString(), "E&E", "Enrollment", "Passed"));
        }
        else
        {
            course.Say($"In {house}. Concurrence in {second} amendments pending.", at: unfinished);
            course.GoOn(dice.Next(1, 3));
            var ayes = house == House.Assembly ? dice.Next(45, 79) : dice.Next(22, 40);
            course.Say(house == House.Assembly
                ? string.Create(CultureInfo.InvariantCulture, $"Senate amendments concurred in. To Engrossing and Enrolling. (Ayes {ayes}. Noes 0. Page {dice.Next(3000, 6000)}.).")
                : string.Create(CultureInfo.InvariantCulture, $"Assembly amendments concurred in. (Ayes {ayes}. Noes 0. Page {dice.Next(2000, 5000)}.) Ordered to engrossing and enrolling."),
                Stage.PassedLegislature, new Where(house.ToString(), "E&E", "Enrollment", "Passed"));
        }

        course.GoOn(dice.Next(2, 6));
        course.Print("ENR", "Enrolled");
        course.GoOn(dice.Next(0, 4));
        course.Say($"Enrolled and presented to the Governor at {dice.Next(1, 6)} p.m.", Stage.Enrolled, new Where("Governor", null, null, "Enrolled"));
    }

    private void Governor()
    {
        var day = DayOrWeekend(course.Today.AddDays(4), Later(course.Today.AddDays(9), year.SignedBy));
        course.GoTo(day, weekendToo: true);
        if (Chance(0.13))
        {
            course.Say("Vetoed by Governor.", Stage.Vetoed, new Where(Origin.ToString(), "Desk", null, "Vetoed"));
            course.Say($"In {Origin}. Consideration of Governor's veto pending.", at: new Where(Origin.ToString(), "Floor", "Unfinished Business", "In Floor Process"));
            if (!IsSecondYear)
            {
                course.GoTo(new DateOnly(session.StartYear + 1, 1, 12).AddDays(dice.Next(0, 40)));
                course.Say("Consideration of Governor's veto stricken from file.", at: new Where(Origin.ToString(), "Desk", null, "Vetoed"));
            }

            return;
        }

        var signedAlone = Chance(0.08);
        course.Say("Approved by the Governor.", signedAlone ? Stage.Signed : null, new Where("Governor", null, null, "Signed by Governor"));
        if (signedAlone)
        {
            course.GoOn();
        }

        var chapter = string.Create(CultureInfo.InvariantCulture, $"Chapter {dice.Next(1, 999)}, Statutes of {course.Today.Year}");
        course.Say($"Chaptered by Secretary of State - {chapter}.", Stage.Chaptered, new Where("Secretary of State", null, null, "Chaptered"), chapter);
        course.Print("CHP", "Chaptered", course.Today.AddDays(dice.Next(0, 3)));
    }

    /// <summary>What did not pass: two-year bills die in the second year's winter, the rest with the session, with or without a line.</summary>
    private void End()
    {
        var died = new Where(Origin.ToString(), null, null, "Died");
        if (Chance(0.25))
        {
            // Something is said of it once and taken back: a line that does not stay.
            course.GoOn(2);
            course.Say("Coauthors revised.");
            course.Say("Coauthors revised.");
            var gone = Day(course.Today.AddDays(3), course.Today.AddDays(6));
            course.Remove("Coauthors revised.", gone);
            course.GoTo(gone.AddDays(1));
        }

        var inFirstHouse = course.Stage is Stage.InCommittee or Stage.OnSuspense or Stage.Held or Stage.InactiveFile or Stage.OnFloor;
        if (inFirstHouse && !IsSecondYear)
        {
            course.GoTo(SessionYear.EndOfTwoYearBills(session));
            course.Say(Origin == House.Assembly ? "From committee: Filed with the Chief Clerk pursuant to Joint Rule 56." : "Returned to Secretary of Senate pursuant to Joint Rule 56.", Stage.Dead, died);
        }
        else if (Chance(0.7))
        {
            course.GoTo(session.LastDay);
            course.Say("From committee without further action.", Stage.Dead, died);
        }
    }

    private void VotesCorrected(string votes, int ayes, int noes)
    {
        var line = course.LastLineWith(votes);
        var corrected = line.Replace($"(Ayes {ayes}. Noes {noes}.)", $"(Ayes {ayes + 1}. Noes {noes}.)", StringComparison.Ordinal);
        var from = Day(course.Today.AddDays(2), course.Today.AddDays(2));
        course.Reword(line, from, corrected, isNews: true);
    }

    private void Late(string text)
    {
        var date = course.Today;
        course.GoOn(3);
        course.Say("Joint Rule 55 suspended.");
        course.GoOn();
        course.SayLate(date, text);
    }

    private void Amended(House house)
    {
        course.Print("AMD", $"Amended {house}");
        amendedThere |= house != Origin;
    }

    private (string Name, string Code) Committee(House house)
    {
        var (name, assembly, senate) = Pick(Committees);
        return (name.EndsWith('.') ? name : name + ".", house == House.Assembly ? assembly : senate);
    }

    private string Author(House house) => $"{Pick(Names)} ({house.ToString()[0]})";

    private string AnotherAuthor() => $"{Pick([.. Names.Where(name => !course.Author.StartsWith(name, StringComparison.Ordinal))])} ({Origin.ToString()[0]})";

    private string Ballot(int most) => $"(Ayes {dice.Next(most / 2 + 1, most + 1)}. Noes {dice.Next(0, 3)}.) ({Name(course.Today)}).";

    private Stage OnFloor(House house) => house == Origin ? Stage.OnFloor : Stage.OnSecondHouseFloor;

    private static Where InCommittee(House house, string code) => new(house.ToString(), "Committee", code, "In Committee Process");

    private static string Appropriations(House house) => house == House.Assembly ? "CX25" : "CS61";

    private static House Other(House house) => house == House.Assembly ? House.Senate : House.Assembly;

    private static string Name(DateOnly day) => day.ToString("MMMM d", CultureInfo.InvariantCulture);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private bool Chance(double share) => dice.NextDouble() < share;

    private T Pick<T>(T[] of) => of[dice.Next(of.Length)];

    private DateOnly DayOrWeekend(DateOnly from, DateOnly by) => from.AddDays(dice.Next(0, Math.Max(1, by.DayNumber - from.DayNumber + 1)));

    private DateOnly Day(DateOnly from, DateOnly by)
    {
        var day = DayOrWeekend(from, by);
        return day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(2), DayOfWeek.Sunday => day.AddDays(1), _ => day };
    }
}
