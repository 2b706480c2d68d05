using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Tests.Model;

/// <summary>Invented dates and candidates beside <see cref="Invented"/>; the Legislature's days are those of 2024.</summary>
internal static class InventedLists
{
    public static IEnumerable<Msg> Events(DateTimeOffset now) => [new Msg.CalendarArrived(Calendar(now), Basis(now)), new Msg.CandidatesArrived(Candidates(now))];

    public static CalendarBasis Basis(DateTimeOffset now) => new(9, 1, now.AddMinutes(-18), [2024]);

    public static ImmutableArray<CalendarItem> Calendar(DateTimeOffset now) =>
    [
        OfBill("AB 9077", new(2024, 7, 3), CalendarKind.Hearing, "Hearing, Assembly Public Safety Committee", now) with { Standing = "held", Source = "bill history", Told = [new("July 3 hearing: In committee: Set, first hearing.", new(2024, 7, 5), "bill history", now.AddDays(-36))] },
        OfBill("SB 9042", new(2024, 8, 9), CalendarKind.Deadline, "Last day for policy committees to report bills of the other house", now) with { Standing = "MISSED", Off = true, Source = "J.R. 61(b)(13)" },
        new("calendar/2024-08-05.FloorSessions", new(2024, 8, 5), CalendarKind.Legislature, "Floor sessions only") { Until = new(2024, 8, 31), Source = "J.R. 61(b)(15)" },
        OfBill("SB 9042", new(2024, 8, 11), CalendarKind.Hearing, "Hearing, Assembly Appropriations Committee", now) with { Standing = "POSTPONED", Off = true, Source = "bill history", Told = [new("Hearing postponed by committee.", new(2024, 8, 8), "bill history", now.AddDays(-2))] },
        OfBill("AB 9101", new(2024, 8, 12), CalendarKind.Hearing, "Hearing, Senate Appropriations Committee", now) with
        {
            Time = "10 a.m., or upon adjournment of Session", Place = "1021 O Street, Room 2200", Source = "bill history and table of hearings",
            Told = [new("Set for hearing August 12.", new(2024, 8, 6), "bill history", now.AddDays(-4)), new("COMMITTEE_HEARING_TBL: CS61, 2024-08-12", null, "table of hearings", now.AddMinutes(-18))],
        },
        OfBill("AB 9130", new(2024, 8, 14), CalendarKind.Hearing, "Hearing, Senate Human Services Committee", now) with { Doubtful = true, Source = "table of hearings", Told = [new("COMMITTEE_HEARING_TBL: CS72, 2024-08-14", null, "table of hearings", now.AddHours(-26))] },
        OfBill("AB 9101", new(2024, 8, 16), CalendarKind.Deadline, "Last day for fiscal committees to send bills of the other house to the floor", now) with { Standing = "at the latest", Source = "J.R. 61(b)(14)", Detail = "It may be due earlier: whether it is a fiscal bill is not known." },
        new("calendar/2024-08-16.SecondHouseFiscalCommittees", new(2024, 8, 16), CalendarKind.Legislature, "Last day for fiscal committees to send bills of the other house to the floor") { Source = "J.R. 61(b)(14)" },
        new("calendar/2024-09-10.meeting", new(2024, 9, 10), CalendarKind.Meeting, "Child Welfare Council, CSEC Action Team") { Source = "meetings", Detail = "10 minutes for the legislative update." },
        new("calendar/2024-09-30.Governor", new(2024, 9, 30), CalendarKind.Legislature, "Last day for the Governor to sign or veto bills passed before September 1") { Source = "Art. IV, Sec. 10(b)(2)" },
        OfBill("AB 9130", new(2025, 1, 1), CalendarKind.Effect, "Takes effect", now) with { Source = "Art. IV, Sec. 8(c)" },
    ];

    public static ImmutableArray<CandidateItem> Candidates(DateTimeOffset now) =>
    [
        Candidate("AB 9401", 18, "Lodging: human trafficking of minors", "This bill would require a business that offers lodging to report the human trafficking of a minor that its staff observe.", now, "human trafficking of a minor") with
        {
            Topics = ["Human trafficking, and sex trafficking of minors", "Children who are exploited"],
            Because = "Human trafficking, and sex trafficking of minors: says “human trafficking”, “traffick* + minor”",
        },
        Candidate("SB 9402", 9, "Crimes: solicitation", "Existing law makes it a crime to solicit a minor.", now.AddDays(-1), "solicit", "minor") with
        {
            Topics = ["Solicitation"], Because = "Solicitation: says “solicit* + minor”; touches Penal Code 647. It was dismissed on 2024-03-01; since then its score rose from 4 to 9",
        },
        Candidate("AB 9403", 12, "Gambling: “card rooms” 未成年", "The bill would license card rooms.", now.AddDays(-20)) with
        {
            State = CandidateMark.Dismissed, Reason = "about gambling only", DecidedBy = "dana", Decided = now.AddDays(-19), Topics = ["Solicitation"],
        },
        Candidate("SB 9042", 30, "Crimes: solicitation of a minor", "The bill would make solicitation of a minor a felony.", now.AddDays(-100), "solicitation of a minor") with
        {
            Bill = "states/ca/sessions/20232024-0/bills/SB9042", State = CandidateMark.Accepted, DecidedBy = "lee", Decided = now.AddDays(-99), Topics = ["Solicitation"],
        },
    ];

    private static CandidateItem Candidate(string measure, int score, string subject, string sentence, DateTimeOffset found, params string[] matching)
    {
        var id = measure.Replace(" ", "", StringComparison.Ordinal);
        return new($"candidates/202320240{id}", $"states/ca/sessions/20232024-0/bills/{id}", measure, "2023-24")
        {
            Subject = subject,
            Score = score,
            Sentence = sentence,
            Matches = [.. matching.Select(words => sentence.IndexOf(words, StringComparison.Ordinal) is var at ? at..(at + words.Length) : default)],
            Version = $"20230{id}98AMD",
            State = CandidateMark.New,
            Found = found,
            PageUrl = "https://leginfo.legislature.ca.gov/",
        };
    }

    private static CalendarItem OfBill(string measure, DateOnly day, CalendarKind kind, string what, DateTimeOffset now)
    {
        var id = measure.Replace(" ", "", StringComparison.Ordinal);
        return new($"calendar/{day:yyyy-MM-dd}.{kind}.202320240{id}", day, kind, what) { Bill = $"states/ca/sessions/20232024-0/bills/{id}", Measure = measure, Confirmed = now.AddMinutes(-18), ConfirmedBy = "bulk" };
    }
}
