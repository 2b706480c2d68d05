using System.IO.Compression;
using System.Xml.Linq;

namespace LegTracker.EndToEnd.Tests;

/// <summary>Produced files of measures whose histories or texts are constructed, since no complete ones are at hand: from the replayed file through the server to the file.</summary>
public sealed class ConstructedHistoriesTests
{
    [Fact]
    public async Task C3_the_files_for_December_7_2016_say_from_January_1_2017_of_SB_1322_and_not_now()
    {
        await using var world = await PolledAsync(new DateOnly(2016, 12, 7), "constructed-2015-16.tsv");
        Assert.Equal(0, (await world.RunAsync("meetings", "add", "2016-12-07", "--title", "CSEC Action Team")).ExitCode);

        var slides = await TextAsync(world, "update.pptx", "--meeting", "2016-12-07");
        var page = await TextAsync(world, "update.md", "--meeting", "2016-12-07");
        var later = await TextAsync(world, "later.md", "--since", "2016-12-08", "--until", "2017-01-10");

        Assert.Contains("From January 1, 2017, in California: SB 1322 will be in effect.", page, StringComparison.Ordinal);
        Assert.Contains("In effect from January 1, 2017", slides, StringComparison.Ordinal);
        Assert.All(new[] { slides, page }, text =>
        {
            Assert.DoesNotContain("Now in California", text, StringComparison.Ordinal);
            Assert.DoesNotContain("in effect since", text, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Contains("Now in California: SB 1322 is law, in effect since January 1, 2017.", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task C7_produced_files_tell_companions_and_what_would_change_a_law_from_the_texts()
    {
        await using var world = await PolledAsync(new DateOnly(2026, 3, 1), "constructed-relations.tsv");
        string[] period = ["--since", "2023-10-01", "--until", "2026-03-01"];

        var page = await TextAsync(world, "update.md", period);
        var document = await TextAsync(world, "update.docx", period);
        var slides = await TextAsync(world, "update.pptx", [.. period, "--minutes", "30"]);

        Assert.All(new[] { page, document, slides }, text =>
        {
            Assert.Contains("AB 1946 (2025-26) would amend Civil Code section 3273.69, which this law added.", text, StringComparison.Ordinal);
            Assert.Contains("Companion: SB 1381 (2023-24), Chapter 929, Statutes of 2024. The text of AB 1831 (2023-24) makes a part wait for SB 1381 (2023-24).", text, StringComparison.Ordinal);
        });
        Assert.All(new[] { page, document }, text =>
            Assert.Contains("It would amend Civil Code section 3273.69, which AB 1394 (2023-24) added.", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task C7_produced_files_tell_that_a_later_law_changed_one_of_earlier_meetings()
    {
        await using var world = await PolledAsync(new DateOnly(2026, 7, 15), "constructed-relations.tsv");
        Assert.Equal(0, (await world.RunAsync("bills", "track", "SB 9946", "--session", "2025-26")).ExitCode);
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);
        string[] both = ["--since", "2023-10-01", "--until", "2026-03-01", "--minutes", "30"];

        var whole = new[] { await TextAsync(world, "both.md", both), await TextAsync(world, "both.docx", both), await TextAsync(world, "both.pptx", both) };
        var later = new[] { await TextAsync(world, "later.md", "--since", "2025-10-01", "--until", "2026-01-15"), await TextAsync(world, "later.pptx", "--since", "2025-10-01", "--until", "2026-01-15") };
        var report = Path.Combine(world.Folder, "report.docx");
        Assert.Equal(0, (await world.RunAsync("report", "--fiscal-year", "2025-26", "--out", report)).ExitCode);

        Assert.All(whole, text => Assert.Contains("Later law: SB 9946 (2025-26), Chapter 9946, Statutes of 2025, amended Civil Code section 3273.69, which this law added, in effect since January 1, 2026.", text, StringComparison.Ordinal));
        Assert.All([.. later, TextOf(report)], text => Assert.Contains("It amended Civil Code section 3273.69, which AB 1394 (2023-24) added.", text, StringComparison.Ordinal));
    }

    private static async Task<World> PolledAsync(DateOnly day, string histories)
    {
        var world = await World.StartAsync(day, 0, histories, ["--LegTracker:Sources:Pages:Enabled=false"]);
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);
        return world;
    }

    private static async Task<string> TextAsync(World world, string name, params string[] more)
    {
        var file = Path.Combine(world.Folder, name);
        var (exit, _, errors) = await world.RunAsync(["segment", "build", "--out", file, .. more]);
        Assert.True(exit == 0, string.Join('\n', errors));
        return name.EndsWith(".md", StringComparison.Ordinal) ? Unescaped(await File.ReadAllTextAsync(file)) : TextOf(file);
    }

    private static string Unescaped(string markdown) => markdown.Replace("\\", "", StringComparison.Ordinal);

    // A paragraph a line; its runs together, as links cut them.
    private static string TextOf(string file)
    {
        using var package = ZipFile.OpenRead(file);
        var parts = package.Entries.Where(part => part.FullName.EndsWith(".xml", StringComparison.Ordinal) && (part.FullName.StartsWith("ppt/slides/", StringComparison.Ordinal) || part.FullName.StartsWith("ppt/notesSlides/", StringComparison.Ordinal) || part.FullName == "word/document.xml"));
        return string.Join('\n', parts.SelectMany(part =>
        {
            using var stream = part.Open();
            return XDocument.Load(stream).Descendants().Where(element => element.Name.LocalName == "p")
                .Select(paragraph => string.Concat(paragraph.Descendants().Where(element => element.Name.LocalName == "t").Select(text => text.Value))).ToList();
        }));
    }
}
