using LegTracker.Dashboard.Live;

namespace LegTracker.Dashboard.Tests.Live;

public sealed class PhraseMarksTests
{
    [Theory]
    [InlineData("to report the human trafficking of a minor", new[] { "human trafficking" }, "human trafficking")]
    [InlineData("Human-trafficking and HUMAN TRAFFICKING.", new[] { "human trafficking" }, "Human-trafficking|HUMAN TRAFFICKING")]
    [InlineData("one who traffics two minors", new[] { "traffic* + minor" }, "traffics|minors")]
    [InlineData("one who traffics goods", new[] { "traffic* + minor" }, "")]
    [InlineData("victims of human traffickers", new[] { "human trafficker", "victims of human" }, "victims of human traffickers")]
    [InlineData("the traffic was inhuman", new[] { "human", "traffick*" }, "")]
    [InlineData("a café for minors", new[] { "Café" }, "café")]
    [InlineData("anything", new[] { "", "+", "*" }, "")]
    [InlineData("", new[] { "minor" }, "")]
    public void The_words_of_a_phrase_are_found_by_the_rules_of_topics(string sentence, string[] terms, string marked)
    {
        var marks = PhraseMarks.Of(sentence, terms);

        Assert.Equal(marked, string.Join('|', marks.Select(range => sentence[range])));
    }
}
