using LegTracker.Dashboard.Commands;

namespace LegTracker.Dashboard.Tests.Commands;

/// <summary>Which format and which file <c>--format</c> and <c>--out</c> mean.</summary>
public sealed class SegmentFormatsTests
{
    [Theory]
    [InlineData(null, null, "md", null)]
    [InlineData(null, "-", "md", null)]
    [InlineData("html", "-", "html", null)]
    [InlineData(null, "update.PPTX", "pptx", "update.PPTX")]
    [InlineData("txt", "update.pptx", "txt", "update.pptx")]
    [InlineData("pptx", null, "pptx", null)]
    public void The_name_comes_first_then_what_the_file_ends_with_and_a_dash_is_stdout(string? name, string? given, string format, string? file)
    {
        var chosen = SegmentFormats.Chosen(name, given);

        Assert.Equal((format, file), (chosen.Format.Name, chosen.File));
    }

    [Theory]
    [InlineData("pptx", "-", "pptx is no text for stdout: give a file, such as --out update.pptx")]
    [InlineData(null, "update.doc", "the name update.doc chooses no format: give --format, one of ")]
    [InlineData("ppt", null, "--format 'ppt' is not there: this version writes ")]
    public void What_means_none_is_refused_with_what_to_give(string? name, string? given, string expected)
    {
        var fault = Assert.Throws<CommandFault>(() => SegmentFormats.Chosen(name, given));

        Assert.Equal(ExitCode.Usage, fault.ExitCode);
        Assert.StartsWith(expected, fault.Message, StringComparison.Ordinal);
    }
}
