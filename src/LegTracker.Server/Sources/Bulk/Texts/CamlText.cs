using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using System.Xml;
using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Bulk.Texts;

/// <summary>Reads the text of a printed version from its CAML, the XML of the Legislature's .lob files. Pure; no answer takes longer than the bytes.</summary>
/// <remarks>
/// Struck words of an amended version stand in processing instructions (<c>xm-deletion_mark</c>), or in <c>strike</c> elements: neither is text.
/// Inserted words stand between two such instructions and are text like any other. Elements are known by their local names.
/// Hostile XML is expected: no DTD, no entities of its own, no address is ever opened; size and depth are limited.
/// </remarks>
internal static partial class CamlText
{
    /// <summary>Largest text that is read, in bytes: the budget act is a few million.</summary>
    public const int LargestText = 32 << 20;

    /// <summary>The text; null when the bytes are no bill text.</summary>
    public static BillText? TryRead(ReadOnlyMemory<byte> lob) => TryRead(lob, out _);

    /// <param name="fault">Why the bytes are no bill text, in words; null when they are.</param>
    public static BillText? TryRead(ReadOnlyMemory<byte> lob, out string? fault)
    {
        fault = lob.Length > LargestText ? $"it is longer than {LargestText} bytes" : lob.IsEmpty ? "it is empty" : null;
        if (fault is not null)
        {
            return null;
        }

        try
        {
            using var xml = XmlReader.Create(new StringReader(Decode(lob.Span)), Settings());
            var draft = new CamlDraft();
            while (xml.Read())
            {
                if (xml.Depth > CamlDraft.DeepestElement)
                {
                    fault = $"its elements are nested deeper than {CamlDraft.DeepestElement}";
                    return null;
                }

                draft.Take(xml);
            }

            fault = !draft.IsMeasure ? "it is no measure's XML" : draft.Title.Length == 0 ? "it has no title" : null;
            return fault is null ? TextOf(draft) : null;
        }
        catch (XmlException broken)
        {
            fault = "its XML is broken: " + SourceText.Clean(broken.Message);
            return null;
        }
    }

    private static BillText TextOf(CamlDraft draft) => new()
    {
        VersionId = VersionId(draft.Value("Id")),
        Title = draft.Title,
        Subject = draft.Value("Subject") ?? "",
        Digest = [.. draft.Digest],
        DigestKey = [.. Key(draft, "Vote", "VoteRequired"), .. Key(draft, "Appropriation", "Appropriation"), .. Key(draft, "Fiscal committee", "FiscalCommittee"), .. Key(draft, "State-mandated local program", "LocalProgram")],
        CodeSections = [.. draft.ActionLines.Prepend(draft.Title).SelectMany(line => CodeSection.In(line)).Distinct(StringComparer.Ordinal)],
        Body = [.. draft.Body],
        Flags = new EffectFacts
        {
            Urgency = Flag(draft, "Urgency"),
            TaxLevy = Flag(draft, "TaxLevy"),
            CallsElection = Flag(draft, "Election"),
            UsualCurrentExpenses = Flag(draft, "UsualCurrentExpenses"),
            BudgetRelated = Either(Flag(draft, "BudgetBill"), Flag(draft, "Prop25TrailerBill")),
        },
        Dates = Dates(draft),
    };

    private static ImmutableArray<PrintedDate> Dates(CamlDraft draft) =>
    [
        .. draft.Dates
            .Select(date => (date.Event, Read: DateOnly.TryParseExact(date.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day), Day: day))
            .Where(date => date.Read && date.Event.Length > 0)
            .Select(date => new PrintedDate(date.Event, date.Day)),
    ];

    private static IEnumerable<string> Key(CamlDraft draft, string printed, string element) =>
        draft.Value(element) is { Length: > 0 } value ? [$"{printed}: {value.ToLowerInvariant()}"] : [];

    private static bool? Flag(CamlDraft draft, string element) => draft.Value(element)?.ToUpperInvariant() switch
    {
        "YES" => true,
        "NO" => false,
        _ => null,
    };

    private static bool? Either(bool? one, bool? other) => (one, other) switch
    {
        (true, _) or (_, true) => true,
        (false, false) => false,
        _ => null,
    };

    // The head pads what the tables do not: 20250AB__083194CHP is 20250AB83194CHP.
    private static string? VersionId(string? padded) => PaddedId().Match(padded ?? "") is { Success: true } id
        ? $"{id.Groups["session"]}{id.Groups["type"]}{id.Groups["number"].Value.TrimStart('0')}{id.Groups["print"]}"
        : null;

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LargestText,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
    };

    private static string Decode(ReadOnlySpan<byte> lob)
    {
        var text = Utf8.IsValid(lob) ? Encoding.UTF8.GetString(lob) : Encoding.Latin1.GetString(lob);
        return text.TrimStart('\uFEFF');
    }

    [GeneratedRegex(@"^(?<session>[0-9]{5})(?<type>[A-Z]{2,3})_{0,3}(?<number>[0-9]{1,5})(?<print>[0-9]{2}[A-Z]{3})$")]
    private static partial Regex PaddedId();
}
