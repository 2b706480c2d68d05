using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Legislature;
using LegTracker.Server.Segments;

namespace LegTracker.Server.Tests.Segments;

/// <summary>Bills with the last lines of their real histories, as the record would hold them, and drafts made of them.</summary>
internal static class SegmentFixture
{
    public static readonly DateTimeOffset AsOf = CaliforniaTime.At(new DateOnly(2025, 3, 10), new TimeOnly(9, 15));

    /// <summary>When the bulk file was read.</summary>
    public static readonly DateTimeOffset ReadTime = CaliforniaTime.At(new DateOnly(2025, 3, 9), new TimeOnly(22, 0));

    public static TrackedBill Ab1394() => Confirmed("202320240AB1394", "Commercial sexual exploitation: child sexual abuse material: civil actions.", "Wicks",
    [
        ("2023-02-17", "Read first time. To print."),
        ("2023-09-12", "Read third time. Passed. Ordered to the Assembly. (Ayes 38. Noes 0. Page 2665.)."),
        ("2023-09-12", "In Assembly. Concurrence in Senate amendments pending."),
        ("2023-09-13", "Senate amendments concurred in. To Engrossing and Enrolling. (Ayes 77. Noes 0. Page 3439.)."),
        ("2023-09-21", "Enrolled and presented to the Governor at 3:30 p.m."),
        ("2023-10-08", "Approved by the Governor."),
        ("2023-10-08", "Chaptered by Secretary of State - Chapter 579, Statutes of 2023."),
    ]);

    public static TrackedBill Ab1831() => Confirmed("202320240AB1831", "Crimes: child pornography.", "Berman",
    [
        ("2024-01-12", "Read first time. To print."),
        ("2024-05-16", "From committee: Do pass. (Ayes 15. Noes 0.) (May 16)."),
        ("2024-08-31", "In Assembly. Concurrence in Senate amendments pending."),
        ("2024-08-31", "Senate amendments concurred in. To Engrossing and Enrolling. (Ayes 73. Noes 0.)."),
        ("2024-09-12", "Enrolled and presented to the Governor at 4 p.m."),
        ("2024-09-29", "Approved by the Governor."),
        ("2024-09-29", "Chaptered by Secretary of State - Chapter 926, Statutes of 2024."),
    ]);

    public static TrackedBill Ab379() => Confirmed("202520260AB379", "Crimes: prostitution.", "Krell",
    [
        ("2025-02-03", "Read first time. To print."),
        ("2025-02-04", "From printer. May be heard in committee March 6."),
        ("2025-02-18", "Referred to Com. on PUB. S."),
    ]);

    public static TrackedBill Ab392() => Confirmed("202520260AB392", "Pornographic internet websites: consent.", "Dixon",
    [
        ("2025-02-03", "Read first time. To print."),
        ("2025-04-23", "From committee: Do pass and re-refer to Com. on APPR. (Ayes 11. Noes 0.) (April 22). Re-referred to Com. on APPR."),
        ("2025-05-14", "In committee: Set, first hearing. Referred to APPR. suspense file."),
    ]);

    public static TrackedBill Sb646Inactive() => Confirmed("202320240SB646", "Civil law: personal rights: online sex trafficking: sexual photographs.", "Cortese",
    [
        ("2023-02-16", "Introduced. Read first time. To Com. on RLS. for assignment. To print."),
        ("2023-05-24", "Read third time. Passed. (Ayes 40. Noes 0. Page 1203.) Ordered to the Assembly."),
        ("2023-05-25", "In Assembly. Read first time. Held at Desk."),
        ("2023-06-08", "Referred to Coms. on P. & C.P. and JUD."),
    ]);

    public static TrackedBill Unconfirmed(string leginfoId) => new()
    {
        Id = BillId.FromLeginfoId(leginfoId),
        Revision = 1,
        Listed = new ListedFacts("Commercial sex acts: minors.", ["Mitchell"], new ChapterCitation(654, 2016, 0, false), null, "Published pages confirm that it was signed."),
    };

    public static TrackedBill Confirmed(string leginfoId, string topic, string author, (string Date, string Text)[] lines)
    {
        var provenance = new Provenance("bulk", "https://downloads.leginfo.legislature.ca.gov/pubinfo_2023.zip", ReadTime, new string('a', 64), "polls/1", "bulk/1");
        var history = lines.Select(line => new HistoryLine(Day(line.Date), line.Text)).ToImmutableArray();
        return new TrackedBill
        {
            Id = BillId.FromLeginfoId(leginfoId),
            Revision = 2,
            Record = new BillRecord { Id = BillId.FromLeginfoId(leginfoId), Topic = topic, LeadAuthors = [author], History = history },
            Actions = [.. history.Select(line => new RecordedAction(line, 1, ReadTime, false, provenance))],
            Freshness = Freshness.Current,
            LastConfirmedTime = ReadTime,
            Provenance = provenance,
        };
    }

    /// <summary>The bill with one more line that was posted after later ones.</summary>
    public static TrackedBill WithLateLine(this TrackedBill bill, string date, string text, string observed)
    {
        var line = new HistoryLine(Day(date), text);
        var seen = CaliforniaTime.At(Day(observed), new TimeOnly(20, 0));
        var action = new RecordedAction(line, 1, seen, true, bill.Provenance! with { FetchTime = seen });
        return bill with
        {
            Record = bill.Record! with { History = [.. bill.Record!.History.Append(line).OrderBy(known => known.Date)] },
            Actions = [.. bill.Actions.Append(action).OrderBy(known => known.Line.Date)],
        };
    }

    public static SegmentDraft Draft(string since, string until, params TrackedBill[] bills) => SegmentDrafter.Draft(
        new SegmentRequest(Day(since), Day(until), 10),
        [.. bills.Select(bill => SegmentBill.Of(bill, Day(until), LegislativeCalendar.Official))],
        AsOf,
        42);

    public static IEnumerable<Claim> Claims(this SegmentDraft draft) =>
        draft.Sections.SelectMany(section => section.Items).SelectMany(item => item.Claims.Concat(item.Changes));

    public static SegmentItem ItemOf(this SegmentDraft draft, SectionKind section, string leginfoId) =>
        draft.Sections.Single(found => found.Kind == section).Items.Single(item => item.Bill?.LeginfoId == leginfoId);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
