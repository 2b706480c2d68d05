using Google.Protobuf.WellKnownTypes;
using LegTracker.Dashboard.Live;
using LegTracker.Dashboard.Model;
using LegTracker.V1;

namespace LegTracker.Dashboard.Tests.Live;

public sealed class ListMappingTests
{
    [Fact]
    public void A_source_that_raises_an_alarm_is_never_called_ok()
    {
        var silent = FeedMapping.From(new Source { Name = "sources/bulk", State = SourceState.Ok, Alarm = new SourceAlarm { Reason = "no poll has succeeded yet" } });

        Assert.Equal(("Bulk files", SourceMark.Failing, "overdue"), (silent.Title, silent.Mark, silent.State));
        Assert.Equal((SourceMark.Ok, "ok"), (FeedMapping.From(new Source { State = SourceState.Ok }).Mark, FeedMapping.From(new Source { State = SourceState.Ok }).State));
    }

    [Theory]
    [InlineData(HearingStatus.Set, "", false)]
    [InlineData(HearingStatus.Held, "held", false)]
    [InlineData(HearingStatus.Unreported, "not reported yet", false)]
    [InlineData(HearingStatus.Canceled, "CANCELED", true)]
    [InlineData(HearingStatus.Postponed, "POSTPONED", true)]
    [InlineData(HearingStatus.Moved, "MOVED to another day", true)]
    [InlineData(HearingStatus.Overtaken, "not needed any more", true)]
    public void A_hearing_that_is_called_off_is_shown_as_off_with_the_word(HearingStatus status, string standing, bool off)
    {
        var item = ListMapping.From(new CalendarEntry { Name = "calendar/1", Date = "2024-05-16", Kind = CalendarEntryKind.Hearing, HearingStatus = status });

        Assert.Equal((standing, off, CalendarKind.Hearing), (item.Standing, item.Off, item.Kind));
    }

    [Theory]
    [InlineData(V1.Freshness.Current, false)]
    [InlineData(V1.Freshness.Stale, true)]
    [InlineData(V1.Freshness.Quarantined, true)]
    public void A_date_of_a_record_that_was_not_confirmed_is_doubtful(V1.Freshness freshness, bool doubtful)
    {
        var read = new DateTimeOffset(2024, 5, 14, 20, 0, 0, TimeSpan.Zero);
        var item = ListMapping.From(new CalendarEntry
        {
            Name = "calendar/1",
            Date = "2024-05-16",
            LastDate = "2024-05-17",
            Bill = "states/ca/sessions/20232024-0/bills/SB1414",
            Freshness = freshness,
            Sources = { new HearingSource { Kind = HearingSourceKind.Line, Text = "Set for hearing May 16.", Date = "2024-05-14", Provenance = new Provenance { FetchTime = Timestamp.FromDateTimeOffset(read) } } },
        });

        Assert.Equal(doubtful, item.Doubtful);
        Assert.Equal((new DateOnly(2024, 5, 16), new DateOnly(2024, 5, 17)), (item.Date, item.LastDay));
        Assert.Equal(new LegTracker.Dashboard.Model.Evidence("Set for hearing May 16.", new DateOnly(2024, 5, 14), "bill history", read), Assert.Single(item.Told));
    }

    [Fact]
    public void A_candidate_has_its_topics_titles_and_the_words_that_matched()
    {
        var candidate = new Candidate { Name = "candidates/202320240AB9401", MatchedSentence = "It reports human trafficking.", Topics = { "topics/human-trafficking", "topics/gone" }, State = CandidateState.New };
        var topics = new Dictionary<string, Topic> { ["topics/human-trafficking"] = new() { Title = "Human trafficking", Include = { "human trafficking" } } };

        var item = ListMapping.From(candidate, topics);

        Assert.Equal(["Human trafficking", "topics/gone"], item.Topics.AsEnumerable());
        Assert.Equal("human trafficking", item.Sentence[Assert.Single(item.Matches)]);
        Assert.Equal(CandidateMark.New, item.State);
    }

    [Fact]
    public void A_bill_amended_away_tells_the_subject_it_left_and_the_version_that_left_it()
    {
        var item = FeedMapping.From(
            new Change { Name = "changes/1.0", Bill = "states/ca/sessions/20232024-0/bills/AB9401", Kind = ChangeKind.TopicDrift, OldValue = "Human trafficking", NewValue = "20230AB940197AMD" }, unread: true);

        Assert.Equal(("other subject", "Human trafficking", "none of these, in version 20230AB940197AMD"), (item.Kind, item.Before, item.After));
    }

    [Fact]
    public void A_change_of_stage_tells_both_stages_in_words()
    {
        var change = FeedMapping.From(new Change { Name = "changes/1.0", Bill = "states/ca/sessions/20232024-0/bills/SB1414", Kind = ChangeKind.StageChanged, OldValue = "STAGE_SECOND_HOUSE_ON_SUSPENSE", NewValue = "STAGE_ON_SECOND_HOUSE_FLOOR" }, unread: true);

        Assert.Equal(("Suspense file (2nd house)", "On the floor (2nd house)"), (change.Before, change.After));
    }
}
