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

    private static readonly ClaimsJson Json = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    });

    /// <param name="file">Name of the file that the claims are of, without its folder.</param>
    /// <param name="deck">The whole file, when it is slides: its words are kept, to see later what a person changed. Else null.</param>
    public static byte[] Write(SegmentContent content, string file, string format, string segment, ImmutableArray<PrintedClaim> claims, byte[]? deck = null) =>
    [
        .. JsonSerializer.SerializeToUtf8Bytes(
            new WrittenClaims(
                Schema,
                file,
                format,
                segment,
                content.Title,
                Iso(content.Since),
                Iso(content.Until),
                Wording.AsOfTime(content),
                content.AsOf,
                Wording.Behind(content).Length > 0,
                content.Revision,
                content.Missing,
                deck is null ? null : DeckRecord.HashOf(deck),
                deck is null ? null : DeckText.Read(new MemoryStream(deck)),
                [.. claims.Select(claim => Of(claim, Wording.AsOfTime(content, claim.Statement)))]),
            Json.WrittenClaims),
        (byte)'\n',
    ];

    private static WrittenClaim Of(PrintedClaim claim, DateTimeOffset asOf) => new(
        claim.Id,
        claim.Part.Title,
        claim.Entry.Measure,
        claim.Entry.BillKey,
        claim.Statement.Text,
        claim.PrintedText == claim.Statement.Text ? null : claim.PrintedText,
        claim.Statement.Kind.ToString().ToLowerInvariant(),
        claim.Statement.IsOpen,
        claim.Statement.Flag,
        claim.Statement.Source,
        claim.Statement.ReadTime,
        asOf,
        claim.Places);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
