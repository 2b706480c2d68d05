using System.IO.Compression;
using System.Text.RegularExpressions;

namespace LegTracker.EndToEnd.Tests;

/// <summary>Skips, with the reason printed, where LibreOffice or poppler is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OfficeFactAttribute : FactAttribute
{
    public OfficeFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "soffice"))) || !folders.Any(folder => File.Exists(Path.Combine(folder, "pdftotext"))))
        {
            Skip = "LibreOffice or poppler is not installed: the slides are opened by another program (apt-get install libreoffice-impress poppler-utils)";
        }
    }
}

/// <summary>As <see cref="OfficeFactAttribute"/>, where LibreOffice has no Writer.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WriterFactAttribute : FactAttribute
{
    public WriterFactAttribute()
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "lowriter"))))
        {
            Skip = "LibreOffice Writer is not installed: the hand-out is opened and made a PDF by it (apt-get install libreoffice-writer poppler-utils)";
        }
    }
}

/// <summary>The files as other programs open them.</summary>
public sealed class SegmentFileTests
{
    [WriterFact]
    public async Task F5_the_PDF_is_tagged_titled_and_the_same_every_time_and_says_what_the_Word_document_says()
    {
        await using var world = await World.StartAsync(new DateOnly(2025, 3, 3), 0, "--LegTracker:Sources:Pages:Enabled=false");
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);
        var file = Path.Combine(world.Folder, "update.pdf");
        string[] build = ["segment", "build", "--since", "2024-12-01", "--until", "2025-03-03", "--out"];

        var built = await world.RunAsync([.. build, file]);
        var again = await world.RunAsync([.. build, file + ".again.pdf"]);
        var nowhere = Directory.CreateDirectory(Path.Combine(world.Folder, "nothing")).FullName;
        using var without = Program.LegTracker(world.Address, new Dictionary<string, string> { ["PATH"] = nowhere }, [.. build, Path.Combine(world.Folder, "none.pdf")]);
        Assert.True(built.ExitCode == 0, string.Join('\n', built.Errors));
        Assert.Equal((0, 0, 1), (built.ExitCode, again.ExitCode, await without.ExitAsync()));
        using var facts = Program.Other("pdfinfo", file);
        using var reader = Program.Other("pdftotext", "-layout", file, "-");
        Assert.Equal((0, 0), (await facts.ExitAsync(), await reader.ExitAsync()));

        Assert.Contains(facts.Output, line => Regex.IsMatch(line, "^Tagged: +yes$"));
        Assert.Contains(facts.Output, line => Regex.IsMatch(line, "^Title: +California Commercial Sexual Exploitation of Children"));
        Assert.Equal(await File.ReadAllBytesAsync(file), await File.ReadAllBytesAsync(file + ".again.pdf"));
        var said = string.Join(' ', string.Join('\n', reader.Output).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("AB 1831 is law, in effect since January 1, 2025.", said, StringComparison.Ordinal);
        Assert.Contains("Page 1 of ", said, StringComparison.Ordinal);
        Assert.Contains(without.Errors, line => line.Contains("apt-get install libreoffice-writer", StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(world.Folder, "none.pdf")));
    }

    [OfficeFact]
    public async Task LibreOffice_opens_the_slides_and_shows_every_one_with_what_they_say()
    {
        await using var world = await World.StartAsync(new DateOnly(2025, 3, 3), 0, "--LegTracker:Sources:Pages:Enabled=false");
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);
        var file = Path.Combine(world.Folder, "update.pptx");

        var built = await world.RunAsync("segment", "build", "--since", "2024-12-01", "--until", "2025-03-03", "--format", "pptx", "--out", file);
        using var office = Program.Other("soffice", "--headless", $"-env:UserInstallation=file://{world.Folder}/office", "--convert-to", "pdf", "--outdir", world.Folder, file);
        Assert.Equal(0, await office.ExitAsync(120));
        using var reader = Program.Other("pdftotext", "-layout", Path.Combine(world.Folder, "update.pdf"), "-");
        Assert.Equal(0, await reader.ExitAsync());

        Assert.Equal(0, built.ExitCode);
        using var deck = ZipFile.OpenRead(file);
        var slides = deck.Entries.Count(entry => entry.FullName.StartsWith("ppt/slides/slide", StringComparison.Ordinal));
        var text = string.Join('\n', reader.Output);
        Assert.Equal(slides, text.Split('\f').Length - 1);

        // Where a line breaks depends on the fonts of the machine.
        var said = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("in effect since January 1, 2025", said, StringComparison.Ordinal);
        Assert.Contains("Chapter 926 of the Statutes of 2024", said, StringComparison.Ordinal);
        Assert.DoesNotContain("SB 1322 is law", said, StringComparison.Ordinal);
    }
}
