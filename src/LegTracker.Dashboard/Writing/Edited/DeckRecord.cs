using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using LegTracker.Dashboard.Writing.Claims;

namespace LegTracker.Dashboard.Writing.Edited;

/// <summary>A claim of the file of claims.</summary>
/// <param name="Texts">Its words, and as the deck prints them when that differs.</param>
internal sealed record RecordedClaim(string Id, ImmutableArray<string> Texts);

/// <summary>What the file of claims beside a deck holds of the deck as it was written.</summary>
/// <param name="Sha256">Of the whole deck, in lower-case hexadecimal digits.</param>
internal sealed record DeckRecord(string Sha256, ImmutableArray<DeckSlide> Slides, ImmutableArray<RecordedClaim> Claims)
{
    /// <exception cref="FormatException">No file of claims, or one of a program that did not record slides.</exception>
    public static DeckRecord Read(byte[] claims)
    {
        try
        {
            using var file = JsonDocument.Parse(claims);
            var root = file.RootElement;
            if (root.GetProperty("schema").GetString() != ClaimsFile.Schema)
            {
                throw new FormatException("it is no file of claims of this program's");
            }

            if (!root.TryGetProperty("slides", out var slides) || slides.ValueKind != JsonValueKind.Array)
            {
                throw new FormatException("it does not hold the words of slides: it is of another format, or was written by an earlier version");
            }

            return new DeckRecord(
                root.GetProperty("sha256").GetString() ?? "",
                [.. slides.EnumerateArray().Select(slide => new DeckSlide(slide.GetProperty("title").GetString() ?? "", Strings(slide.GetProperty("text")), Strings(slide.GetProperty("notes"))))],
                [.. root.GetProperty("claims").EnumerateArray().Select(claim => new RecordedClaim(
                    claim.GetProperty("id").GetString() ?? "",
                    [.. new[] { claim.GetProperty("text").GetString(), claim.GetProperty("printedText").GetString() }.OfType<string>()]))]);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("it is broken", fault);
        }
    }

    public static string HashOf(byte[] deck) => Convert.ToHexStringLower(SHA256.HashData(deck));

    private static ImmutableArray<string> Strings(JsonElement texts) => [.. texts.EnumerateArray().Select(text => text.GetString() ?? "")];
}
