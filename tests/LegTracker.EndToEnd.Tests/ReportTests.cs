namespace LegTracker.EndToEnd.Tests;

/// <summary>The annual report's wording, from the replayed record to the file.</summary>
public sealed class ReportTests
{
    [Fact]
    public async Task The_report_of_a_fiscal_year_holds_its_laws_with_the_reasons_and_what_the_meeting_was_told()
    {
        await using var world = await World.StartAsync(new DateOnly(2025, 7, 15), daysASecond: 0, "--LegTracker:Sources:Pages:Enabled=false");
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);
        Assert.Equal(0, (await world.RunAsync("meetings", "add", "2025-03-03", "--title", "CSEC Action Team")).ExitCode);
        Assert.Equal(0, (await world.RunAsync("segment", "publish", "--meeting", "2025-03-03")).ExitCode);
        var own = Path.Combine(world.Folder, "own.md");
        await File.WriteAllTextAsync(own, "The Team read Assembly Bill (AB) 1 of another year.\n");
        var file = Path.Combine(world.Folder, "report.docx");

        var year = await world.RunAsync("report", "--fiscal-year", "2024-25");
        var before = await world.RunAsync("report", "--fiscal-year", "2023-24", "--context", own);
        var written = await world.RunAsync("report", "--fiscal-year", "2024-25", "--out", file);
        var wrong = await world.RunAsync("report", "--fiscal-year", "2024-26");
        var slides = await world.RunAsync("report", "--fiscal-year", "2024-25", "--format", "pptx");
        var final = await world.RunAsync("report", "--fiscal-year", "2024-25", "--final");

        Assert.Equal((0, 0, 0, 2, 2, 5), (year.ExitCode, before.ExitCode, written.ExitCode, wrong.ExitCode, slides.ExitCode, final.ExitCode));
        var text = string.Join('\n', year.Output);
        Assert.Contains("CSEC Action Team | March 3, 2025", text.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("The meeting included a legislative update on", text, StringComparison.Ordinal);
        Assert.Matches("AB\\)? 1831 \\(Berman\\), Chapter 926, Statutes of 2024, was signed on September 29, 2024 and took effect on January 1, 2025", text);
        Assert.Matches("Why it is in this report: signed and in effect in the year, presented on March 3, 2025", text);
        Assert.Matches("AB\\)? 1394 \\(Wicks\\), Chapter 579, Statutes of 2023", text);
        Assert.Matches("Why it is in this report: (operative in the year, )?presented on March 3, 2025; signed and in effect in 2023-24", text);
        Assert.DoesNotContain("July 15", text.Split("## Sources")[0].Split("As of")[0], StringComparison.Ordinal);
        var earlier = string.Join('\n', before.Output);
        Assert.Contains("Why it is in this report: signed and in effect in the year", earlier, StringComparison.Ordinal);
        Assert.DoesNotContain("Assembly Bill (AB)", earlier.Split("## Sources")[0], StringComparison.Ordinal);
        Assert.True(File.Exists(file) && File.Exists(file + ".claims.json"));
        Assert.Contains(wrong.Errors, line => line.Contains("write it as 2024-25", StringComparison.Ordinal));
        Assert.Contains(final.Errors, line => line.Contains("missing: AB 1831: what it does", StringComparison.Ordinal));
    }
}
