namespace LegTracker.EndToEnd.Tests;

/// <summary>What produced files say when a text is older than its bill, or a bill became another one.</summary>
public sealed class HonestFilesTests
{
    private const string NoPages = "--LegTracker:Sources:Pages:Enabled=false";

    private static readonly string[] Formats = ["pptx", "docx", "html"];

    [Fact]
    public async Task C10_H2_a_text_of_before_a_bill_was_gutted_is_flagged_with_both_subjects_in_every_file_and_refused_by_final()
    {
        await using var world = await World.StartAsync(new DateOnly(2024, 8, 20), 0, NoPages);
        Assert.Equal(0, (await world.RunAsync("bills", "track", "AB 9401", "--session", "2023-24")).ExitCode);
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);
        string[] written = ["bills", "edit", "AB 9401 2023-24", "--plain-title", "Street signs that everyone can read", "--what-it-does", "make street signs readable", "--for-version", "20230AB940199INT", "--author", "Ada"];
        Assert.Equal(0, (await world.RunAsync(written)).ExitCode);
        const string outdated = "written for the February 14, 2024 version; amended August 19, 2024: check";

        foreach (var format in Formats)
        {
            var (file, final) = (Path.Combine(world.Folder, $"update.{format}"), Path.Combine(world.Folder, $"final.{format}"));
            Assert.Equal(0, (await BuildAsync(world, file)).ExitCode);
            var refused = await BuildAsync(world, final, "--final");

            var said = DeckFile.Said(file);
            Assert.Contains("Street signs that everyone can read [" + outdated + "; its subject was then “Street signs: a measure constructed", said, StringComparison.Ordinal);
            Assert.Contains("and is now “Human trafficking of minors: a measure constructed", said, StringComparison.Ordinal);
            Assert.Equal(5, refused.ExitCode);
            Assert.Contains(refused.Errors, line => line.StartsWith("  missing: AB 9401: what it does, " + outdated, StringComparison.Ordinal));
            Assert.False(File.Exists(final));
        }

        Assert.Equal(0, (await world.RunAsync("bills", "edit", "AB 9401 2023-24", "--reviewed", "plain-title", "--reviewed", "what-it-does", "--author", "Ada")).ExitCode);
        Assert.DoesNotContain((await BuildAsync(world, Path.Combine(world.Folder, "read-over.html"), "--final")).Errors, line => line.Contains("AB 9401: what it does", StringComparison.Ordinal));
    }

    private static Task<(int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Errors)> BuildAsync(World world, string file, params string[] more) =>
        world.RunAsync(["segment", "build", "--since", "2024-01-01", "--until", "2024-08-20", "--out", file, .. more]);
}
