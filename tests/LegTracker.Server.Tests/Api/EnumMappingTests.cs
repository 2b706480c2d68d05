using LegTracker.Legislature;
using LegTracker.Server.Api;
using LegTracker.Server.Discovery;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tests.Api;

public sealed class EnumMappingTests
{
    [Fact]
    public void Every_value_has_its_twin_in_the_API()
    {
        foreach (var stage in Enum.GetValues<Stage>())
        {
            Assert.Equal(stage.ToString(), EnumMapping.Of(stage).ToString());
        }

        foreach (var kind in Enum.GetValues<ActionKind>())
        {
            Assert.Equal(kind.ToString(), EnumMapping.Of(kind).ToString());
        }

        foreach (var kind in Enum.GetValues<ChangeKind>())
        {
            Assert.Equal(kind.ToString(), EnumMapping.Of(kind).ToString());
        }

        foreach (var topic in Enum.GetValues<LegTracker.Server.Segments.ClaimTopic>())
        {
            Assert.Equal(topic.ToString(), EnumMapping.Of(topic).ToString());
        }

        foreach (var outcome in Enum.GetValues<PollOutcome>())
        {
            Assert.Equal(outcome.ToString(), EnumMapping.Of(outcome).ToString());
        }

        foreach (var status in Enum.GetValues<HearingStatus>())
        {
            Assert.Equal(status.ToString(), EnumMapping.Of(status).ToString());
        }

        foreach (var kind in Enum.GetValues<HearingSourceKind>())
        {
            Assert.Equal(kind.ToString(), EnumMapping.Of(kind).ToString());
        }

        foreach (var state in Enum.GetValues<CandidateState>())
        {
            Assert.Equal(state.ToString(), EnumMapping.Of(state).ToString());
        }

        foreach (var kind in Enum.GetValues<RelationKind>())
        {
            Assert.Equal(kind.ToString(), EnumMapping.Of(kind).ToString());
        }

        foreach (var state in Enum.GetValues<SourceState>())
        {
            Assert.Equal(state.ToString(), EnumMapping.Of(state).ToString());
        }
    }
}
