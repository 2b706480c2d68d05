using System.Text.RegularExpressions;
using LegTracker.V1;

namespace LegTracker.EndToEnd.Tests;

/// <summary>Bills with titles that no bill should have, from the legislature's files through the server to every file (constructed histories, for tests only).</summary>
public sealed partial class BadTitleFileTests
{
    private static readonly string[] Formats = ["pptx", "docx", "html", "md", "txt", "csv", "ics", "eml", "json"];

    [Fact]
    public async Task Bills_with_bad_titles_are_read_and_every_file_tells_them_without_a_control()
    {
        await using var world = await TrackedAsync();

        foreach (var format in Formats)
        {
            var file = Path.Combine(world.Folder, $"update.{format}");
            var built = await BuildAsync(world, file);
            Assert.True(built.ExitCode == 0, string.Join('\n', built.Errors));
            var said = format == "json" ? Texts(await File.ReadAllTextAsync(file)) : DeckFile.Said(file);
            var claims = await File.ReadAllTextAsync(file + ".claims.json");

            Assert.DoesNotMatch(Hostile(), said);
            Assert.DoesNotMatch(Hostile(), claims);
            Assert.DoesNotMatch(EscapedInJson(), claims);
            if (format is not ("ics" or "eml"))
            {
                var plain = format == "md" ? said.Replace("\\", "", StringComparison.Ordinal) : said;
                Assert.Contains("No official title is recorded.", plain, StringComparison.Ordinal);
                Assert.Contains("הגנה על ילדים: קטינים.", plain, StringComparison.Ordinal);
                Assert.Contains("Crimes: gpj.exe minors 👩👧.", plain, StringComparison.Ordinal);
                Assert.Contains("end of the long title.", plain, StringComparison.Ordinal);
            }
        }

        Assert.Contains(",'=cmd|' /C calc'!A0,", await File.ReadAllTextAsync(Path.Combine(world.Folder, "update.csv")), StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", await File.ReadAllTextAsync(Path.Combine(world.Folder, "update.html")), StringComparison.Ordinal);
        Assert.DoesNotContain("“”", DeckFile.Said(Path.Combine(world.Folder, "update.docx")), StringComparison.Ordinal);
    }

    [WriterFact]
    public async Task The_PDF_of_bills_with_bad_titles_is_made_and_says_them()
    {
        await using var world = await TrackedAsync();
        var file = Path.Combine(world.Folder, "update.pdf");

        var built = await BuildAsync(world, file);
        Assert.True(built.ExitCode == 0, string.Join('\n', built.Errors));
        using var reader = Program.Other("pdftotext", "-layout", file, "-");
        Assert.Equal(0, await reader.ExitAsync());

        var said = string.Join(' ', string.Join('\n', reader.Output).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("No official title is recorded.", said, StringComparison.Ordinal);
        Assert.Contains("Crimes: gpj.exe minors", said, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", said, StringComparison.Ordinal);
        Assert.Contains("end of the long title.", said, StringComparison.Ordinal);
        Assert.Contains("קטינים", said, StringComparison.Ordinal);
    }

    internal static async Task<World> TrackedAsync()
    {
        var world = await World.StartAsync(new DateOnly(2025, 3, 3), 0, "constructed-bad-titles.tsv", ["--LegTracker:Sources:Pages:Enabled=false"]);
        foreach (var number in Enumerable.Range(9501, 6))
        {
            Assert.Equal(0, (await world.RunAsync("bills", "track", FormattableString.Invariant($"AB {number}"), "--session", "2025-26")).ExitCode);
        }

        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);
        return world;
    }

    private static Task<(int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Errors)> BuildAsync(World world, string file) =>
        world.RunAsync("segment", "build", "--since", "2025-01-01", "--until", "2025-03-03", "--minutes", "30", "--out", file);

    private static string Texts(string segment) =>
        string.Join('\n', Segment.Parser.ParseJson(segment).Sections.SelectMany(section => section.Items).SelectMany(item => item.Claims).Select(claim => claim.Text));

    /// <summary>Anything but the halves of a pair.</summary>
    [GeneratedRegex(@"\\u(?![dD][89a-fA-F])")]
    private static partial Regex EscapedInJson();

    [GeneratedRegex("[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFFFD-\uFFFF]")]
    private static partial Regex Hostile();
}
