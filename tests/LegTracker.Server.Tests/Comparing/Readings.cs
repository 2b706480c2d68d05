using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LegTracker.Legislature;
using LegTracker.Server.Comparing;

namespace LegTracker.Server.Tests.Comparing;

/// <summary>Readings of AB 831 made for comparing, and generators of histories from the Legislature's own wordings.</summary>
internal static class Readings
{
    public static readonly BillId Ab831 = BillId.FromLeginfoId("202520260AB831");

    private static readonly string[] Texts =
    [
        "Read first time. To print.",
        "From printer. May be heard in committee March 22.",
        "Referred to Com. on PUB. S.",
        "From committee chair, with author's amendments: Amend, and re-refer to Com. on PUB. S. Read second time and amended.",
        "Re-referred to Com. on PUB. S.",
        "In committee: Set, first hearing. Hearing canceled at the request of author.",
        "From committee: Do pass and re-refer to Com. on APPR. (Ayes 9. Noes 0.) (April 8). Re-referred to Com. on APPR.",
        "In committee: Set, first hearing. Referred to suspense file.",
        "Read second time. Ordered to third reading.",
        "Read third time. Passed. Ordered to the Senate. (Ayes 71. Noes 0. Page 1688.)",
        "In Senate. Read first time. To Com. on RLS. for assignment.",
        "Ordered to inactive file at the request of Senator Ashby.",
    ];

    /// <summary>Histories oldest first, with several lines a day and repeats.</summary>
    public static Gen<ImmutableArray<HistoryLine>> Histories => Lines(Days, Gen.Elements(Texts));

    /// <summary>As <see cref="Histories"/>, with a few lines of any characters among them.</summary>
    public static Gen<ImmutableArray<HistoryLine>> AnyHistories => Lines(Days, Gen.OneOf(
        Gen.Elements(Texts),
        Gen.Elements(Texts),
        ArbMap.Default.GeneratorFor<string>().Select(SourceText.Clean)));

    private static Gen<DateOnly> Days => Gen.Choose(0, 40).Select(week => new DateOnly(2025, 1, 6).AddDays(week * 6));

    public static void Holds<T>(Gen<T> values, Action<T> check) => Prop.ForAll(Arb.From(values), check).QuickCheckThrowOnFailure();

    public static HistoryLine Line(string day, string text) => new(Day(day), text);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static BillRecord Record(params IEnumerable<HistoryLine> history) => new()
    {
        Id = Ab831,
        Topic = "California State University: audits.",
        Title = "An act to amend Section 89045 of the Education Code, relating to the California State University.",
        LeadAuthors = ["Valencia"],
        Coauthors = ["Ashby", "Caballero"],
        History = [.. history],
        Versions = [new BillVersion("20250AB83199INT", new DateOnly(2025, 2, 19), "Introduced", null)],
    };

    public static Provenance Read(string day, string source = "bulk") => new(
        source, "https://example.org/" + day, CaliforniaTime.At(Day(day), new TimeOnly(22, 0)), "hash of " + day, "polls/" + day, source + "/1");

    public static TrackedBill NeverRead(ListedFacts? listed = null) => new() { Id = Ab831, Revision = 1, Listed = listed };

    /// <summary>The bill as it stands once a reading is recorded.</summary>
    public static TrackedBill After(this TrackedBill before, BillRecord record, Provenance provenance) => before with
    {
        Record = record,
        Actions = Compare(before, record, provenance).Actions,
        Freshness = Freshness.Current,
        Provenance = provenance,
    };

    public static Comparison Compare(TrackedBill before, BillRecord after, Provenance provenance) =>
        BillComparer.Compare(before, after, provenance, provenance.FetchTime.AddMinutes(1));

    public static TrackedBill Recorded(params IEnumerable<HistoryLine> history) => NeverRead().After(Record(history), Read("2025-12-01"));

    private static Gen<ImmutableArray<HistoryLine>> Lines(Gen<DateOnly> days, Gen<string> texts) =>
        (from day in days from text in texts select new HistoryLine(day, text)).ListOf()
            .Select(lines => lines.OrderBy(line => line.Date).ToImmutableArray());
}
