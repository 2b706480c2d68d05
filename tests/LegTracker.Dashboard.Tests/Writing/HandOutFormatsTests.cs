using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing;
using LegTracker.Dashboard.Writing.Acronyms;
using LegTracker.Dashboard.Writing.Claims;
using LegTracker.Dashboard.Writing.HandOut;
using LegTracker.Tests;

namespace LegTracker.Dashboard.Tests.Writing;

/// <summary>What holds in every format, by the letters of the design's checks.</summary>
public sealed class HandOutFormatsTests
{
    /// <summary>Formats that print everything; the others are digests of it.</summary>
    private static readonly string[] Whole = ["md", "docx", "html", "txt", "csv"];

    /// <summary>Each format with each content.</summary>
    public static TheoryData<string, string> All()
    {
        var data = new TheoryData<string, string>();
        foreach (var format in WrittenSegment.Formats)
        {
            foreach (var content in new[] { "March", "Full10", "Empty", "Hostile" })
            {
                data.Add(format, content);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A4_two_builds_are_the_same_bytes(string format, string content) => Assert.Equal(Written(format, content).Bytes, Written(format, content).Bytes);

    [Theory]
    [MemberData(nameof(All))]
    public void C7_every_claim_has_a_source_and_was_read_before_the_as_of(string format, string content) => Assert.All(
        Written(format, content).Claims.Where(claim => !claim.Statement.IsOpen),
        claim =>
        {
            Assert.NotEmpty(claim.Statement.Source.Document);
            Assert.True(claim.Statement.ReadTime <= Content(content).AsOf, claim.Id);
        });

    [Theory]
    [InlineData("March")]
    [InlineData("Full10")]
    [InlineData("Hostile")]
    public void C11_every_format_carries_the_same_claims_and_a_whole_one_prints_them_all(string content)
    {
        var expected = Facts(Written("md", content));

        Assert.All(WrittenSegment.Formats, format => Assert.Equal(expected, Facts(Written(format, content))));
        Assert.All(Whole, format => Assert.Empty(Written(format, content).Claims.Where(claim => claim.Places.IsEmpty && claim.Part.Kind != PartKind.Terms).Select(claim => $"{format}: {claim.Statement.Text}")));
        Assert.Equal(expected.Count, expected.Select(fact => fact.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("pptx")]
    [InlineData("email")]
    public void A_digest_prints_some_claims_and_says_of_the_others_that_it_leaves_them_out(string format)
    {
        var claims = Written(format, "Full10").Claims;

        Assert.Contains(claims, claim => !claim.Places.IsEmpty);
        Assert.Contains(claims, claim => claim.Places.IsEmpty);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void C9_missing_texts_are_flagged_in_every_document(string format, string content)
    {
        var missing = Content(content).Parts.SelectMany(part => part.Entries).SelectMany(entry => entry.Statements).Any(statement => statement.IsOpen);
        var text = string.Join('\n', Written(format, content).Parts.SelectMany(part => part.Blocks).Select(block => block.Text));

        Assert.Equal(missing && format != "ics", text.Contains("[text missing: what it does]", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void D1_short_forms_are_written_out_where_they_stand_first(string format, string content)
    {
        var findings = content == "Hostile" ? [] : Written(format, content).Parts
            .SelectMany(part => AcronymCheck.Of(Verbatim.Without(part.Blocks, HandOutPlan.SourcesTitle), FieldGlossary.BuiltIn()))
            .Select(finding => $"{finding.Place}: {finding.Sentence}");

        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("md", "Full10")]
    [InlineData("docx", "Full10")]
    [InlineData("html", "Full10")]
    [InlineData("txt", "Full10")]
    [InlineData("csv", "Full10")]
    [InlineData("email", "Full10")]
    [InlineData("pptx", "March")]
    public void D4_the_terms_are_the_short_forms_that_are_used(string format, string content)
    {
        var part = Written(format, content).Parts[0];
        var listed = part.Blocks.Select(block => Regex.Match(block.Text, @"^(?:- )?([A-Z]{2,5}): ")).Where(match => match.Success).Select(match => match.Groups[1].Value).ToHashSet();
        var used = Verbatim.Without(part.Blocks.Where(block => !Regex.IsMatch(block.Text, @"^(?:- )?[A-Z]{2,5}: ")), HandOutPlan.SourcesTitle)
            .SelectMany(block => ShortForms.In(block.Text, FieldGlossary.BuiltIn())).Select(form => form.Short).ToHashSet();

        Assert.Equal(used.Order(), listed.Order());
        Assert.Contains("SB", used);
    }

    [Fact]
    public void D4_a_term_that_nothing_uses_is_not_listed_and_one_that_a_person_used_is()
    {
        var sample = SegmentSamples.Content(10, [new SegmentPart(PartKind.NowInCalifornia, "Now in California", [SegmentSamples.Law("AB 1831", "Berman", "Crimes.", "January 1, 2025")]), SegmentSamples.March2025().Parts[^1]]);
        var law = sample.Parts[0].Entries[0];
        var told = law with { Statements = [law.Statements[0], law.Statements[3] with { Text = "What it does: CDSS must write rules.", ReadTime = sample.AsOf }] };
        var written = WrittenSegment.Of("txt", WrittenSegment.Prepared(sample with { Parts = [sample.Parts[0] with { Entries = [told] }, sample.Parts[1]] }));

        var lines = written.Parts[0].Blocks.Select(block => block.Text).ToList();
        Assert.Contains(lines, line => line.StartsWith("- CDSS: California Department of Social Services, ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("- SB: ", StringComparison.Ordinal));
        Assert.Equal(["AB", "CDSS", "CSEC"], lines.Select(line => Regex.Match(line, "^- ([A-Z]{2,5}): ").Groups[1].Value).Where(term => term.Length > 0));
        Assert.Contains(lines, line => line.StartsWith("- What it does: CDSS must write rules.", StringComparison.Ordinal));
        Assert.Equal("term-CDSS", Assert.Single(written.Claims, claim => claim.Statement.Text.StartsWith("CDSS: ", StringComparison.Ordinal)).Id);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_file_says_its_as_of_and_how_old_its_data_is(string format, string content)
    {
        var written = Written(format, content);
        var text = format == "ics" ? string.Join("", EarlierEvents.Unfolded(Encoding.UTF8.GetString(written.Bytes))).Replace("\\,", ",", StringComparison.Ordinal)
            : string.Join('\n', written.Parts.SelectMany(part => part.Blocks).Select(block => block.Text));

        Assert.Contains("As of March 3, 2025, 9:15 a.m. Pacific time", text, StringComparison.Ordinal);
        Assert.Contains("Each confirmed bill was last read on or after March 2, 2025, 10:05 p.m. Pacific time.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_of_claims_has_what_its_schema_says_and_nothing_else()
    {
        var content = Content("March");
        var written = WrittenSegment.Of("docx", content);
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "docs", "claims.schema.json")));
        using var file = JsonDocument.Parse(ClaimsFile.Write(content, "update.docx", "docx", "", written.Claims));

        var claim = schema.RootElement.GetProperty("$defs").GetProperty("claim");
        AssertNames(schema.RootElement, file.RootElement);
        Assert.All(file.RootElement.GetProperty("claims").EnumerateArray(), each => AssertNames(claim, each));
        AssertNames(claim.GetProperty("properties").GetProperty("source"), file.RootElement.GetProperty("claims")[0].GetProperty("source"));
        Assert.Equal("2025-03-03T09:15:00-08:00", file.RootElement.GetProperty("asOf").GetString());
        Assert.Equal("legtracker-claims/1", file.RootElement.GetProperty("schema").GetString());
        Assert.StartsWith("paragraph ", file.RootElement.GetProperty("claims")[0].GetProperty("printed")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_that_is_worded_in_another_way_is_listed_with_both_texts()
    {
        var first = Assert.Single(Written("csv", "Full10").Claims, claim => claim.PrintedText != claim.Statement.Text);

        Assert.Equal("Now in California: AB 1 is law, in effect since January 1, 2025.", first.Statement.Text);
        Assert.Equal("Now in California: Assembly Bill (AB) 1 is law, in effect since January 1, 2025.", first.PrintedText);
        Assert.NotEmpty(first.Places);
    }

    internal static SegmentContent Content(string name) => WrittenSegment.Prepared(PptxSegmentTests.Content(name));

    internal static WrittenSegment Written(string format, string content) => WrittenSegment.Of(format, Content(content));

    private static List<(string Id, string Text, StatementKind Kind, StatementSource Source, DateTimeOffset? Read)> Facts(WrittenSegment written) =>
        [.. written.Claims.Select(claim => (claim.Id, claim.Statement.Text, claim.Statement.Kind, claim.Statement.Source, claim.Statement.ReadTime))];

    private static void AssertNames(JsonElement schema, JsonElement value)
    {
        Assert.Equal(schema.GetProperty("properties").EnumerateObject().Select(property => property.Name), value.EnumerateObject().Select(property => property.Name));
        Assert.Equal(schema.GetProperty("properties").EnumerateObject().Select(property => property.Name), schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
    }
}
