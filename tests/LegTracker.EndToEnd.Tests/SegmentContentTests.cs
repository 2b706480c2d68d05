using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LegTracker.V1;

namespace LegTracker.EndToEnd.Tests;

/// <summary>What the built files say, held against the record, by the letters of the design's checks.</summary>
[Collection(SegmentFilesWorld.Shared)]
public sealed partial class SegmentContentTests(SegmentFilesWorld files)
{
    private static readonly DateOnly Until = new(2025, 6, 20);

    [Fact]
    public async Task A4_two_builds_are_the_same_bytes_and_so_are_their_claims()
    {
        foreach (var format in SegmentFilesWorld.Formats.Keys)
        {
            var again = Path.Combine(Directory.CreateDirectory(Path.Combine(files.World.Folder, "again")).FullName, Path.GetFileName(files[format]));
            Assert.Equal(0, (await files.BuildAsync(again, "--quiet")).ExitCode);
            Assert.Equal(await File.ReadAllBytesAsync(files[format]), await File.ReadAllBytesAsync(again));
            Assert.Equal(await File.ReadAllTextAsync(files[format] + ".claims.json"), await File.ReadAllTextAsync(again + ".claims.json"));
        }
    }

    [Fact]
    public void C1_every_bill_that_is_printed_is_tracked_and_stands_in_one_section()
    {
        var tracked = files.Bills.Select(bill => bill.Measure).ToHashSet();
        var named = files.Auto.SelectMany(claim => Measures().Matches(claim.Text)).Select(match => match.Value.Replace("Assembly Bill (AB)", "AB", StringComparison.Ordinal).Replace("Senate Bill (SB)", "SB", StringComparison.Ordinal)).ToList();

        Assert.True(named.Count > 10);
        Assert.Subset(tracked, named.ToHashSet());
        var sections = files.Segment.Sections.Where(section => section.Kind is not (SectionKind.AtAGlance or SectionKind.ComingDates or SectionKind.Terms)).SelectMany(section => section.Items).Select(item => item.Bill).ToList();
        Assert.Equal(sections.Count, sections.Distinct().Count());
    }

    [Fact]
    public void C2_the_counts_at_a_glance_are_those_of_the_sections()
    {
        var glance = files.Auto.Where(claim => claim.Section == "At a glance").Select(claim => Regex.Match(claim.Text, "^(.+), (\\d+) (?:law|measure|bill)s?: ")).Where(match => match.Success).ToList();

        Assert.True(glance.Count >= 2);
        Assert.All(glance, counted => Assert.Equal(
            int.Parse(counted.Groups[2].Value, CultureInfo.InvariantCulture),
            files.Segment.Sections.Single(section => section.Title.StartsWith(counted.Groups[1].Value, StringComparison.Ordinal)).Items.Count));
    }

    [Fact]
    public void C3_now_is_said_only_of_what_is_in_effect_and_operative_and_would_never_of_a_law()
    {
        var now = files.Auto.Where(claim => claim.Text.StartsWith("Now in California: ", StringComparison.Ordinal) || claim.Section == "Now in California").ToList();
        var first = now.Where(claim => claim.Text.StartsWith("Now in California: ", StringComparison.Ordinal)).ToList();

        Assert.True(first.Count >= 2);
        Assert.All(first, claim =>
        {
            var bill = files.Bills.Single(bill => claim.BillId == Key(bill));
            Assert.True(DateOnly.Parse(bill.Effective.Date, CultureInfo.InvariantCulture) <= Until, claim.Text);
            Assert.All(Dates(claim.Text), date => Assert.True(date <= Until, claim.Text));
        });
        Assert.DoesNotContain(now, claim => claim.Text.Contains("would", StringComparison.Ordinal));
    }

    [Fact]
    public void C4_every_date_that_is_printed_is_a_stored_one_and_every_link_leads_to_its_bill()
    {
        var stored = files.Bills.ToDictionary(Key, bill => IsoDates().Matches(bill.ToString()).Select(match => match.Value).ToHashSet());
        var about = files.Auto.Where(claim => claim.BillId.Length > 0).ToList();

        Assert.All(about, claim => Assert.All(Dates(claim.Text), date => Assert.True(stored[claim.BillId].Contains(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), $"{claim.BillId}: {claim.Text}")));
        Assert.True(about.Sum(claim => Dates(claim.Text).Count()) > 5);
        Assert.All(about, claim => Assert.EndsWith($"bill_id={claim.BillId}", claim.Claim.GetProperty("source").GetProperty("url").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public void C5_official_titles_are_verbatim()
    {
        var titles = files.Claims["docx"].GetProperty("claims").EnumerateArray().Select(claim => (Bill: claim.GetProperty("billId").GetString(), Match: Regex.Match(claim.GetProperty("text").GetString()!, "^Official title: “(.*)”$"))).Where(title => title.Match.Success).ToList();

        Assert.True(titles.Count >= 4);
        Assert.All(titles, title => Assert.Equal(files.Bills.Single(bill => Key(bill) == title.Bill).Topic, title.Match.Groups[1].Value));
    }

    [Fact]
    public void C7_every_claim_has_a_source_and_a_time_of_reading_before_the_as_of() => Assert.All(
        files.Claims.Values.SelectMany(file => file.GetProperty("claims").EnumerateArray()).Where(claim => !claim.GetProperty("isMissing").GetBoolean()),
        claim =>
        {
            Assert.NotEqual("", claim.GetProperty("source").GetProperty("document").GetString());
            Assert.True(claim.GetProperty("readTime").GetDateTimeOffset() <= claim.GetProperty("asOf").GetDateTimeOffset(), claim.ToString());
        });

    [Fact]
    public void C8_a_position_is_printed_only_where_a_person_recorded_one()
    {
        var positions = files.Claims["docx"].GetProperty("claims").EnumerateArray().Where(claim => claim.GetProperty("text").GetString()!.Contains("osition", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(positions);
        Assert.All(positions, claim => Assert.Equal(("AB 379", "human"), (claim.GetProperty("bill").GetString(), claim.GetProperty("kind").GetString())));
    }

    [Fact]
    public async Task C9_a_final_file_is_refused_with_the_list_in_every_format()
    {
        foreach (var (format, extension) in SegmentFilesWorld.Formats.Append(new("pdf", "pdf")))
        {
            var file = Path.Combine(files.World.Folder, $"final.{extension}");
            var refused = await files.BuildAsync(file, "--final");
            Assert.True(refused.ExitCode == 5, $"{format}: {string.Join('\n', refused.Errors)}");
            Assert.Contains("  missing: AB 379: what it does", refused.Errors);
            Assert.False(File.Exists(file) || File.Exists(file + ".claims.json"), format);
        }

        Assert.Contains("  missing: AB 379: what it does", files.Said["docx"]);
    }

    [Fact]
    public void C11_every_format_carries_the_same_claims_and_the_whole_ones_print_them_all()
    {
        static List<string> Facts(JsonElement file) => [.. file.GetProperty("claims").EnumerateArray().Select(claim => string.Join('|', new[] { "id", "text", "kind", "source", "readTime" }.Select(name => claim.GetProperty(name).ToString())))];

        var expected = Facts(files.Claims["md"]);
        Assert.True(expected.Count > 20);
        Assert.All(files.Claims, file => Assert.Equal(expected, Facts(file.Value)));
        Assert.All(new[] { "md", "docx", "html", "txt", "csv", "json" }, format => Assert.Empty(files.Claims[format].GetProperty("claims").EnumerateArray()
            .Where(claim => claim.GetProperty("printed").GetArrayLength() == 0 && claim.GetProperty("section").GetString() != "Terms").Select(claim => $"{format}: {claim.GetProperty("text")}")));
        Assert.All(files.Claims, file => Assert.Contains(file.Value.GetProperty("claims").EnumerateArray(), claim => claim.GetProperty("printed").GetArrayLength() > 0));
    }

    [Fact]
    public void D1_to_D5_the_build_finds_no_short_form_and_no_words_to_mend() =>
        Assert.All(files.Said, said => Assert.DoesNotContain(said.Value, line => line.StartsWith("  short form, ", StringComparison.Ordinal) || line.StartsWith("  words, ", StringComparison.Ordinal)));

    [Fact]
    public void D3_the_grade_is_told() => Assert.Contains(files.Said["docx"], line => line.Contains("reading grade ", StringComparison.Ordinal));

    [Fact]
    public async Task D5_a_document_is_checked_for_its_words_without_a_server()
    {
        var file = Path.Combine(files.World.Folder, "hard.txt");
        await File.WriteAllTextAsync(file, "The county shall act by 1/1/25, as said recently.\n");

        var found = await files.World.RunAsync("check", "words", file);
        var none = await files.World.RunAsync("check", "words", Path.Combine(files.World.Folder, "none.txt"));

        Assert.Equal((5, 4), (found.ExitCode, none.ExitCode));
        Assert.Equal(3, found.Output.Count);
    }

    private static string Key(Bill bill) => Regex.Replace(bill.Name, @"^states/ca/sessions/(\d+)-(\d)/bills/(.+)$", "$1$2$3");

    private static IEnumerable<DateOnly> Dates(string text) => WrittenDates().Matches(text).Select(match => DateOnly.ParseExact(match.Value, "MMMM d, yyyy", CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\b(?:Assembly Bill \(AB\)|Senate Bill \(SB\)|AB|SB) \d+")]
    private static partial Regex Measures();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d")]
    private static partial Regex IsoDates();

    [GeneratedRegex(@"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}")]
    private static partial Regex WrittenDates();
}
