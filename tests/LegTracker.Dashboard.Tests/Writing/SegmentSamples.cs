using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Tests.Writing;

/// <summary>Contents of updates as the server drafts them.</summary>
internal static class SegmentSamples
{
    private static readonly DateTimeOffset Read = new(2025, 3, 2, 22, 5, 0, TimeSpan.FromHours(-8));

    /// <summary>One new law, two bills moving, one that stopped, one date ahead.</summary>
    public static SegmentContent March2025() => Content(10,
    [
        new SegmentPart(PartKind.AtAGlance, "At a glance",
        [
            Line("Now in California, 1 law: Assembly Bill (AB) 1831."),
            Line("Moving, 2 measures: AB 9379 and Senate Bill (SB) 9646."),
            Line("Stopped or waiting, 1 measure: AB 9200."),
            Line("Next date: March 18, 2025, hearing of AB 9379."),
        ]),
        new SegmentPart(PartKind.NowInCalifornia, "Now in California", [Law("AB 1831", "Berman", "Crimes: child pornography.", "January 1, 2025")]),
        new SegmentPart(PartKind.Moving, "Moving in the Legislature",
        [
            Pending("AB 9379", "Sample", "Crimes: prostitution.", "In committee; hearing March 18, 2025", "AB 9379 is in the Assembly Public Safety Committee. A hearing is set for March 18, 2025."),
            Pending("SB 9646", "Example", "Civil law: personal rights: online sex trafficking: sexual photographs.", "On the floor, second house; no hearing date recorded", "SB 9646 has been before the whole Assembly since February 12, 2025."),
        ]),
        new SegmentPart(PartKind.Stopped, "Stopped or waiting", [Pending("AB 9200", "Rivera", "Victims: services.", "Did not pass; November 30, 2024", "AB 9200 did not pass before the session ended on November 30, 2024; it is no longer under consideration.")]),
        new SegmentPart(PartKind.ComingDates, "Coming dates",
        [
            new SegmentEntry("AB 9379", "March 18, 2025", [About("AB 9379", "March 18, 2025: a hearing of AB 9379 is set.", "In committee: Hearing set for March 18.")], [], "AB 9379: hearing"),
        ]),
        Terms(),
    ]) with
    {
        Missing = ["AB 1831: what it does", "AB 1831: why it matters", "AB 9379: what it does"],
        Notes =
        [
            "Already law before December 1, 2024, so not listed: AB 1394 (2023-24). Operative dates are not checked: a part of such a law can begin in this period.",
            "Not yet confirmed by a source, so not reported: SB 1322 (2015-16), SB 1064 (2015-16).",
        ],
    };

    /// <summary>As <see cref="March2025"/>, with a bill left out by hand and a speaker note.</summary>
    public static SegmentContent Arranged() => March2025() with
    {
        Parts = [.. March2025().Parts.Select(part => part with { Entries = [.. part.Entries.Select(entry => entry.Measure == "AB 1831" ? entry with { SpeakerNote = "Speak slowly." } : entry)] })],
        LeftOut = [new("SB 9646 (Example)", "the author asked to wait", "left out by Ana Díaz on March 1, 2025")],
    };

    /// <summary>Every part at once, each fuller than ten minutes hold.</summary>
    public static SegmentContent Full(int minutes, int bills) => Content(minutes,
    [
        new SegmentPart(PartKind.AtAGlance, "At a glance", [Line("Now in California, many laws."), Line("Coming, many new laws."), Line("With the Governor, many bills."), Line("Moving, many measures."), Line("Next date: March 18, 2025.")]),
        new SegmentPart(PartKind.NowInCalifornia, "Now in California", Many(1, bills, name => Law(name, "Berman", "Crimes: child pornography.", "January 1, 2025"))),
        new SegmentPart(PartKind.Coming, "Coming: new laws", Many(1001, bills, name => Law(name, "Wicks", "Commercial sexual exploitation: child sexual abuse material: civil actions.", "July 1, 2025") with { Status = "In effect from July 1, 2025" })),
        new SegmentPart(PartKind.Governor, "On the Governor's desk", Many(2001, bills, name => Pending(name, "Krell", "Crimes: prostitution.", "With the Governor; last day to act October 13, 2025", $"{name} has been with the Governor."))),
        new SegmentPart(PartKind.Moving, "Moving in the Legislature", Many(3001, bills, name => Pending(name, "Committee on Human Services", "Foster youth: services: commercial sexual exploitation.", "In committee, second house; hearing June 18, 2025", $"{name} is in the Senate Human Services Committee."))),
        new SegmentPart(PartKind.Stopped, "Stopped or waiting", Many(4001, bills, name => Pending(name, "Rivera", "Victims: services.", "Did not pass; November 30, 2024", $"{name} did not pass."))),
        new SegmentPart(PartKind.ComingDates, "Coming dates", Many(3001, bills, name => new SegmentEntry(name, "June 18, 2025", [About(name, $"June 18, 2025: a hearing of {name} is set.", "Hearing set.")], [], $"{name}: hearing"))),
        Terms(),
    ]) with
    { Notes = ["Not yet confirmed by a source, so not reported: SB 1322 (2015-16)."] };

    /// <summary>Nothing to report.</summary>
    public static SegmentContent Empty() => Content(10,
    [
        new SegmentPart(PartKind.AtAGlance, "At a glance", [Line("No tracked bill changed between December 1, 2024 and March 3, 2025."), Line("The record of these bills shows no date ahead.")]),
        new SegmentPart(PartKind.Terms, "Terms", [Term("CSEC", "CSEC: commercial sexual exploitation of children, as in the Action Team's name.")]),
    ]);

    /// <summary>A law whose texts from outside try to break out of every format.</summary>
    public static SegmentContent Hostile()
    {
        const string hostile = "\u202Eevil\u0007\u001b[31m <script>alert(1)</script> *bold* [x](javascript:1) | `c` \u0000 \uFFFE # head & \"quote\" \u200B http://example.test ";
        var law = Law("AB 1831", hostile, hostile + new string('W', 400), "January 1, 2025");
        return Content(10, [new SegmentPart(PartKind.NowInCalifornia, "Now " + hostile, [law, law]), Terms()]);
    }

    public static SegmentContent Content(int minutes, ImmutableArray<SegmentPart> parts) => new(
        "California Commercial Sexual Exploitation of Children (CSEC) Action Team: legislative update",
        new DateOnly(2024, 12, 1),
        new DateOnly(2025, 3, 3),
        new DateTimeOffset(2025, 3, 3, 9, 15, 0, TimeSpan.FromHours(-8)),
        42,
        minutes,
        Numbered(parts),
        [],
        [])
    { Read = new SegmentReading(new DateTimeOffset(2025, 3, 3, 9, 15, 0, TimeSpan.FromHours(-8)), Read, false) };

    /// <summary>Claims numbered in order, as the server numbers them, and bills by the Legislature's id.</summary>
    private static ImmutableArray<SegmentPart> Numbered(ImmutableArray<SegmentPart> parts)
    {
        var last = 0;
        SegmentStatement Next(SegmentStatement statement) => statement with { Id = string.Create(CultureInfo.InvariantCulture, $"c{++last}") };
        return [.. parts.Select(part => part with
        {
            Entries = [.. part.Entries.Select(entry => entry with
            {
                Statements = [.. entry.Statements.Select(Next)],
                Changes = [.. entry.Changes.Select(Next)],
                BillKey = entry.Measure.Length == 0 ? "" : $"202520260{entry.Measure.Replace(" ", "", StringComparison.Ordinal)}",
            })],
        })];
    }

    public static SegmentEntry Law(string measure, string author, string title, string effective) => new(
        measure,
        $"{measure} ({author})",
        [
            About(measure, $"Now in California: {measure} is law, in effect since {effective}.", "Chaptered by Secretary of State - Chapter 926, Statutes of 2024.") with { Flag = "operative date not checked" },
            About(measure, "The Governor signed it on September 29, 2024; it is Chapter 926 of the Statutes of 2024.", "Approved by the Governor. | Chaptered by Secretary of State - Chapter 926, Statutes of 2024."),
            About(measure, $"Official title: “{title}”", title) with { Kind = StatementKind.Quote, Topic = StatementTopic.OfficialTitle },
            Open("what it does"),
            Open("why it matters"),
        ],
        [],
        $"In effect since {effective}");

    /// <summary>The law with every text that a person can write.</summary>
    public static SegmentEntry Written(SegmentEntry law)
    {
        SegmentStatement By(string text, StatementTopic topic) => new(text, StatementKind.Human, new StatementSource("https://example.org/text", "Text by Ada", "", ""), Read, "") { Id = $"{law.Measure} {topic}", Topic = topic };
        return law with
        {
            Statements =
            [
                law.Statements[0],
                By("In plain words: Companies must act on reports of child sexual abuse material", StatementTopic.PlainTitle),
                By("What it does: Social media companies must give people a way to report child sexual abuse material of themselves, and must remove and block it.", StatementTopic.WhatItDoes),
                By("Why it matters: Young people can have pictures of their abuse taken down.", StatementTopic.WhyItMatters),
                By("What to do now: Tell young people and caregivers that they can report such material to the company.", StatementTopic.WhatToDo),
                .. law.Statements.Where(statement => statement.Topic is StatementTopic.OfficialTitle || (!statement.IsOpen && statement != law.Statements[0])),
            ],
        };
    }

    private static SegmentEntry Pending(string measure, string author, string title, string status, string stage) => new(
        measure,
        $"{measure} ({author})",
        [
            About(measure, stage, "Referred to Com. on PUB. S."),
            About(measure, $"Official title: “{title}”", title) with { Kind = StatementKind.Quote, Topic = StatementTopic.OfficialTitle },
            Open("what it does"),
        ],
        [About(measure, "December 18, 2024: “Referred to Com. on PUB. S.”", "Referred to Com. on PUB. S.") with { Kind = StatementKind.Quote }],
        status);

    private static SegmentStatement About(string measure, string text, string line) => new(
        text,
        StatementKind.Auto,
        new StatementSource(
            $"https://leginfo.legislature.ca.gov/faces/billHistoryClient.xhtml?bill_id=202520260{measure.Replace(" ", "", StringComparison.Ordinal)}",
            $"Bill history, {measure} (2025-26), read from https://downloads.leginfo.legislature.ca.gov/pubinfo_2025.zip", "", line),
        Read,
        "");

    private static SegmentStatement Open(string what) => new($"[text missing: {what}]", StatementKind.Human, new StatementSource("", "Bill text", "", ""), null, "");

    private static SegmentEntry Line(string text) => new("", "", [new SegmentStatement(text, StatementKind.Auto, new StatementSource("", "Counted from LegTracker's record, revision 42", "", ""), Read, "")], [], "");

    private static SegmentPart Terms() => new(PartKind.Terms, "Terms",
    [
        Term("AB", "AB: Assembly Bill, a proposed or enacted law that began in the Assembly."),
        Term("CSEC", "CSEC: commercial sexual exploitation of children, as in the Action Team's name."),
        Term("SB", "SB: Senate Bill, a proposed or enacted law that began in the Senate."),
        Term("", "Lines in quotation marks are the Legislature's own words and keep its own short forms, such as Com. for committee."),
    ]);

    private static SegmentEntry Term(string term, string text) =>
        new("", term, [new SegmentStatement(text, StatementKind.Human, new StatementSource("", "LegTracker's list of terms", "", ""), Read, "")], [], "");

    private static ImmutableArray<SegmentEntry> Many(int from, int count, Func<string, SegmentEntry> entry) =>
        [.. Enumerable.Range(from, count).Select(number => entry(string.Create(CultureInfo.InvariantCulture, $"AB {number}")))];
}
