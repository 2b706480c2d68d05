using System.Globalization;
using System.Text;
using LegTracker.Legislature;
using LegTracker.Replay.Histories;

namespace LegTracker.Replay.Bulk;

/// <summary>The text of a print, as the CAML of a .lob file. Its words are constructed and say so; see <see cref="Titles"/> for what is real.</summary>
internal static class ReplayedText
{
    private const string Constructed = "Constructed for the replay: these are not the Legislature's words.";

    /// <summary>Titles that are real, by the beginning of the version ids they belong to.</summary>
    private static readonly (string Versions, string Title)[] Titles =
    [
        ("20250AB83199", "An act to amend Section 12012.25 of the Government Code, relating to gaming."),
        ("20250AB831", "An act to amend Section 17539.1 of the Business and Professions Code, and to add Section 337o to the Penal Code, relating to gambling."),
        ("20250AB2052", "An act to amend Section 1050 of the Penal Code, relating to criminal procedure."),
    ];

    /// <summary>
    /// Digest sentences, by the beginning of the version ids they belong to. AB 1394's first words are the digest's, as a public page
    /// quotes them, and the rest is ours; AB 9401 never was.
    /// </summary>
    private static readonly (string Versions, string Sentence)[] Sentences =
    [
        ("20230AB1394", "This bill would, beginning January 1, 2025, prohibit a social media platform from knowingly facilitating commercial sexual exploitation."),
        ("20230AB940199", "This bill would require street signs to be readable at night."),
        ("20230AB940198", "This bill would require a business that offers lodging to report the human trafficking of a minor that its staff observe."),
    ];

    /// <summary>Name of the file inside the zip; one for every print of every session.</summary>
    public static string NameOf(ReplayedBill bill, ReplayedVersion version) =>
        string.Create(CultureInfo.InvariantCulture, $"BILL_VERSION_TBL_{bill.Ordinal * 100 + version.Number}.lob");

    public static string Of(BillAsOf bill, ReplayedVersion version)
    {
        var prints = bill.Versions.Where(print => print.Number >= version.Number);
        string[] digest = [Constructed, .. Sentences.Where(known => version.Id.StartsWith(known.Versions, StringComparison.Ordinal)).Select(known => known.Sentence), .. version.Digest is { } sentence ? [sentence] : Array.Empty<string>()];
        var text = new StringBuilder()
            .Append("""<?xml version="1.0" encoding="UTF-8"?><caml:MeasureDoc version="1.0" xmlns:caml="http://lc.ca.gov/legalservices/schemas/caml.1#">""")
            .Append("""<caml:Description xmlns="http://www.w3.org/1999/xhtml">""")
            .Append(Element("Id", PaddedId(bill.Bill.Id, version)))
            .Append("<caml:History>").AppendJoin("", prints.Select(Action)).Append("</caml:History>")
            .Append(Element("Title", TitleOf(version)))
            .Append("<caml:GeneralSubject>").Append(Element("Subject", version.Topic)).Append("</caml:GeneralSubject>")
            .Append("<caml:DigestText>").AppendJoin("", digest.Select(paragraph => $"<p>{Escape(paragraph)}</p>")).Append("</caml:DigestText>")
            .Append("<caml:DigestKey>").Append(Element("VoteRequired", version.VoteRequired)).Append(Element("Appropriation", version.Appropriation))
            .Append(Element("FiscalCommittee", version.FiscalCommittee)).Append(Element("LocalProgram", version.LocalProgram)).Append("</caml:DigestKey>")
            .Append("<caml:MeasureIndicators><caml:ImmediateEffectFlags>").Append(Element("Urgency", version.Urgency)).Append(Element("TaxLevy", version.TaxLevy))
            .Append("</caml:ImmediateEffectFlags></caml:MeasureIndicators></caml:Description>")
            .Append("""<caml:Bill id="bill" xmlns="http://www.w3.org/1999/xhtml">""").Append(Element("Preamble", "The people of the State of California do enact as follows:"))
            .Append("<caml:BillSection>").Append(Element("Num", "SECTION 1.")).Append($"<caml:Content><p>{Escape(Constructed)}</p></caml:Content></caml:BillSection></caml:Bill></caml:MeasureDoc>");
        return text.ToString();
    }

    private static string TitleOf(ReplayedVersion version) =>
        version.Title ?? Titles.FirstOrDefault(known => version.Id.StartsWith(known.Versions, StringComparison.Ordinal)).Title
        ?? $"An act relating to the subject “{version.Topic.TrimEnd('.')}” (title constructed for the replay).";

    // The head pads: 20250AB83194CHP is 20250AB__083194CHP there.
    private static string PaddedId(BillId id, ReplayedVersion version) => string.Create(
        CultureInfo.InvariantCulture, $"{id.Session.StartYear}{id.Session.Extraordinary}{id.Type.ToString().PadRight(4, '_')}{id.Number:0000}{version.Id[^5..]}");

    private static string Action(ReplayedVersion print) => string.Create(
        CultureInfo.InvariantCulture,
        $"<caml:Action>{Element("ActionText", print.Action.ToUpperInvariant().Replace(' ', '_'))}{Element("ActionDate", print.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))}</caml:Action>");

    private static string Element(string name, string? text) => text is null ? "" : $"<caml:{name}>{Escape(name is "Title" or "Subject" or "Preamble" or "Num" or "Id" ? text : text.ToUpperInvariant())}</caml:{name}>";

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
