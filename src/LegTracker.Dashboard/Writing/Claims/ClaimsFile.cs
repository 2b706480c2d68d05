using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing.Edited;

namespace LegTracker.Dashboard.Writing.Claims;

/// <summary>The list of a file's statements with their evidence, written beside it as FILE.claims.json; its schema is docs/claims.schema.json.</summary>
internal static class ClaimsFile
{
    public const string Schema = "legtracker-claims/1";
    public const string Extension = ".claims.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <param name="file">Name of the file that the claims are of, without its folder.</param>
    /// <param name="deck">The whole file, when it is slides: its words are kept, to see later what a person changed. Else null.</param>
    public static byte[] Write(SegmentContent content, string file, string format, string segment, ImmutableArray<PrintedClaim> claims, byte[]? deck = null) =>
    [
        .. JsonSerializer.SerializeToUtf8Bytes(new
        {
            Schema,
            File = file,
            Format = format,
            Segment = segment,
            content.Title,
            Since = Iso(content.Since),
            Until = Iso(content.Until),
            AsOf = Wording.AsOfTime(content),
            DraftedAt = content.AsOf,
            IsBehind = Wording.Behind(content).Length > 0,
            content.Revision,
            content.Missing,
            Sha256 = deck is null ? null : DeckRecord.HashOf(deck),
            Slides = deck is null ? (ImmutableArray<DeckSlide>?)null : DeckText.Read(new MemoryStream(deck)),
            Claims = claims.Select(claim => Of(claim, Wording.AsOfTime(content, claim.Statement))),
        }, Options),
        (byte)'\n',
    ];

    private static object Of(PrintedClaim claim, DateTimeOffset asOf) => new
    {
        claim.Id,
        Section = claim.Part.Title,
        Bill = claim.Entry.Measure,
        BillId = claim.Entry.BillKey,
        claim.Statement.Text,
        PrintedText = claim.PrintedText == claim.Statement.Text ? null : claim.PrintedText,
        Kind = claim.Statement.Kind.ToString().ToLowerInvariant(),
        IsMissing = claim.Statement.IsOpen,
        Warning = claim.Statement.Flag,
        claim.Statement.Source,
        claim.Statement.ReadTime,
        AsOf = asOf,
        Printed = claim.Places,
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
