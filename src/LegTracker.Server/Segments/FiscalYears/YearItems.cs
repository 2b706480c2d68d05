using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments.FiscalYears;

/// <summary>Words of the annual report: third person, past tense for what happened, and why each bill is in.</summary>
internal static class YearItems
{
    /// <summary>"AB 1394 (Wicks), Chapter 579, Statutes of 2023, was signed on October 8, 2023 and became operative on January 1, 2025."</summary>
    public static SegmentItem Of(YearBill given, BillNames names, BillRelations relations)
    {
        var bill = given.Bill;
        var evidence = new BillEvidence(bill);
        var heading = names.Heading(bill);
        var told = given.Earlier.Where(happened => bill.IsLaw && happened.Short != "introduced").Concat(given.InYear.Where(happened => !bill.IsLaw || happened.Short != "introduced")).ToImmutableArray();
        var what = told.IsEmpty ? PendingItems.Named(StageWords.Sentence(bill.Progress), heading) : $"{Cited(bill, heading, ",")} {Join([.. told.Select(happened => happened.Words)])}.";
        var lines = told.SelectMany(happened => evidence.LinesTelling([.. happened.Kinds])).Distinct();
        ImmutableArray<Claim> claims =
        [
            bill.IsLaw ? evidence.OfEffect(what, lines.DefaultIfEmpty(evidence.LinesOfStage().Last())) : evidence.Auto(what, evidence.LinesOfStage(), bill.Progress.Cause?.Rule),
            evidence.Auto($"Why it is in this report: {given.Why}.", lines.DefaultIfEmpty(evidence.LinesOfStage().Last()), flag: SourcesDiffer.Of(bill)),
            .. relations.Of(bill, names),
            .. HumanClaims.Of(bill, evidence, needsWhy: false),
            .. bill.Operative.Began is { } began && told.Any(happened => happened.Short == "operative")
                ? [evidence.Text($"Its text: “{began.Sentence}”", ClaimKind.Quote, bill.Operative.Text!, began.Sentence) with { Topic = ClaimTopic.Text }]
                : Array.Empty<Claim>(),
            evidence.OfficialTitle(),
        ];
        return new SegmentItem(bill.Progress.Id, heading, claims, [], bill.IsLaw && !told.IsEmpty ? Status(told[^1]) : StageWords.Of(bill.Progress.Stage)) { WhyIn = given.Why };
    }

    /// <summary>A meeting's entry: how many new laws it was told of, and which.</summary>
    public static SegmentItem Of(MeetingTold meeting, IReadOnlyDictionary<BillId, SelectedBill> known, BillNames names)
    {
        var laws = meeting.Laws.Where(known.ContainsKey).Select(law => Cited(known[law], names.Heading(known[law]), "")).ToImmutableArray();
        var others = meeting.Others.Where(known.ContainsKey).Select(names.Of).ToImmutableArray();
        var parts = new[]
        {
            laws.IsEmpty ? null : $"{Count(laws.Length, "new law")}: {string.Join("; ", laws)}",
            others.IsEmpty ? null : $"{Count(others.Length, $"{(laws.IsEmpty ? "" : "other ")}{(meeting.Others.All(other => other.Type is MeasureType.AB or MeasureType.SB) ? "bill" : "measure")}")}: {Join(others)}",
        }.OfType<string>();
        var text = $"The meeting included a legislative update{(laws.IsEmpty && others.IsEmpty ? ", which reported no change" : $" on {string.Join(", and on ", parts)}")}.";
        var source = new ClaimSource("", $"Segment as published, {meeting.Segment}", "", "");
        return new SegmentItem(null, $"{meeting.Title} | {StageWords.Day(meeting.Date)}", [new Claim("", text, ClaimKind.Auto, source, meeting.Published, "")], [], "");
    }

    // "Took effect on January 1, 2025", "Signed on September 29, 2024": what a table's cell says.
    private static string Status(YearEvent last)
    {
        var words = last.Words.StartsWith("was ", StringComparison.Ordinal) ? last.Words[4..] : last.Words;
        return $"{char.ToUpperInvariant(words[0])}{words[1..]}";
    }

    private static string Cited(SelectedBill bill, string name, string end) => bill.Progress.Chapter is { IsResolution: false } chapter
        ? string.Create(CultureInfo.InvariantCulture, $"{name}, Chapter {chapter.Number}, Statutes of {chapter.StatutesYear}{end}")
        : name;

    private static string Count(int count, string what) => count switch
    {
        1 => $"one {what}",
        < 10 => $"{new[] { "two", "three", "four", "five", "six", "seven", "eight", "nine" }[count - 2]} {what}s",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} {what}s"),
    };

    private static string Join(ImmutableArray<string> parts) => parts.Length < 3
        ? string.Join(" and ", parts)
        : $"{string.Join(", ", parts[..^1])}, and {parts[^1]}";
}
