namespace LegTracker.Legislature;

public sealed partial class LegislativeCalendar
{
    /// <summary>The calendars as compiled by the Assembly Chief Clerk and the Secretary of the Senate, in the form that <see cref="Parse"/> reads.</summary>
    /// <remarks>
    /// The Governor's day of 2025 is the planned one: the houses adjourned on September 13, so bills in the Governor's hands had until
    /// October 13 (<see cref="BillProgress.GovernorDeadline"/> goes by what happened).
    /// </remarks>
    private const string PublishedDays =
        """
        # 2025
        2025-01-01	StatutesTakeEffect	Art. IV, Sec. 8(c)	Statutes take effect
        2025-01-06	Reconvenes	J.R. 51(a)(1)	The Legislature reconvenes
        2025-01-10	BudgetSubmitted	Art. IV, Sec. 12(a)	The Governor submits the budget bill by this day
        2025-01-20	Holiday		Martin Luther King, Jr. Day observed
        2025-01-24	BillRequests		Last day to ask the Legislative Counsel for a bill
        2025-02-17	Holiday		Presidents' Day observed
        2025-02-21	Introduction	J.R. 61(a)(1), J.R. 54(a)	Last day to introduce bills
        2025-03-31	Holiday		Cesar Chavez Day observed
        2025-04-10	RecessBegins	J.R. 51(a)(2)	Spring recess begins at adjournment
        2025-04-21	Reconvenes	J.R. 51(a)(2)	The Legislature is back from spring recess
        2025-05-02	FiscalPolicyCommittees	J.R. 61(a)(2)	Last day for policy committees to send fiscal bills of their house to the fiscal committee
        2025-05-09	NonFiscalPolicyCommittees	J.R. 61(a)(3)	Last day for policy committees to send nonfiscal bills of their house to the floor
        2025-05-16	PolicyCommitteesMeet	J.R. 61(a)(4)	Last day for policy committees to meet before June 9
        2025-05-23	FiscalCommittees	J.R. 61(a)(5)	Last day for fiscal committees to send bills of their house to the floor
        2025-05-23	FiscalCommitteesMeet	J.R. 61(a)(6)	Last day for fiscal committees to meet before June 9
        2025-05-26	Holiday		Memorial Day observed
        2025-06-02..2025-06-06	FloorSessions	J.R. 61(a)(7)	Floor sessions only
        2025-06-06	HouseOfOrigin	J.R. 61(a)(8)	Last day for each house to pass bills introduced in it
        2025-06-09	CommitteesResume	J.R. 61(a)(9)	Committees may meet again
        2025-06-15	BudgetPassed	Art. IV, Sec. 12(c)(3)	The budget bill is passed by midnight
        2025-07-04	Holiday		Independence Day observed
        2025-07-18	SecondHousePolicyCommittees	J.R. 61(a)(10)	Last day for policy committees to report bills of the other house
        2025-07-18	RecessBegins	J.R. 51(a)(3)	Summer recess begins at adjournment if the budget bill has passed
        2025-08-18	Reconvenes	J.R. 51(a)(3)	The Legislature is back from summer recess
        2025-08-29	SecondHouseFiscalCommittees	J.R. 61(a)(11)	Last day for fiscal committees to send bills of the other house to the floor
        2025-09-01	Holiday		Labor Day observed
        2025-09-02..2025-09-12	FloorSessions	J.R. 61(a)(12)	Floor sessions only
        2025-09-05	FloorAmendments	J.R. 61(a)(13)	Last day to amend on the floor
        2025-09-12	LastDayToPass	J.R. 61(a)(14)	Last day in the year for each house to pass bills
        2025-09-12	RecessBegins	J.R. 51(a)(4)	Interim recess begins at adjournment
        2025-10-12	Governor	Art. IV, Sec. 10(b)(1)	Last day for the Governor to sign or veto bills passed before the recess, as planned for an adjournment on September 12
        # 2026
        2026-01-01	StatutesTakeEffect	Art. IV, Sec. 8(c)	Statutes take effect
        2026-01-05	Reconvenes	J.R. 51(a)(4)	The Legislature reconvenes
        2026-01-10	BudgetSubmitted	Art. IV, Sec. 12(a)	The Governor submits the budget bill by this day
        2026-01-16	TwoYearFiscalPolicyCommittees	J.R. 61(b)(1)	Last day for policy committees to send fiscal bills introduced in their house in 2025 to the fiscal committee
        2026-01-19	Holiday		Martin Luther King, Jr. Day observed
        2026-01-23	TwoYearCommittees	J.R. 61(b)(2)	Last day for any committee to send bills introduced in its house in 2025 to the floor
        2026-01-23	BillRequests		Last day to ask the Legislative Counsel for a bill
        2026-01-31	TwoYearHouseOfOrigin	J.R. 61(b)(3), Art. IV, Sec. 10(c)	Last day for each house to pass bills introduced in it in 2025
        2026-02-16	Holiday		Presidents' Day observed
        2026-02-20	Introduction	J.R. 61(b)(4), J.R. 54(a)	Last day to introduce bills
        2026-03-26	RecessBegins	J.R. 51(b)(1)	Spring recess begins at adjournment
        2026-03-30	Holiday		Cesar Chavez Day observed
        2026-04-06	Reconvenes	J.R. 51(b)(1)	The Legislature is back from spring recess
        2026-04-24	FiscalPolicyCommittees	J.R. 61(b)(5)	Last day for policy committees to send fiscal bills of their house to the fiscal committee
        2026-05-01	NonFiscalPolicyCommittees	J.R. 61(b)(6)	Last day for policy committees to send nonfiscal bills of their house to the floor
        2026-05-08	PolicyCommitteesMeet	J.R. 61(b)(7)	Last day for policy committees to meet before June 1
        2026-05-15	FiscalCommittees	J.R. 61(b)(8)	Last day for fiscal committees to send bills of their house to the floor
        2026-05-15	FiscalCommitteesMeet	J.R. 61(b)(9)	Last day for fiscal committees to meet before June 1
        2026-05-25	Holiday		Memorial Day observed
        2026-05-26..2026-05-29	FloorSessions	J.R. 61(b)(10)	Floor sessions only
        2026-05-29	HouseOfOrigin	J.R. 61(b)(11)	Last day for each house to pass bills introduced in it
        2026-06-01	CommitteesResume	J.R. 61(b)(12)	Committees may meet again
        2026-06-15	BudgetPassed	Art. IV, Sec. 12(c)(3)	The budget bill is passed by midnight
        2026-06-25	BallotQualification	Elections Code Sec. 9040	Last day for a measure of the Legislature to qualify for the ballot of November 3
        2026-07-02	SecondHousePolicyCommittees	J.R. 61(b)(13)	Last day for policy committees to report bills of the other house
        2026-07-02	RecessBegins	J.R. 51(b)(2)	Summer recess begins at adjournment if the budget bill has passed
        2026-07-03	Holiday		Independence Day observed
        2026-08-03	Reconvenes	J.R. 51(b)(2)	The Legislature is back from summer recess
        2026-08-14	SecondHouseFiscalCommittees	J.R. 61(b)(14)	Last day for fiscal committees to send bills of the other house to the floor
        2026-08-17..2026-08-31	FloorSessions	J.R. 61(b)(15)	Floor sessions only
        2026-08-21	FloorAmendments	J.R. 61(b)(16)	Last day to amend on the floor
        2026-08-31	LastDayToPass	J.R. 61(b)(17), Art. IV, Sec. 10(c)	Last day for each house to pass bills
        2026-08-31	RecessBegins	J.R. 51(b)(3)	Final recess begins at adjournment
        2026-09-07	Holiday		Labor Day observed
        2026-09-30	Governor	Art. IV, Sec. 10(b)(2)	Last day for the Governor to sign or veto bills passed before September 1
        2026-11-03	GeneralElection		General election
        2026-11-30	EndOfSession	Art. IV, Sec. 3(a)	The session ends at midnight
        2026-12-07	SessionConvenes	Art. IV, Sec. 3(a)	The 2027-28 session convenes at noon
        # 2027
        2027-01-01	StatutesTakeEffect	Art. IV, Sec. 8(c)	Statutes take effect
        2027-01-04	Reconvenes	J.R. 51(a)(1)	The Legislature reconvenes
        """;
}
