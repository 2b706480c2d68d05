using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Views;

namespace LegTracker.Dashboard.Tests.Views;

public sealed class TextTests
{
    [Theory]
    [InlineData("plain", 5)]
    [InlineData("Peña", 4)]
    [InlineData("Pen\u0303a", 4)]
    [InlineData("未成年", 6)]
    [InlineData("👍", 2)]
    [InlineData("🇺🇸", 2)]
    [InlineData("●◐·○■✗★▶•│─━", 12)]
    public void Text_takes_so_many_cells(string text, int cells)
    {
        Assert.Equal(cells, TextWidth.Of(text));
    }

    [Theory]
    [InlineData("a\u001b[31mb", "a[31mb")]
    [InlineData("a\tb\nc", "a b c")]
    [InlineData("a\u202Eb\u2066c\u200Fd", "abcd")]
    [InlineData("a\uFFFFb\uFDD0c", "abc")]
    [InlineData("👩‍👩‍👧", "👩👩👧")]
    [InlineData("👍🏽 ✔️", "👍 ✔")]
    [InlineData("a\u0300\u0301\u0302\u0303\u0304\u0305", "a\u0300\u0301\u0302")]
    [InlineData("\u0300a", "a")]
    public void Text_from_outside_is_made_harmless(string text, string clean)
    {
        Assert.Equal(clean, CleanText.Of(text));
    }

    [Fact]
    public void Half_a_character_becomes_a_replacement()
    {
        Assert.Equal("a\uFFFDb", CleanText.Of(new string(['a', '\uD800', 'b'])));
    }

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdef", 5, "abcd…")]
    [InlineData("ab cdef", 4, "ab…")]
    [InlineData("未成年", 5, "未成…")]
    [InlineData("未成年", 4, "未…")]
    [InlineData("abc", 0, "")]
    public void A_cut_is_marked_and_never_halves_a_character(string text, int width, string cut)
    {
        Assert.Equal(cut, Fitting.Cut(text, width, "…"));
    }

    [Theory]
    [InlineData("Read first time. To print.", 10, "Read first|time. To|print.")]
    [InlineData("abcdefghij kl", 4, "abcd|efgh|ij|kl")]
    [InlineData("", 4, "")]
    [InlineData("未成年 未", 4, "未成|年|未")]
    public void Text_is_wrapped_at_spaces_and_long_words_are_broken(string text, int width, string lines)
    {
        Assert.Equal(lines.Split('|'), Fitting.Wrap(text, width));
    }

    [Fact]
    public void ASCII_has_a_likeness_for_what_the_Legislature_writes()
    {
        Assert.Equal("Pena -- victims' \"safe harbor\" Sec. 1 ?", AsciiText.Of("Peña — victims’ “safe harbor” § 1 未"));
    }

    [Theory]
    [InlineData("2024-08-11", "today")]
    [InlineData("2024-08-01", "10d")]
    [InlineData("2024-06-27", "6w")]
    [InlineData("2024-02-01", "6mo")]
    [InlineData("2011-10-08", "12y")]
    [InlineData("2024-08-21", "in 10d")]
    public void Ages_are_short_words(string day, string age)
    {
        Assert.Equal(age, TimeWords.Age(DateOnly.ParseExact(day, "yyyy-MM-dd"), new(2024, 8, 11)));
    }
}
