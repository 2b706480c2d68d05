using LegTracker.Server.Discovery;

namespace LegTracker.Server.Tests.Discovery;

public sealed class TopicFileTests
{
    [Fact]
    public void The_built_in_topics_cover_the_mission_and_the_sections_of_the_laws_won()
    {
        var topics = TopicFile.BuiltIn();

        Assert.Equal(
            ["commercial-sexual-exploitation", "human-trafficking", "child-sexual-abuse-material", "exploited-children", "solicitation-of-a-minor", "laws-won"],
            topics.Select(topic => topic.Key));
        Assert.All(topics, topic => Assert.True(topic.Enabled));
        Assert.Contains(topics[^1].CodeSections, section => section.Matches("Penal Code 236.1"));
    }

    [Fact]
    public void A_broken_file_names_every_fault_with_its_topic()
    {
        var fault = Assert.Throws<FormatException>(() => TopicFile.Parse("""
            topics:
              - name: Wrong Name
                title: One
                include: [human trafficking]
              - name: two
                include: ["traffic* victim", ok]
                code-sections: [Section 236.1]
              - name: three
                title: Three
              - name: four
                title: Four
                include: [x]
              - name: four
                title: Four again
                include: [x]
            """));

        var lines = fault.Message.Split('\n');
        Assert.Equal(6, lines.Length);
        foreach (var said in new[] { "topic 1 (Wrong Name): name", "topic 2 (two): title", "topic 2 (two): include", "topic 2 (two): code-sections", "topic 3 (three): include", "topic 5 (four): name" })
        {
            Assert.Contains(lines, line => line.StartsWith(said, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("", "has no topics")]
    [InlineData("topics: []", "has no topics")]
    [InlineData("topics:\n  - name: a\n    titel: x", "line 3")]
    public void What_is_no_list_says_where_and_what(string text, string said)
    {
        Assert.Contains(said, Assert.Throws<FormatException>(() => TopicFile.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_of_the_same_form_is_read_too()
    {
        var topic = Assert.Single(TopicFile.Parse("""{ "topics": [ { "name": "foster-care", "title": "Foster care", "include": ["foster youth"], "enabled": false } ] }"""));

        Assert.Equal(("foster-care", false, "foster youth"), (topic.Key, topic.Enabled, topic.Include.Single().Text));
    }

    [Theory]
    [InlineData("Penal Code 311*", "Penal Code 311", true)]
    [InlineData("Penal Code 311*", "Penal Code 311.11", true)]
    [InlineData("Penal Code 311*", "Penal Code 3110", false)]
    [InlineData("Penal Code 311", "Penal Code 311.1", false)]
    [InlineData("Penal Code 311", "Civil Code 311", false)]
    [InlineData("Civil Code 3273.6*", "Civil Code 3273.65", true)]
    public void A_section_is_itself_and_with_a_star_its_decimals_too(string pattern, string section, bool expected)
    {
        Assert.True(SectionPattern.TryParse(pattern, out var parsed));
        Assert.Equal(expected, parsed!.Matches(section));
    }
}
