using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Terminal;
using LegTracker.Dashboard.Tests.Model;
using LegTracker.Dashboard.Views;
using Spectre.Console;

namespace LegTracker.Dashboard.Tests.Terminal;

public sealed class ThemeTests
{
    public static TheoryData<string> Names => [.. Palette.All.Select(palette => palette.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_role_can_be_read_on_its_ground_also_under_the_cursor(string name)
    {
        var theme = Theme.Named(name, ColourDepth.TrueColour);

        var faint = from role in Enum.GetValues<Role>()
                    from selected in new[] { false, true }
                    let style = theme[role, selected]
                    let contrast = Contrast(style.Foreground, style.Background)
                    where contrast < 4.5
                    select $"{role}{(selected ? " under the cursor" : "")}: {contrast:0.00}";

        Assert.Empty(faint);
    }

    [Fact]
    public void Every_theme_that_can_be_chosen_is_drawn_by_its_name()
    {
        Assert.Equal(ViewState.Themes, Palette.All.Select(palette => palette.Name).Append("none"));
        Assert.All(ViewState.Themes, name => Assert.Equal(name, Theme.Named(name, ColourDepth.TrueColour).Name));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Marks_of_one_kind_that_differ_in_colour_differ_in_glyph(bool ascii)
    {
        var glyphs = ascii ? Glyphs.Plain : Glyphs.Utf8;
        (string, Role)[][] kinds = [[.. Enum.GetValues<StepMark>().Select(glyphs.Of)], [.. Enum.GetValues<StageMark>().Select(glyphs.Of)], [.. Enum.GetValues<SourceMark>().Select(glyphs.Of)]];

        var same = from marks in kinds
                   from one in marks
                   from other in marks
                   where one.Item1 == other.Item1 && one.Item2 != other.Item2
                   select $"{one.Item1} is {one.Item2} and {other.Item2}";

        Assert.Empty(same);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_colour_tells_of_a_row_a_sign_tells_too(bool ascii)
    {
        var model = Invented.Keys(Invented.Model(120, 40, ascii), "b", "p");
        var glyphs = Glyphs.Of(model);
        var spans = DashboardView.Render(model).Rows.SelectMany(row => row.Spans.Where(span => span.Text.Trim().Length > 0).Select(span => (Row: row.ToString(), span.Role))).ToList();

        Assert.All(spans.Where(span => span.Role == Role.Unread), span => Assert.Contains(glyphs.Unread, span.Row, StringComparison.Ordinal));
        Assert.All(spans.Where(span => span.Role == Role.Warning), span => Assert.Contains("~", span.Row, StringComparison.Ordinal));
        Assert.All(spans.Where(span => span.Role == Role.TabHere), span => Assert.Contains("[", span.Row, StringComparison.Ordinal));
        Assert.Contains(spans, span => span.Role == Role.Key && span.Row.Contains("AB 9130" + glyphs.Bookmark, StringComparison.Ordinal));
        Assert.Contains(spans, span => span.Role == Role.Unread);
        Assert.Contains(spans, span => span.Role == Role.Warning);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Sixteen_colours_never_put_an_ink_on_the_same_ground(string name)
    {
        var theme = Theme.Named(name, ColourDepth.Sixteen);

        var unreadable = from role in Enum.GetValues<Role>()
                         from selected in new[] { false, true }
                         where Contrast(theme[role, selected].Foreground, theme[role, selected].Background) < 3
                         select $"{role}{(selected ? " under the cursor" : "")}";

        Assert.Empty(unreadable);
    }

    [Theory]
    [InlineData("NO_COLOR=1 TERM=xterm-256color COLORTERM=truecolor", "None")]
    [InlineData("NO_COLOR= TERM=xterm-256color COLORTERM=truecolor", "TrueColour")]
    [InlineData("TERM=tmux-256color", "TwoHundredFiftySix")]
    [InlineData("TERM=screen", "Sixteen")]
    [InlineData("TERM=dumb", "None")]
    [InlineData("", "None")]
    public void The_environment_tells_the_colour_depth(string environment, string depth)
    {
        Assert.Equal(depth, TerminalTraits.Read(Variables(environment)).Depth.ToString());
    }

    [Theory]
    [InlineData("LANG=en_US.UTF-8", true)]
    [InlineData("LANG=C.utf8", true)]
    [InlineData("LC_ALL=C LANG=en_US.UTF-8", false)]
    [InlineData("LC_ALL= LC_CTYPE=POSIX LANG=en_US.UTF-8", false)]
    [InlineData("", false)]
    public void The_locale_tells_whether_UTF_8_can_be_shown(string environment, bool isUtf8)
    {
        Assert.Equal(isUtf8, TerminalTraits.Read(Variables(environment)).IsUtf8);
    }

    private static Func<string, string?> Variables(string environment)
    {
        var values = environment.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        return name => values.GetValueOrDefault(name);
    }

    // WCAG 2 contrast ratio.
    private static double Contrast(Color one, Color other)
    {
        var (light, dark) = (Luminance(one), Luminance(other));
        return (Math.Max(light, dark) + 0.05) / (Math.Min(light, dark) + 0.05);
    }

    private static double Luminance(Color colour) => (0.2126 * Linear(colour.R)) + (0.7152 * Linear(colour.G)) + (0.0722 * Linear(colour.B));

    private static double Linear(byte value) => value / 255.0 is var v && v <= 0.03928 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);
}
