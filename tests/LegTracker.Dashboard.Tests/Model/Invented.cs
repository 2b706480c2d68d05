using System.Collections.Immutable;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Update;

namespace LegTracker.Dashboard.Tests.Model;

/// <summary>Invented bills, changes and sources for a screen that looks lived in; measure numbers that no session has reached.</summary>
internal static class Invented
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    /// <summary>Sunday morning in Los Angeles.</summary>
    public static DateTimeOffset Now { get; } = new(2024, 8, 11, 9, 30, 20, TimeSpan.FromHours(-7));

    /// <summary>A dashboard that has been running for a while, as if every message had come through Update.</summary>
    public static DashboardModel Model(int columns = 80, int rows = 24, bool ascii = false) =>
        Play(DashboardUpdate.Start(Now, Zone, ascii), [new Msg.Resized(columns, rows), .. Events(Now)]);

    public static DashboardModel Play(DashboardModel model, params IEnumerable<Msg> messages) =>
        messages.Aggregate(model, (known, msg) => DashboardUpdate.Apply(known, msg).Model);

    public static DashboardModel Keys(DashboardModel model, params IEnumerable<string> keys) =>
        Play(model, keys.Select(key => (Msg)new Msg.KeyPressed(key.Length == 1 ? KeyStroke.Typed(key) : new(key))));

    public static IEnumerable<Msg> Events(DateTimeOffset now) =>
    [
        new Msg.ConnectionChanged(new(LinkMark.Live, now.AddMinutes(-12)) { Address = "http://127.0.0.1:5210", Revision = 1_204, HeadRevision = 1_204, ServerVersion = "0.1.0" }),
        new Msg.SnapshotArrived(Bills(now)),
        new Msg.SourcesArrived(Sources(now)),
        new Msg.ChangesArrived(Changes(now)),
        .. InventedLists.Events(now),
    ];

    /// <summary>What a dashboard of an hour and a half ago kept.</summary>
    public static KeptRecord Kept(DateTimeOffset now) => new("a", now.AddMinutes(-90)) { Bills = Bills(now), Changes = Changes(now), Sources = Sources(now) };

    /// <summary>A server that has just been started for the first time.</summary>
    public static IEnumerable<Msg> FirstReading(DateTimeOffset now) =>
    [
        new Msg.ConnectionChanged(new(LinkMark.Live, now) { Address = "127.0.0.1:5210" }),
        new Msg.Greeted("a", null),
        new Msg.SourcesArrived([new("sources/bulk", "Bulk files") { State = "ok", Mark = SourceMark.Ok, NextAttempt = now.AddMinutes(-1) }, new("sources/pages", "Bill pages") { State = "not permitted", Mark = SourceMark.Paused }]),
        new Msg.SnapshotArrived([.. Bills(now).Select(bill => new BillItem(bill.Name, bill.Measure, bill.Session) { Title = bill.Title })]),
    ];

    public static ImmutableArray<BillItem> Bills(DateTimeOffset now) =>
    [
        Bill("AB 9101", "2023-24", "Commercial sexual exploitation: civil actions: online platforms", now) with
        {
            Authors = ["Rivera", "Okafor"], Stage = "Suspense file (2nd house)", Mark = StageMark.Held, StageSince = new(2024, 8, 5), StageCause = "In committee: Referred to suspense file.",
            Lanes = [.. House(Lane.Assembly, 4, StepMark.Done, 2024), .. House(Lane.Senate, 2, StepMark.Here, 2024), .. Final(StepMark.ToCome, StepMark.ToCome)],
            NextDates = [new(new(2024, 8, 15), "Senate Appropriations, suspense hearing"), new(new(2024, 8, 16), "last day for fiscal committees")],
            Position = "Support", Priority = 1, Owner = "Dana", Labels = ["platforms", "survivors"], Location = "Senate Com. on Appropriations",
            Facts = [new("Urgency", "no"), new("Vote", "majority"), new("Fiscal", "yes")], PageUrl = "https://leginfo.legislature.ca.gov/",
            Actions = Long(),
            LastActionDate = new(2024, 8, 5), LastAction = "August 5 hearing: Placed on APPR. suspense file.",
        },
        Bill("SB 9042", "2023-24", "Crimes: solicitation of a minor", now) with
        {
            Authors = ["Lindqvist"], Stage = "On the floor (2nd house)", Mark = StageMark.Moving, StageSince = new(2024, 8, 8), Position = "Watch", Priority = 2,
            Lanes = [.. House(Lane.Senate, 4, StepMark.Done, 2024), .. House(Lane.Assembly, 4, StepMark.Here, 2024), .. Final(StepMark.ToCome, StepMark.ToCome)],
            LastActionDate = new(2024, 8, 8), LastAction = "Read second time. Ordered to third reading.", Actions = [new(new(2024, 8, 8), "Read second time. Ordered to third reading.")],
        },
        Bill("AB 9130", "2023-24", "Child sex trafficking: victims’ services “safe harbor” — grants", now) with
        {
            Authors = ["Peña"], Stage = "With the Governor", Mark = StageMark.WithGovernor, StageSince = new(2024, 8, 9), Freshness = Freshness.Stale, FreshnessReason = "the site answered 503 at 09:10",
            Lanes = [.. House(Lane.Assembly, 4, StepMark.Done, 2024), .. House(Lane.Senate, 4, StepMark.Done, 2024), .. Final(StepMark.Skipped, StepMark.Here)],
            NextDates = [new(new(2024, 8, 21), "last day for the Governor")], LastActionDate = new(2024, 8, 9), LastAction = "Enrolled and presented to the Governor at 3 p.m.",
            Actions = [new(new(2024, 8, 8), "Enrolled.", PostedLate: true), new(new(2024, 8, 9), "Enrolled and presented to the Governor at 3 p.m.")],
        },
        Bill("AB 9077", "2023-24", "Lodging: human trafficking notices", now) with { Stage = "Held in committee", Mark = StageMark.Held, TwoYear = true, LastActionDate = new(2024, 5, 16), LastAction = "In committee: Held under submission.", Lanes = [.. House(Lane.Assembly, 3, StepMark.Held, 2024), new(Lane.Assembly, "Floor", StepMark.ToCome)] },
        Bill("AB 9002", "2011-12", "Human trafficking: sexual exploitation: fines", now) with { Stage = "Chaptered", Mark = StageMark.Law, LastActionDate = new(2011, 10, 8), LastAction = "Chaptered by Secretary of State - Chapter 51, Statutes of 2011.", Lanes = [.. House(Lane.Assembly, 4, StepMark.Done, 2011), .. House(Lane.Senate, 4, StepMark.Done, 2011), .. Final(StepMark.Skipped, StepMark.Law)] },
        Bill("SB 9015", "2023-24", "Vacatur relief: 未成年 victims", now) with { Stage = "Vetoed", Mark = StageMark.Vetoed, LastActionDate = new(2023, 10, 13), LastAction = "Vetoed by the Governor.", Lanes = [.. House(Lane.Senate, 4, StepMark.Done, 2023), .. House(Lane.Assembly, 4, StepMark.Done, 2023), .. Final(StepMark.Skipped, StepMark.Dead)] },
        Bill("AB 9150", "2023-24", "Massage establishments: inspections", now) with { Stage = "Did not pass", Mark = StageMark.Dead, LastActionDate = new(2024, 2, 1), LastAction = "Died pursuant to Art. IV, Sec. 10(c) of the Constitution.", Freshness = Freshness.Quarantined, FreshnessReason = "the history lost lines" },
        Bill("ACA 9", "2023-24", "Involuntary servitude", now) with { Stage = "In committee", Mark = StageMark.Moving, LastActionDate = new(2024, 6, 27), LastAction = "Re-referred to Com. on RLS." },
        new("states/ca/sessions/20252026-0/bills/AB9201", "AB 9201", "2025-26"),
    ];

    public static ImmutableArray<ChangeItem> Changes(DateTimeOffset now) =>
    [
        Change(1_204, "AB 9130", "stage", "AB 9130 is with the Governor since August 9.", now.AddMinutes(-18), unread: true) with { Before = "Passed Legislature", After = "With the Governor", EventDate = new(2024, 8, 9) },
        Change(1_203, "AB 9130", "new action", "Enrolled and presented to the Governor at 3 p.m.", now.AddMinutes(-18), unread: true) with { After = "Enrolled and presented to the Governor at 3 p.m.", EventDate = new(2024, 8, 9) },
        Change(1_198, "SB 9042", "hearing moved", "The Assembly Appropriations hearing of SB 9042 moved from August 13 to August 19.", now.AddHours(-17), unread: true) with { Before = "2024-08-13", After = "2024-08-19", EventDate = new(2024, 8, 10) },
        Change(1_150, "AB 9101", "new action", "August 5 hearing: Placed on APPR. suspense file.", now.AddDays(-6), unread: false) with { After = "August 5 hearing: Placed on APPR. suspense file.", EventDate = new(2024, 8, 5) },
        Change(1_149, "AB 9101", "stage", "AB 9101 is on the suspense file of Senate Appropriations.", now.AddDays(-6), unread: false) with { EventDate = new(2024, 8, 5) },
        Change(1_090, "AB 9077", "edited", "The position on AB 9077 is now Watch.", now.AddDays(-40), unread: false) with { Actor = "dana", Source = "" },
    ];

    public static ImmutableArray<SourceItem> Sources(DateTimeOffset now) =>
    [
        new("sources/bulk", "Bulk files") { Host = "downloads.leginfo.legislature.ca.gov", Mark = SourceMark.Ok, State = "ok", LastSuccess = now.AddMinutes(-18), LastAttempt = now.AddMinutes(-18), NextAttempt = now.AddMinutes(12) },
        new("sources/pages", "Bill pages")
        {
            Host = "leginfo.legislature.ca.gov", Mark = SourceMark.Failing, State = "resting", Reason = "5 failures one after another; the last: HTTP 503 from the site. No request is sent before 10:05.",
            LastSuccess = now.AddHours(-26), LastAttempt = now.AddMinutes(-20), NextAttempt = now.AddMinutes(35), Failures = 5, Quarantined = 1, UnknownActions = 2,
        },
    ];

    private static BillItem Bill(string measure, string session, string title, DateTimeOffset now) =>
        new($"states/ca/sessions/{session[..4]}20{session[5..]}-0/bills/{measure.Replace(" ", "", StringComparison.Ordinal)}", measure, session)
        {
            Title = title,
            Freshness = Freshness.Current,
            LastConfirmed = now.AddMinutes(-18),
            Source = "bulk files",
        };

    private static ChangeItem Change(long revision, string measure, string kind, string summary, DateTimeOffset recorded, bool unread) =>
        new($"changes/{revision}.0", $"states/ca/sessions/20232024-0/bills/{measure.Replace(" ", "", StringComparison.Ordinal)}", measure)
        {
            Revision = revision,
            Kind = kind,
            Summary = summary,
            Recorded = recorded,
            Unread = unread,
            Source = "bulk files",
        };

    private static ImmutableArray<LaneStep> House(Lane lane, int reached, StepMark last, int year) =>
        [.. new[] { "Intro", "Policy", "Fiscal", "Floor" }.Select((step, at) => new LaneStep(
            lane, step, at + 1 < reached ? StepMark.Done : at + 1 == reached ? last : StepMark.ToCome, at + 1 <= reached ? new DateOnly(year, 2 + at, 10 + at) : null))
            .Where(step => step.Mark != StepMark.ToCome || last != StepMark.Held)];

    private static ImmutableArray<LaneStep> Final(StepMark concurrence, StepMark governor) =>
        [new(Lane.Final, "Concur", concurrence), new(Lane.Final, "Governor", governor)];

    private static ImmutableArray<ActionItem> Long() =>
    [
        new(new(2024, 2, 12), "Read first time. To print."),
        new(new(2024, 2, 13), "From printer. May be heard in committee March 14."),
        new(new(2024, 3, 4), "Referred to Coms. on P. & C.P. and JUD."),
        new(new(2024, 4, 8), "From committee chair, with author's amendments: Amend, and re-refer to Com. on P. & C.P. Read second time and amended."),
        new(new(2024, 4, 9), "Re-referred to Com. on P. & C.P."),
        new(new(2024, 4, 16), "From committee: Do pass and re-refer to Com. on JUD. (Ayes 8. Noes 0.) (April 16). Re-referred to Com. on JUD."),
        new(new(2024, 5, 1), "From committee: Do pass. (Ayes 10. Noes 0.) (May 1)."),
        new(new(2024, 5, 2), "Read second time. Ordered to third reading."),
        new(new(2024, 5, 23), "Read third time. Passed. Ordered to the Senate. (Ayes 74. Noes 0.)"),
        new(new(2024, 5, 24), "In Senate. Read first time. To Com. on RLS. for assignment."),
        new(new(2024, 6, 5), "Referred to Com. on JUD."),
        new(new(2024, 6, 25), "From committee: Do pass and re-refer to Com. on APPR. (Ayes 11. Noes 0.) (June 25). Re-referred to Com. on APPR."),
        new(new(2024, 8, 5), "August 5 hearing: Placed on APPR. suspense file."),
    ];
}
