using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments;

/// <summary>
/// What the texts of tracked bills say of one another: a law that a later law or a pending bill changes, and laws that wait for each other.
/// Only from texts that were read and printed by the until date; no shared section, no statement.
/// </summary>
/// <param name="told">The bills that have an item: a law that changes one of them is named there, and need not name it too.</param>
internal sealed class BillRelations(IEnumerable<SelectedBill> confirmed, IReadOnlySet<BillId> told)
{
    private const int MostRelations = 3;
    private const int MostSections = 3;

    private readonly ImmutableArray<SelectedBill> readable = [.. confirmed.Where(bill => TextOf(bill) is not null)];

    /// <summary>Statements for a bill's item: companions, then later changes, newest first, and the older laws that it changed and that have no item; of a bill that is no law, the laws it would change.</summary>
    public ImmutableArray<Claim> Of(SelectedBill bill, BillNames names) => TextOf(bill) is null ? [] :
    [
        .. bill.IsLaw ? Companions(bill, names) : [],
        .. (bill.IsLaw ? readable.Where(other => IsLaterLaw(other, bill) || IsPending(other) || IsOlderUntold(other, bill)) : IsPending(bill) ? readable.Where(other => other.IsLaw) : [])
            .Where(other => other.Progress.Id != bill.Progress.Id)
            .Select(other => (Bill: other, Sections: Shared(bill, other)))
            .Where(pair => pair.Sections.Length > 0)
            .OrderByDescending(pair => pair.Bill.IsLaw)
            .ThenByDescending(pair => pair.Bill.Progress.ChapteredDate ?? pair.Bill.Progress.Since)
            .ThenBy(pair => pair.Bill.Progress.Id)
            .Take(MostRelations)
            .Select(pair => bill.IsLaw && !IsOlderUntold(pair.Bill, bill) ? OfLater(bill, pair.Bill, pair.Sections, names) : OfEarlier(bill, pair.Bill, pair.Sections, names)),
    ];

    private IEnumerable<Claim> Companions(SelectedBill bill, BillNames names) => readable
        .Where(other => other.Progress.Id != bill.Progress.Id)
        .SelectMany(other => new[] { (Waits: bill, Named: other), (Waits: other, Named: bill) }
            .Where(pair => pair.Waits.Operative.Condition?.Condition?.Bills.Contains(pair.Named.Progress.Id) is true)
            .Take(1)
            .Select(pair => new BillEvidence(pair.Waits).Text(
                $"Companion: {Name(other, names)}{(other.Progress.Chapter is { } chapter ? $", {Cited(chapter)}" : "")}. The text of {Name(pair.Waits, names)} makes a part wait for {Name(pair.Named, names)}.",
                ClaimKind.Auto, pair.Waits.Operative.Text!, pair.Waits.Operative.Condition!.Sentence) with
            { Topic = ClaimTopic.Relation }));

    private static Claim OfLater(SelectedBill law, SelectedBill other, ImmutableArray<string> shared, BillNames names)
    {
        var own = VerbOf(law, shared) is { } did ? $"which this law {Past(did)}" : "which this law touches too";
        var verb = VerbOf(other, shared);
        if (!other.IsLaw)
        {
            return Evidence(other, $"{Name(other, names)} would {verb ?? "touch"} {Sections(shared)}, {own}.");
        }

        var effect = other.Progress.EffectiveDate is not { } day ? "; the record does not tell when it takes effect"
            : day > other.Progress.AsOf ? $", in effect from {StageWords.Day(day)}"
            : $", in effect since {StageWords.Day(day)}";
        return Evidence(other, $"Later law: {Name(other, names)}{(other.Progress.Chapter is { } chapter ? $", {Cited(chapter)}" : "")}, {(verb is null ? "touched" : Past(verb))} {Sections(shared)}, {own}{effect}.");
    }

    private static Claim OfEarlier(SelectedBill bill, SelectedBill law, ImmutableArray<string> shared, BillNames names)
    {
        var did = VerbOf(law, shared) is { } verb ? $"which {Name(law, names)} {Past(verb)}" : $"which {Name(law, names)} touches too";
        var does = VerbOf(bill, shared) ?? "touch";
        var when = !bill.IsLaw ? $"would {does}" : bill.Progress.EffectiveDate > bill.Progress.AsOf ? $"will {does}" : does == "touch" ? "touched" : Past(does);
        return Evidence(bill, $"It {when} {Sections(shared)}, {did}.");
    }

    private static Claim Evidence(SelectedBill bill, string sentence) =>
        new BillEvidence(bill).Text(sentence, ClaimKind.Auto, bill.Record.Text!, bill.Record.Text!.Title ?? "") with { Topic = ClaimTopic.Relation };

    private static ImmutableArray<string> Shared(SelectedBill one, SelectedBill other) =>
        [.. TextOf(one)!.CodeSections.Intersect(TextOf(other)!.CodeSections, StringComparer.Ordinal)];

    // Of all the shared sections the same; else the text says no one word for them.
    private static string? VerbOf(SelectedBill bill, ImmutableArray<string> sections) =>
        sections.Select(section => SectionVerb.Of(bill.Record.Text!.Title ?? "", section)).Distinct().ToList() is [{ } verb] ? verb : null;

    private bool IsOlderUntold(SelectedBill other, SelectedBill law) => !told.Contains(other.Progress.Id) && other.IsLaw && IsLaterLaw(law, other);

    private static bool IsLaterLaw(SelectedBill other, SelectedBill law) => other.IsLaw
        && other.Progress.Chapter is { } later && law.Progress.Chapter is { } own
        && (later.StatutesYear, later.Number).CompareTo((own.StatutesYear, own.Number)) > 0;

    private static bool IsPending(SelectedBill bill) => !bill.IsLaw && !bill.Progress.Actions.IsEmpty
        && bill.Progress.Stage is not (Stage.Unknown or Stage.Adopted or Stage.Dead or Stage.Vetoed or Stage.Signed or Stage.Chaptered or Stage.LawWithoutSignature);

    // A text of after the until date tells nothing of what was known on it.
    private static TextReading? TextOf(SelectedBill bill) =>
        bill.Record.Text is { IsRead: true } text && bill.Record.Versions.All(version => version.Id != text.VersionId || version.Date <= bill.Progress.AsOf) ? text : null;

    private static string Name(SelectedBill bill, BillNames names) => names.ListWithSessions([bill.Progress.Id]);

    private static string Cited(ChapterCitation chapter) => System.FormattableString.Invariant($"Chapter {chapter.Number}, Statutes of {chapter.StatutesYear}");

    // "Penal Code 236.1" as "Penal Code section 236.1".
    private static string Sections(ImmutableArray<string> sections)
    {
        var named = sections.Take(MostSections).Select(section => $"{section[..section.LastIndexOf(' ')]} section {section[(section.LastIndexOf(' ') + 1)..]}").ToList();
        return sections.Length > MostSections ? $"{string.Join(", ", named)} and {sections.Length - MostSections} more sections"
            : named is [.. var first, var last] && first.Count > 0 ? $"{string.Join(", ", first)} and {last}"
            : named[0];
    }

    private static string Past(string verb) => verb switch
    {
        "add" => "added",
        "amend" => "amended",
        _ => "repealed",
    };
}
