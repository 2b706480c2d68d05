using System.IO.Compression;
using DocumentFormat.OpenXml;

namespace LegTracker.EndToEnd.Tests;

/// <summary>Slides in an organisation's own template, through the command line.</summary>
[Collection(SegmentFilesWorld.Shared)]
public sealed class OwnDeckTests(SegmentFilesWorld files)
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

    [Theory]
    [InlineData("ppt/theme/theme1.xml", "<!DOCTYPE x [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><x>&c;</x>", "declares a document type of its own (DTD)")]
    [InlineData("ppt/media/film.mp4", "", "unpacks to more than 400 MB")]
    [InlineData("../../evil.txt", "evil", "has a part named “../../evil.txt”, which would lie outside of it")]
    public async Task A_template_that_was_made_to_do_harm_is_refused_in_a_sentence_with_little_memory(string part, string text, string sentence)
    {
        var template = Path.Combine(files.World.Folder, $"hostile{text.Length}.potx");
        DeckFile.MakeTemplate(files["pptx"], template);
        using (var zip = ZipFile.Open(template, ZipArchiveMode.Update))
        {
            zip.GetEntry(part)?.Delete();
            using var stream = zip.CreateEntry(part, CompressionLevel.Fastest).Open();
            stream.Write(text.Length > 0 ? System.Text.Encoding.UTF8.GetBytes(text) : new byte[401_000_000]);
        }

        var file = Path.Combine(files.World.Folder, $"hostile{text.Length}.pptx");
        string[][] commands = [["check", "template", template], ["segment", "build", "--since", "2024-12-01", "--until", "2025-06-20", "--out", file, "--template", template], ["segment", "compare", template, "--claims", files["pptx"] + ".claims.json"], ["check", "acronyms", Path.ChangeExtension(template, ".copy.pptx")]];
        File.Copy(template, Path.ChangeExtension(template, ".copy.pptx"));
        foreach (var command in commands)
        {
            // 100 MB of managed memory; in hexadecimal.
            using var run = Program.LegTracker(files.World.Address, new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = "6400000" }, command);

            Assert.Equal(1, await run.ExitAsync(60));
            Assert.Contains(run.Errors, line => line.Contains(sentence, StringComparison.Ordinal));
        }

        Assert.False(File.Exists(file) || File.Exists(Path.GetFullPath(Path.Combine(files.World.Folder, "../../evil.txt"))));
    }
}
