using Google.Protobuf.WellKnownTypes;
using LegTracker.Dashboard.Commands;
using LegTracker.Dashboard.Model;
using LegTracker.V1;
using ClaimTopic = LegTracker.V1.ClaimTopic;

namespace LegTracker.Dashboard.Tests.Commands;

/// <summary>The API's segment as the dashboard's content.</summary>
public sealed class SegmentContentMappingTests
{
    [Theory]
    [InlineData(ClaimTopic.WhatItDoes, ClaimKind.Human, "What it does: less.", nameof(StatementTopic.WhatItDoes))]
    [InlineData(ClaimTopic.OfficialTitle, ClaimKind.Quote, "Official title: “Crimes.”", nameof(StatementTopic.OfficialTitle))]
    [InlineData(ClaimTopic.Unspecified, ClaimKind.Quote, "Official title: “Crimes.”", nameof(StatementTopic.OfficialTitle))]
    [InlineData(ClaimTopic.Text, ClaimKind.Quote, "Official title: “Crimes.”", nameof(StatementTopic.Text))]
    [InlineData((ClaimTopic)99, ClaimKind.Auto, "Told by a newer server.", nameof(StatementTopic.Unspecified))]
    public void A_statement_has_its_topic_and_a_title_of_an_older_segment_is_known_by_its_words(ClaimTopic topic, ClaimKind kind, string text, string expected)
    {
        var claim = new Claim { Id = "c1", Text = text, Kind = kind, Topic = topic, Source = new ClaimSource(), ReadTime = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch) };
        var segment = new Segment { Since = "2025-01-01", Until = "2025-03-03", AsOf = claim.ReadTime, Sections = { new Section { Items = { new Item { Claims = { claim } } } } } };

        var statement = SegmentContentMapping.From(segment).Parts[0].Entries[0].Statements[0];

        Assert.Equal(expected, statement.Topic.ToString());
    }
}
