using System.Text.RegularExpressions;

namespace LegTracker.Legislature;

/// <summary>Where in a bill's digest or text a sentence stands: what was said last, and which section of the law is set out.</summary>
internal sealed partial record TextPlace
{
    public static TextPlace Beginning { get; } = new();

    /// <summary>True while the digest tells the law as it is, until it comes to what the bill would do.</summary>
    public bool TellsExistingLaw { get; init; }

    /// <summary>True while words are set out that the bill adds to the law; false also where it amends and so repeats what stands.</summary>
    public bool SetsOutNewLaw { get; init; }

    /// <summary>"Section 1.5 of this bill", the subject of the last sentence that had one.</summary>
    public string? BillSection { get; private init; }

    /// <summary>True from the enacting words on: the digest is over.</summary>
    private bool IsInText { get; init; }

    /// <summary>What is set out: section, chapter, title … and the code, as "Chapter 6 (commencing with Section 99) … of the Penal Code".</summary>
    private string? Heading { get; init; }

    private string? Code { get; init; }

    /// <summary>The section set out now: its own number stands before its words.</summary>
    private string? LawSection { get; init; }

    /// <summary>The place of the next sentence.</summary>
    public TextPlace After(string said)
    {
        var place = this;
        if (IsOfBill(said) || StartsText().IsMatch(said))
        {
            place = place with { TellsExistingLaw = false, IsInText = IsInText || StartsText().IsMatch(said) };
        }
        else if (!IsInText && SpeaksOfExistingLaw().IsMatch(said))
        {
            place = place with { TellsExistingLaw = true };
        }

        if (ActionLine().Match(said) is { Success: true } action)
        {
            var unit = action.Groups["unit"].Value;
            place = place with
            {
                TellsExistingLaw = false,
                IsInText = true,
                SetsOutNewLaw = action.Groups["verb"].Value == "added",
                Heading = SourceText.Clean($"{unit} of the {action.Groups["code"].Value}"),
                Code = SourceText.Clean(action.Groups["code"].Value),
                LawSection = SingleSection().Match(unit) is { Success: true } single ? single.Groups["number"].Value
                    : FirstNumber().Match(said) is { Success: true } first ? first.Groups["number"].Value
                    : null,
            };
        }
        else if (StartsText().IsMatch(said))
        {
            place = place with { SetsOutNewLaw = false, Heading = null, Code = null, LawSection = null };
        }
        else if (place.Code is not null && BareNumber().Match(said) is { Success: true } number)
        {
            place = place with { LawSection = number.Groups["number"].Value };
        }

        return BillSectionNamed().Match(said) is { Success: true, Index: 0 } named ? place with { BillSection = SourceText.Clean(named.Value) } : place;
    }

    /// <summary>Whether a sentence of the digest says what the bill would do.</summary>
    public static bool IsOfBill(string said) =>
        SpeaksOfBill().Match(said) is { Success: true } start && !SpeaksOfExistingLaw().IsMatch(start.ValueSpan);

    /// <summary>What a sentence of this place speaks of; null when only the sentence itself tells.</summary>
    public string? PartOf(string said, bool ofBill)
    {
        if (ofBill)
        {
            return WholeBill().IsMatch(said) ? "this act" : null;
        }

        if (BillSectionNamed().Match(said) is { Success: true, Index: 0 } named)
        {
            return SourceText.Clean(named.Value);
        }

        var subject = Subject().Match(said);
        return subject.Groups["unit"].Value switch
        {
            _ when subject.Value.StartsWith("That section of", StringComparison.Ordinal) => BillSection,
            "act" or "bill" or "measure" => "this act",
            "section" => LawSection is not null && Code is not null ? $"Section {LawSection} of the {Code}" : null,
            "" => null,
            var unit => Heading?.StartsWith(unit, StringComparison.OrdinalIgnoreCase) is true ? Heading : null,
        };
    }

    [GeneratedRegex(@"\b(?:existing|current)\s{1,9}(?:\w{1,20}\s{1,9}){0,3}(?:law|laws|constitution)\b", RegexOptions.IgnoreCase)]
    public static partial Regex SpeaksOfExistingLaw();

    /// <summary>"This bill would …", "Beginning January 1, 2025, this bill would …", "The bill's provisions would …".</summary>
    [GeneratedRegex(@"^(?:[^.;]{0,200}[,;]\s{1,9})?(?:this|the)\s{1,9}(?:bill|measure)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SpeaksOfBill();

    /// <summary>"This bill would become operative …", "The bill would make its provisions operative …".</summary>
    [GeneratedRegex(@"^(?:this|the)\s{1,9}(?:bill|measure)(?:['’]s\s{1,9}provisions)?\s{1,9}would\s{1,9}(?:(?:provide\s{1,9}that|make)\s{1,9}its\s{1,9}provisions\s{1,9}(?:would\s{1,9}|shall\s{1,9})?)?(?:not\s{1,9}|only\s{1,9})?(?:(?:become|be|are)\s{1,9})?operative\b", RegexOptions.IgnoreCase)]
    private static partial Regex WholeBill();

    [GeneratedRegex(@"^(?:SECTION\s{1,9}1\.|SEC\.\s{1,9}[0-9.]{1,9}|The\s{1,9}people\s{1,9}of\s{1,9}the\s{1,9}State\b)|\b(?:do\s{1,9}enact\s{1,9}as\s{1,9}follows|DO\s{1,9}ENACT\s{1,9}AS\s{1,9}FOLLOWS):")]
    private static partial Regex StartsText();

    /// <summary>"Section 3345.1 is added to the Civil Code, to read:".</summary>
    [GeneratedRegex(@"\b(?<unit>(?:Section|Article|Chapter|Part|Division|Title)\s{1,9}[0-9][^;:]{0,200}?)\s{1,9}(?:of\s{1,9}the\s{1,9}(?<code>[A-Z][A-Za-z ]{2,60}Code)(?:,[^:;]{0,120})?\s{1,9}(?:is|,\s{1,9}is)\s{1,9}(?<verb>amended)|is\s{1,9}(?<verb>added)\s{1,9}to\s{1,9}(?:[^;:]{0,120}\bof\s{1,9})?the\s{1,9}(?<code>[A-Z][A-Za-z ]{2,60}Code))[^:;]{0,80}to\s{1,9}read:")]
    private static partial Regex ActionLine();

    [GeneratedRegex(@"^Section\s{1,9}(?<number>[0-9][0-9.]{0,12}[a-z]?)$")]
    private static partial Regex SingleSection();

    [GeneratedRegex(@"to\s{1,9}read:.{0,200}?\s(?<number>[0-9]{1,6}[a-z]?(?:\.[0-9]{1,4}[a-z]?){0,3})\.$", RegexOptions.Singleline)]
    private static partial Regex FirstNumber();

    [GeneratedRegex(@"^(?<number>[0-9]{1,6}[a-z]?(?:\.[0-9]{1,4}[a-z]?){0,3})\.$")]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"\bSections?\s{1,9}[0-9][0-9.]{0,9}(?:(?:,|,?\s{1,9}and|\s{1,9}to)\s{1,9}[0-9][0-9.]{0,9}){0,20}(?:,\s{1,9}inclusive,)?\s{1,9}of\s{1,9}this\s{1,9}(?:bill|act|measure)\b")]
    private static partial Regex BillSectionNamed();

    [GeneratedRegex(@"^(?:That\s{1,9}section\s{1,9}of\s{1,9}this\s{1,9}(?<unit>bill|act)|(?:This|The)\s{1,9}(?<unit>act|bill|measure|section|chapter|title|article|part|division)(?:['’]s\s{1,9}provisions)?)\b")]
    private static partial Regex Subject();
}
