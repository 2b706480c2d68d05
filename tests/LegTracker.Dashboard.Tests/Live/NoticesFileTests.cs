using LegTracker.Dashboard.Live;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Tests.Live;

/// <summary>The user's rules for notices as they are written.</summary>
public sealed class NoticesFileTests
{
    [Fact]
    public void Rules_are_read_in_order()
    {
        var (rules, faults) = NoticesFile.Parse(
            """
            rules:
              - filter: "pos:oppose p:1"
                kinds: [stage, hearing moved]
                do: program
                program: [notify-send, "{measure}", "{summary}"]
              - do: bell
            """,
            "notices.yaml");

        Assert.Empty(faults);
        Assert.Equal(("pos:oppose p:1", NoticeWay.Program), (rules[0].Filter, rules[0].Way));
        Assert.Equal(["stage", "hearing moved"], rules[0].Kinds.AsEnumerable());
        Assert.Equal(["notify-send", "{measure}", "{summary}"], rules[0].Program.AsEnumerable());
        Assert.Equal(NoticeWay.Bell, rules[1].Way);
    }

    [Fact]
    public void Every_fault_is_named_with_its_line_and_the_other_rules_hold()
    {
        var (rules, faults) = NoticesFile.Parse(
            """
            rules:
              - do: ring
              - filter: [a]
                do: bell
              - do: program
              - do: bell
                program: [x]
              - kinds: [moved]
                do: bell
              - when: now
                do: bell
              - filter: a
              - text
              - do: terminal
            """,
            "notices.yaml");

        Assert.Equal([2, 3, 5, 6, 8, 10, 12, 13], faults.Select(fault => int.Parse(fault.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(NoticeWay.Terminal, Assert.Single(rules).Way);
    }

    [Theory]
    [InlineData("rules: ]")]
    [InlineData("- do: bell")]
    [InlineData("rules: yes")]
    public void A_file_of_another_form_says_so(string text)
    {
        var (rules, faults) = NoticesFile.Parse(text, "notices.yaml");

        Assert.Empty(rules);
        Assert.StartsWith("notices.yaml:1: ", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void No_file_and_an_empty_file_are_no_rules()
    {
        Assert.Empty(NoticesFile.Parse("# nothing yet\n", "notices.yaml").Faults);
        Assert.Empty(NoticesFile.Read("/nowhere/notices.yaml").Faults);
        Assert.Equal("/c/legtracker/notices.yaml", NoticesFile.Path(name => name == "XDG_CONFIG_HOME" ? "/c" : null));
    }
}
