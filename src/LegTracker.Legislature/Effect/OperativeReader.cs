using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace LegTracker.Legislature;

/// <summary>Reads from a bill's digest or text when its parts begin and end to be in operation, as far as a sentence says so in so many words.</summary>
public static partial class OperativeReader
{
    /// <summary>Longer sentences are not read: none of a bill's on this matter is so long.</summary>
    private const int LongestSentence = 6000;

    /// <summary>The statements, in the order of the text. Never throws on any text; time grows with the text's length.</summary>
    /// <param name="text">Plain text, without what the version strikes out. Paragraphs may be parted by empty lines.</param>
    /// <param name="bill">The bill whose text it is; dates before its session are not its own.</param>
    /// <remarks>
    /// Silent where in doubt: on what the digest tells of existing law, on deadlines ("on or before"), on taxable years, on duties that begin at
    /// a date in a section that the bill amends (it repeats what stands there already). A section that the bill amends may still repeat an
    /// operative or repeal date that an earlier act gave it: it holds for that section all the same.
    /// </remarks>
    public static ImmutableArray<OperativeStatement> Read(string text, BillId bill)
    {
        var statements = ImmutableArray.CreateBuilder<OperativeStatement>();
        var place = TextPlace.Beginning;
        foreach (var sentence in BillSentences.Of(text, LongestSentence))
        {
            var said = sentence[Enumeration().Match(sentence).Length..];
            place = place.After(said);
            if (Words().IsMatch(said))
            {
                statements.AddRange(Statements(sentence, said, place, bill));
            }
        }

        return statements.ToImmutable();
    }

    private static IEnumerable<OperativeStatement> Statements(string sentence, string said, TextPlace place, BillId bill)
    {
        var ofBill = TextPlace.IsOfBill(said);
        if (!ofBill && (place.TellsExistingLaw || TextPlace.SpeaksOfExistingLaw().IsMatch(said)))
        {
            return [];
        }

        var ofLaw = OfThisLaw().IsMatch(said);
        var part = AdditionalChanges().Match(said) is { Success: true } changes ? SourceText.Clean(changes.Value) : place.PartOf(said, ofBill);
        var condition = ofBill || ofLaw ? ConditionOf(said, bill) : null;
        var starts = StartsOf(said, ofBill, ofLaw, place).Where(day => IsOfSession(day, bill)).Distinct().ToImmutableArray();
        var ends = ofBill || ofLaw ? EndsOf(said, ofBill).Where(end => IsOfSession(end.Day, bill)).Distinct() : [];
        IEnumerable<DateOnly?> dates = starts.IsEmpty && condition is not null ? [null] : starts.Select(day => (DateOnly?)day);
        return
        [
            .. dates.Select(day => new OperativeStatement(OperativeKind.Operative, day, condition, part, sentence)),
            .. ends.Select(end => new OperativeStatement(end.Kind, end.Day, null, part, sentence)),
        ];
    }

    private static IEnumerable<DateOnly> StartsOf(string said, bool ofBill, bool ofLaw, TextPlace place)
    {
        var matches = new List<Match>();
        if (ofBill || ofLaw)
        {
            matches.AddRange(OperativePatterns.OperativeOn().Matches(said));
            matches.AddRange(OperativePatterns.OnDateOperative().Matches(said));
        }

        if (ofBill || place.SetsOutNewLaw)
        {
            matches.AddRange(OperativePatterns.Beginning().Matches(said).Where(match => ofBill || match.Index == 0));
        }

        return matches
            .Where(match => !IsLeftOpen(said, match))
            .Where(match => !ofBill || !OperativePatterns.AnotherDate().IsMatch(said.AsSpan(0, match.Index)))
            .OrderBy(match => match.Index)
            .Select(OperativePatterns.DayOf)
            .OfType<DateOnly>();
    }

    private static IEnumerable<(OperativeKind Kind, DateOnly Day)> EndsOf(string said, bool ofBill)
    {
        var repealed = OperativePatterns.RepealedThatDay().IsMatch(said);
        foreach (var match in OperativePatterns.Until().Matches(said).Where(match => !IsNegated(said, match) && !IsLeftOpen(said, match)))
        {
            if (OperativePatterns.DayOf(match) is { } day)
            {
                yield return (repealed ? OperativeKind.Repealed : OperativeKind.Inoperative, day);
            }
        }

        foreach (var match in OperativePatterns.RepealedOn().Matches(said).Where(match => (!ofBill || !IsNegated(said, match)) && !IsLeftOpen(said, match)))
        {
            if (OperativePatterns.DayOf(match) is { } day)
            {
                yield return (OperativeKind.Repealed, day);
            }
        }
    }

    private static OperativeCondition? ConditionOf(string said, BillId bill)
    {
        var match = OperativePatterns.OnlyIf().Match(said);
        var words = match.Groups["words"].Value;
        var unless = words.StartsWith("unless", StringComparison.Ordinal);
        return !match.Success || Negation().IsMatch(said.AsSpan(0, match.Index)) ? null
            : match.Groups["not"].Success == unless ? new OperativeCondition(words, NamedBills.WantedBy(words, bill))
            : unless && match.Groups["dated"].Success ? new OperativeCondition(words, [])
            : null;
    }

    private static bool IsLeftOpen(string said, Match match) => OperativePatterns.LeftOpen().IsMatch(said.AsSpan(match.Index + match.Length));

    private static bool IsNegated(string said, Match match) => Negation().IsMatch(said.AsSpan(0, match.Index));

    private static bool IsOfSession(DateOnly day, BillId bill) => day >= bill.Session.FirstDay;

    [GeneratedRegex(@"^(?:\(\w{1,5}\)\s{0,9}){0,4}")]
    private static partial Regex Enumeration();

    [GeneratedRegex(@"operative|repeal|until|contingent|beginning|commencing|starting|effective|\bafter\b|operation", RegexOptions.IgnoreCase)]
    private static partial Regex Words();

    /// <summary>"This section shall …", "Section 2 of this act shall …", "That section of this bill shall …", "On January 1, 2027, this section shall …".</summary>
    [GeneratedRegex(@"^(?:Notwithstanding\b[^.;]{0,160},\s{1,9}|(?:On|As of|Commencing|Beginning)\s{1,9}[A-Z][a-z]{2,8}\s{1,9}[0-9]{1,2},?\s{1,9}[0-9]{4},?\s{1,9})?(?:(?:This|this|That|that)\s{1,9}(?:section|act|chapter|title|article|part|division|subdivision|paragraph|bill)\b|Sections?\s{1,9}[0-9][^.;]{0,200}\bof\s{1,9}this\s{1,9}(?:act|bill)\b|The\s{1,9}(?:amendments|changes|provisions)\b[^.;]{0,120}\bthis\s{1,9}(?:act|bill|section|chapter)\b)")]
    private static partial Regex OfThisLaw();

    [GeneratedRegex(@"\badditional\s{1,9}changes\s{1,9}to\s[^;:]{1,200}?\s(?=(?:that\s{1,9}would\s{1,9}(?:become|be)|to\s{1,9}be|to\s{1,9}become)\s{1,9}operative\b)")]
    private static partial Regex AdditionalChanges();

    [GeneratedRegex(@"\b(?:delete|deletes|remove|removes|eliminate|eliminates|delay|delays|postpone|postpones|existing|intent)\b|\bnot\s{1,9}(?:become|be)\s{1,9}$", RegexOptions.IgnoreCase)]
    private static partial Regex Negation();
}
