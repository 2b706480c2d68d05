using DocumentFormat.OpenXml;

namespace LegTracker.EndToEnd.Tests;

/// <summary>Slides in an organisation's own template, through the command line.</summary>
public sealed class OwnDeckTests(SegmentFilesWorld files) : IClassFixture<SegmentFilesWorld>
{
    [Theory]
    [InlineData("county.pptx")]
    [InlineData("county.potx")]
    public async Task Slides_are_built_in_an_organisations_own_template_which_stays_as_it_was(string name)
    {
        var template = Path.Combine(files.World.Folder, name);
        DeckFile.MakeTemplate(files["pptx"], template);
        var before = await File.ReadAllBytesAsync(template);
        var file = Path.Combine(files.World.Folder, name + ".update.pptx");

        var check = await files.World.RunAsync("check", "template", template);
        var built = await files.BuildAsync(file, "--template", template);
        var bytes = await File.ReadAllBytesAsync(file);
        var again = await files.BuildAsync(file, "--template", template);
        var itself = await files.BuildAsync(template, "--format", "pptx", "--template", template);

        Assert.True((check.ExitCode, built.ExitCode, again.ExitCode, itself.ExitCode) == (0, 0, 0, 2), string.Join('\n', check.Output.Concat(check.Errors).Concat(built.Errors)));
        Assert.Equal(before, await File.ReadAllBytesAsync(template));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file));
        var (own, county) = (DeckFile.Look(files["pptx"]), DeckFile.Look(file));
        Assert.Equal((PresentationDocumentType.Presentation, "County of Example", own.Slides), (county.Type, county.Theme, county.Slides));
        Assert.All(county.Layouts, layout => Assert.StartsWith("County ", layout, StringComparison.Ordinal));
        Assert.Contains("AB 1831 is law, in effect since January 1, 2025.", DeckFile.Said(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_that_cannot_be_used_is_refused_and_nothing_is_written()
    {
        var template = Path.Combine(files.World.Folder, "broken.potx");
        await File.WriteAllTextAsync(template, "no presentation");
        var file = Path.Combine(files.World.Folder, "none.pptx");

        var built = await files.BuildAsync(file, "--template", template);

        Assert.Equal(1, built.ExitCode);
        Assert.Contains(built.Errors, line => line.Contains("broken.potx", StringComparison.Ordinal));
        Assert.False(File.Exists(file) || File.Exists(file + ".claims.json"));
    }
}
