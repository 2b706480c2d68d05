using FsCheck;
using FsCheck.Fluent;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Tests.Model;
using LegTracker.Dashboard.Update;

namespace LegTracker.Dashboard.Tests.Update;

/// <summary>The user's own keys: what works, what is told and left out.</summary>
public sealed class KeyBindingsTests
{
    [Theory]
    [InlineData("j", "j")]
    [InlineData("G", "G")]
    [InlineData("Ctrl-L", "ctrl+l")]
    [InlineData("^l", "ctrl+l")]
    [InlineData("C-x", "ctrl+x")]
    [InlineData("alt+X", "alt+X")]
    [InlineData("Shift-Tab", "shift+tab")]
    [InlineData("PageDown", "pgdn")]
    [InlineData("F12", "f12")]
    [InlineData("g  g", "g g")]
    [InlineData("-", "-")]
    [InlineData("+", "+")]
    [InlineData("é", "é")]
    [InlineData("ctrl+]", "ctrl+]")]
    public void A_key_is_read_as_people_write_it(string written, string key)
    {
        Assert.Equal((key, ""), (KeySpelling.Read(written, out var fault), fault));
    }

    [Theory]
    [InlineData("ctrl+i", "Ctrl-I is Tab")]
    [InlineData("Ctrl-M", "Ctrl-M is Enter")]
    [InlineData("^h", "Ctrl-H is Backspace")]
    [InlineData("ctrl+1", "terminals cannot send Ctrl-1")]
    [InlineData("shift+j", "is written J")]
    [InlineData("gg", "is written \"g g\"")]
    [InlineData("hyper+x", "is no key")]
    [InlineData("f13", "is no key")]
    [InlineData("", "no key is named")]
    [InlineData("g ctrl+m", "Ctrl-M is Enter")]
    public void What_is_no_key_or_cannot_be_told_from_another_is_said(string written, string why)
    {
        KeySpelling.Read(written, out var fault);

        Assert.Contains(why, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_default_key_can_be_written_in_the_file()
    {
        Assert.All(CommandRegistry.Default.Commands.SelectMany(command => command.Keys), key => Assert.Equal((key, ""), (KeySpelling.Read(KeyWordsApart(key), out var fault), fault)));
    }

    [Fact]
    public void A_command_gets_the_keys_of_the_file_and_loses_its_own()
    {
        var (keys, faults) = Apply(Entry("unread.next", 1, "ctrl+n", "X"), Entry("list.first", 2, "g t"));
        var model = Invented.Model() with { Keys = keys };

        Assert.Empty(faults);
        Assert.Equal("SB 9042", Invented.Keys(model, "X").BillUnderCursor!.Measure);
        Assert.Equal("SB 9042", Invented.Keys(model, "ctrl+n").BillUnderCursor!.Measure);
        Assert.Equal("AB 9130", Invented.Keys(model, "n").BillUnderCursor!.Measure);
        Assert.Equal(0, Invented.Keys(model, "G", "g", "t").BillPlace.Index);
        Assert.Contains(Invented.Keys(model, "?").Picker!.All, choice => choice.Keys == "Ctrl-N X");
    }

    [Fact]
    public void Every_fault_is_told_with_its_line_and_the_rest_works()
    {
        var (keys, faults) = Apply(
            Entry("list.down", 1, "n"), Entry("no.such", 2, "x"), Entry("theme", 3, "ctrl+m", "ctrl+y"), Entry("zoom", 4, "f99"), Entry("quit", 5), Entry("ascii", 6), Entry("help", 7, "g"));

        Assert.Equal([1, 2, 3, 4, 5, 7], faults.Select(fault => fault.Line));
        Assert.Equal("list.down: n is the key of tab.notes on one bill", faults[0].Words);
        Assert.Equal("help: g stands in the way of gg, the key of list.first", faults[^1].Words);
        Assert.Equal(["j", "down"], KeysOf(keys, "list.down"));
        Assert.Equal(["ctrl+y"], KeysOf(keys, "theme"));
        Assert.Equal(["z"], KeysOf(keys, "zoom"));
        Assert.Equal(["q", "ctrl+c"], KeysOf(keys, "quit"));
        Assert.Empty(KeysOf(keys, "ascii"));
    }

    [Fact]
    public void Two_commands_can_change_places_and_of_two_that_want_one_key_the_first_has_it()
    {
        var (swapped, none) = Apply(Entry("web", 1, "y"), Entry("copy", 2, "o"));
        var (keys, faults) = Apply(Entry("theme", 1, "Q"), Entry("ascii", 2, "Q"));

        Assert.Empty(none);
        Assert.Equal(["y"], KeysOf(swapped, "web"));
        Assert.Equal("ascii: Q is the key of theme on bills, changes, sources", Assert.Single(faults).Words);
        Assert.Equal(["Q", "a"], [.. KeysOf(keys, "theme"), .. KeysOf(keys, "ascii")]);
    }

    [Fact]
    public void An_entry_left_out_gives_its_command_the_default_keys_back_which_others_may_not_have()
    {
        // read goes to j, which list.down has: so read keeps m, and unread.next cannot have it.
        var (keys, faults) = Apply(Entry("unread.next", 1, "m"), Entry("read", 2, "j"));

        Assert.Equal([1, 2], faults.Select(fault => fault.Line));
        Assert.Equal(["n", "m"], [.. KeysOf(keys, "unread.next"), .. KeysOf(keys, "read")]);
    }

    [Fact]
    public void Whatever_the_file_says_no_two_commands_share_a_key_on_a_screen_and_the_way_out_has_one()
    {
        string[] ids = [.. CommandRegistry.Default.Commands.Select(command => command.Id), "no.such"];
        var entries = from id in Gen.Elements(ids)
                      from keys in Gen.Elements("j", "n", "g", "g g", "s", "s n", "q", "?", "esc", "enter", "ctrl+m", "x", "").ListOf()
                      from line in Gen.Choose(1, 9)
                      select new FileEntry(id, [.. keys], line);

        Prop.ForAll(entries.ListOf().ToArbitrary(), file =>
        {
            var keys = KeyBindings.Apply(CommandRegistry.Default, file).Keys;
            return keys.Commands.Length == CommandRegistry.Default.Commands.Length && KeysOf(keys, "quit").Length > 0 && KeysOf(keys, "help").Length > 0
                && !(from one in keys.Commands
                     from other in keys.Commands
                     where one.Id != other.Id && (one.When & other.When) != Screen.None
                     from key in one.Keys
                     from theirs in other.Keys
                     where key == theirs || theirs.StartsWith(key + " ", StringComparison.Ordinal)
                     select key).Any();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    private static string KeyWordsApart(string keys) => string.Join(' ', keys.Split(' ').Select(KeyWords.Of));

    private static string[] KeysOf(KeyMap keys, string id) => [.. keys.Commands.Single(command => command.Id == id).Keys];

    private static FileEntry Entry(string id, int line, params string[] keys) => new(id, [.. keys], line);

    private static (KeyMap Keys, IReadOnlyList<FileFault> Faults) Apply(params FileEntry[] entries) =>
        KeyBindings.Apply(CommandRegistry.Default, entries) is var (keys, faults) ? (keys, [.. faults]) : default;
}
