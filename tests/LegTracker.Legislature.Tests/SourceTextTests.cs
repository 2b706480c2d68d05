using System.Text;

namespace LegTracker.Legislature.Tests;

public class SourceTextTests
{
    [Theory]
    [InlineData("From printer.  May be heard in committee  March  22.", "From printer. May be heard in committee March 22.")]
    [InlineData("  a\t\r\n b\u00a0c\u2028d ", "a b c d")]
    [InlineData("\u001b[31mred\u001b[0m", "[31mred[0m")]
    [InlineData("safe\u202etxet\u2066\u2069", "safetxet")]
    [InlineData("zero\u200bwidth\u200djoin\ufeff", "zero widthjoin")]
    [InlineData("\ue000\uffff\ufffe\ufdd0x", "x")]
    [InlineData("half\ud83d pair", "half pair")]
    [InlineData("Peña’s § 653.25 – “law” 😀", "Peña’s § 653.25 – “law” 😀")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Text_from_outside_is_cleaned(string? text, string cleaned) => Assert.Equal(cleaned, SourceText.Clean(text));

    [Fact]
    public void Cleaning_twice_changes_nothing_more_and_leaves_nothing_harmful() => Samples.Properties(Samples.Texts, text =>
    {
        var cleaned = SourceText.Clean(text);
        return SourceText.Clean(cleaned) == cleaned
            && cleaned == cleaned.Trim()
            && !cleaned.Contains("  ", StringComparison.Ordinal)
            && !cleaned.EnumerateRunes().Any(rune => Rune.IsControl(rune) || rune.Value is >= 0x202A and <= 0x202E or 0xFFFD or 0xFFFF);
    });
}
