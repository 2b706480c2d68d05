using LegTracker.Legislature;
using LegTracker.Server.Comparing;

namespace LegTracker.Server.Tests.Comparing;

/// <summary>Names and texts as summaries and field values carry them.</summary>
public sealed class WordingTests
{
    [Theory]
    [InlineData(Stage.Dead, "STAGE_DEAD")]
    [InlineData(Stage.InSecondHouseCommittee, "STAGE_IN_SECOND_HOUSE_COMMITTEE")]
    [InlineData(Stage.LawWithoutSignature, "STAGE_LAW_WITHOUT_SIGNATURE")]
    public void A_stage_has_the_name_that_the_protos_give_it(Stage stage, string name) => Assert.Equal(name, Wording.ApiName(stage));

    [Fact]
    public void A_resolution_chapter_and_an_extraordinary_session_are_named()
    {
        var text = Wording.Of(new ChapterCitation(12, 2025, 1, true));

        Assert.Equal("Resolution Chapter 12, Statutes of 2025, extraordinary session 1", text);
    }

    [Fact]
    public void Texts_are_the_same_whatever_their_print() =>
        Assert.True(Wording.IsSame("Crimes:  Prostitution.", "crimes: prostitution") && !Wording.IsSame("Crimes: prostitution", "Crimes: loitering"));
}
