using System.Text;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Terminal;

namespace LegTracker.Dashboard.Tests.Terminal;

public sealed class InputParserTests
{
    [Theory]
    [InlineData("j", "j")]
    [InlineData("G", "G")]
    [InlineData(" ", "space")]
    [InlineData("é", "é")]
    [InlineData("未", "未")]
    [InlineData("😀", "😀")]
    [InlineData("\r", "enter")]
    [InlineData("\n", "ctrl+j")]
    [InlineData("\e\r", "alt+enter")]
    [InlineData("\t", "tab")]
    [InlineData("\u007f", "backspace")]
    [InlineData("\u0003", "ctrl+c")]
    [InlineData("\u001a", "ctrl+z")]
    [InlineData("\e[A", "up")]
    [InlineData("\eOA", "up")]
    [InlineData("\e[5~", "pgup")]
    [InlineData("\e[1~", "home")]
    [InlineData("\e[H", "home")]
    [InlineData("\eOF", "end")]
    [InlineData("\eOP", "f1")]
    [InlineData("\e[11~", "f1")]
    [InlineData("\e[1;5A", "ctrl+up")]
    [InlineData("\e[Z", "shift+tab")]
    [InlineData("\ex", "alt+x")]
    public void Bytes_are_keys(string bytes, string key)
    {
        Assert.Equal([key], Keys(new InputParser().Feed(Encoding.UTF8.GetBytes(bytes))));
    }

    [Theory]
    [InlineData("\e[5~")]
    [InlineData("\eOA")]
    [InlineData("未")]
    [InlineData("\e[<0;5;7M")]
    [InlineData("\e[200~q\nj\e[201~")]
    public void A_sequence_cut_anywhere_is_still_one_message(string bytes)
    {
        var parser = new InputParser();

        var messages = Encoding.UTF8.GetBytes(bytes).SelectMany(one => parser.Feed([one])).ToList();

        Assert.Single(messages);
        Assert.False(parser.IsWaiting);
    }

    [Fact]
    public void A_lone_Escape_waits_and_is_a_key_after_the_time_out()
    {
        var parser = new InputParser();

        var before = parser.Feed("\e"u8);

        Assert.Empty(before);
        Assert.True(parser.IsWaiting);
        Assert.Equal(["esc"], Keys(parser.Flush()));
        Assert.False(parser.IsWaiting);
    }

    [Fact]
    public void Escape_twice_is_Escape_and_the_beginning_of_something()
    {
        var parser = new InputParser();

        Assert.Equal(["esc", "up"], Keys(parser.Feed("\e\e[A"u8)));
    }

    [Fact]
    public void A_paste_is_one_message_and_no_keys()
    {
        var messages = new InputParser().Feed("\e[200~q\r\n\e[Ax\e[201~j"u8);

        Assert.Equal([new Msg.Pasted("q\r\n\e[Ax"), new Msg.KeyPressed(KeyStroke.Typed("j"))], messages);
    }

    [Fact]
    public void A_paste_without_end_takes_bounded_memory_and_ends_at_its_end()
    {
        var parser = new InputParser();

        var lost = parser.Feed(Enumerable.Repeat((byte)'x', 200_000).Prepend((byte)'~').Prepend((byte)'0').Prepend((byte)'0').Prepend((byte)'2').Prepend((byte)'[').Prepend((byte)0x1B).ToArray());
        var ended = parser.Feed("\e[201~"u8);

        Assert.Empty(lost);
        Assert.True(Assert.IsType<Msg.Pasted>(Assert.Single(ended)).Text.Length <= 1 << 16);
    }

    [Theory]
    [InlineData("\e[<0;12;5M", "Clicked")]
    [InlineData("\e[<0;12;5m", "")]
    [InlineData("\e[<32;12;5M", "")]
    [InlineData("\e[<64;12;5M", "MouseScrolled")]
    [InlineData("\e[<65;12;5M", "MouseScrolled")]
    [InlineData("\e[<2;12;5M", "")]
    [InlineData("\e[<;;M", "")]
    public void The_mouse_clicks_and_scrolls(string bytes, string kind)
    {
        var messages = new InputParser().Feed(Encoding.ASCII.GetBytes(bytes));

        Assert.Equal(kind, string.Concat(messages.Select(msg => msg.GetType().Name)));
        Assert.All(messages, msg => Assert.True(msg is Msg.Clicked { Column: 11, Row: 4 } or Msg.MouseScrolled { Column: 11, Row: 4 }));
    }

    [Theory]
    [InlineData("\e]11;rgb:1234/1234/1234\aj")]
    [InlineData("\e]11;rgb:1234/1234/1234\e\\j")]
    [InlineData("\eP1$r0m\e\\j")]
    [InlineData("\e[?1;2cj")]
    [InlineData("\e[?2026;2$yj")]
    public void Replies_of_the_terminal_are_dropped(string bytes)
    {
        Assert.Equal(["j"], Keys(new InputParser().Feed(Encoding.ASCII.GetBytes(bytes))));
    }

    [Fact]
    public void What_is_not_UTF_8_is_dropped_and_the_next_key_counts()
    {
        Assert.Equal(["j"], Keys(new InputParser().Feed([0xFF, 0xE6, 0x9C, (byte)'j'])));
    }

    private static IEnumerable<string> Keys(IEnumerable<Msg> messages) => messages.Select(msg => Assert.IsType<Msg.KeyPressed>(msg).Key.Name);
}
