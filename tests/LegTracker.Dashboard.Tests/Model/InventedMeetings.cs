using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Tests.Model;

/// <summary>An invented meeting ahead, one that was shown, and a segment that is a little too long.</summary>
internal static class InventedMeetings
{
    public const string Next = "meetings/2024-09-09";
    private static readonly StatementSource Source = new("https://leginfo.legislature.ca.gov/", "Bill history", "", "");

    public static MeetingItem Ahead { get; } = new(Next, new(2024, 9, 9), "Child Welfare Council, CSEC Action Team", 4)
    {
        Etag = "m3",
        Arrangement = [new(Bill("AB9077")) { LeftOutReason = "the author asked to wait" }, new(Bill("AB9002")) { Pinned = true }],
    };

    public static MeetingItem Shown { get; } = new("meetings/2024-06-03", new(2024, 6, 3), "Child Welfare Council, CSEC Action Team", 10) { Etag = "m1", Published = "meetings/2024-06-03/segments/1" };

    public static SegmentSheet Sheet { get; } = new(Next, "s1")
    {
        Minutes = 4,
        AsOf = Invented.Now,
        Missing = ["AB 9130: what it does", "AB 9130: why it matters"],
        Rows =
        [
            new("", "At a glance") { Section = PartKind.AtAGlance, Seconds = 25, Why = "said", Statements = [Said("Now in California, 1 law: Assembly Bill (AB) 9002.")] },
            Row("AB9002", "AB 9002", "AB 9002 (Peña)", PartKind.NowInCalifornia, 30, "pinned by Ana Díaz on August 10, 2024") with { Pinned = true },
            Row("AB9130", "AB 9130", "AB 9130 (Peña)", PartKind.Governor, 90, "stage changed on August 9, 2024") with
            {
                SecondsByHand = true,
                SpeakerNote = "Ask two members to write to the Governor before August 21.",
                Statements = [Said("AB 9130 is with the Governor since August 9, 2024.", "last confirmed August 10, 2024"), Open("[text missing: what it does]"), Open("[text missing: why it matters]")],
            },
            Row("AB9101", "AB 9101", "AB 9101 (Rivera and Okafor)", PartKind.Moving, 75, "stage changed on August 5, 2024") with { Statements = [Said("AB 9101 is on the suspense file."), new("What it would do: let survivors sue platforms.", StatementKind.Human, Source, Invented.Now, "written for the April 8, 2024 version; amended June 25, 2024: check")] },
            Row("SB9042", "SB 9042", "SB 9042 (Lindqvist)", PartKind.Moving, 45, "2 new lines, the last of August 8, 2024"),
            new("", "Coming dates") { Section = PartKind.ComingDates, Why = "shown, not said", Statements = [Said("August 15, 2024: a hearing of AB 9101 is set.")] },
            new("", "Terms") { Section = PartKind.Terms, Why = "shown, not said", Statements = [Said("AB: Assembly Bill.")] },
        ],
        LeftOut = [new(Bill("AB9077"), "AB 9077") { Measure = "AB 9077", Why = "left out by Ana Díaz on August 10, 2024", LeftOutReason = "the author asked to wait" }],
    };

    public static SegmentSheet Frozen { get; } = new(Shown.Name, "s0") { AsOf = Invented.Now.AddDays(-70), Name = Shown.Published, Rows = [Row("AB9101", "AB 9101", "AB 9101 (Rivera and Okafor)", PartKind.Moving, 60, "stage changed on May 24, 2024")] };

    /// <summary>A dashboard that knows them.</summary>
    public static DashboardModel Know(DashboardModel model) => Invented.Play(model, new Msg.MeetingsArrived([Ahead, Shown], 0), new Msg.SheetArrived(Sheet, 0), new Msg.SheetArrived(Frozen, 0));

    /// <summary>A dashboard with the builder open.</summary>
    public static DashboardModel Builder(DashboardModel model) => Invented.Keys(Know(model), "4", "enter");

    public static string Bill(string id) => $"states/ca/sessions/{(id == "AB9002" ? "20112012" : "20232024")}-0/bills/{id}";

    private static SheetRow Row(string id, string measure, string heading, PartKind section, int seconds, string why) =>
        new(Bill(id), heading) { Measure = measure, Section = section, Seconds = seconds, Why = why, Statements = [Said($"{measure} stands where it stands.")] };

    private static SegmentStatement Said(string text, string flag = "") => new(text, StatementKind.Auto, Source, Invented.Now, flag);

    private static SegmentStatement Open(string text) => new(text, StatementKind.Human, Source, null, "");
}
