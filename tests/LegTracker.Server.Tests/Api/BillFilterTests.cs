using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using LegTracker.Legislature;
using LegTracker.Server.Api;

namespace LegTracker.Server.Tests.Api;

public sealed class BillFilterTests
{
    private static readonly DateOnly Today = new(2025, 6, 2);

    private static readonly TrackedBill Bill = new()
    {
        Id = BillId.FromLeginfoId("202520260AB831"),
        Revision = 1,
        Freshness = Freshness.Stale,
        Human = new HumanFields("watch", 2, ["housing"]) { Owner = "Dana" },
        Record = new BillRecord
        {
            Id = BillId.FromLeginfoId("202520260AB831"),
            Topic = "Gaming: sweepstakes.",
            Title = "An act to amend Section 330.1 of the Penal Code.",
            LeadAuthors = ["Valencia"],
            History = [],
        },
        Actions =
        [
            Recorded("2025-02-19", "Read first time. To print."),
            Recorded("2025-03-03", "Referred to Com. on PUB. S."),
            Recorded("2025-05-28", "In committee: Set, first hearing. Hearing set for June 5."),
        ],
    };

    [Theory]
    [InlineData("")]
    [InlineData("831")]
    [InlineData("ab831")]
    [InlineData("AB 831 gaming valencia")]
    [InlineData("\"sweepstakes.\"")]
    [InlineData("\"Gaming: sweepstakes\"")]
    [InlineData("penal -veto")]
    [InlineData("dana")]
    [InlineData("-\"foster care\"")]
    [InlineData("session:2025-26 house:asm p:2 pos:wat label:hous topic:housing stale")]
    [InlineData("HOUSE:Assembly STALE")]
    [InlineData("stage:in_committee")]
    [InlineData("stage:committee -stage:chaptered")]
    [InlineData("committee 2025-26")]
    public void A_bill_that_fits_is_accepted(string filter) => Assert.True(Accepts(filter));

    [Theory]
    [InlineData("832")]
    [InlineData("gaming -valencia")]
    [InlineData("\"sweepstakes gaming\"")]
    [InlineData("session:2023-24")]
    [InlineData("house:sen")]
    [InlineData("p:1")]
    [InlineData("-p:2")]
    [InlineData("pos:oppose")]
    [InlineData("label:health")]
    [InlineData("stage:chaptered")]
    [InlineData("stage:second_house")]
    [InlineData("-stale")]
    [InlineData("next:<1d")]
    public void A_bill_that_does_not_fit_is_not(string filter) => Assert.False(Accepts(filter));

    [Theory]
    [InlineData("session:last", "session:last")]
    [InlineData("house:lords", "house:asm")]
    [InlineData("p:9", "p:1")]
    [InlineData("p:", "after the colon")]
    [InlineData("stage:nowhere", "in")]
    [InlineData("next:soon", "next:<7d")]
    [InlineData("author:wicks", "label")]
    [InlineData("-", "excludes nothing")]
    [InlineData("\"open", "quote")]
    [InlineData("\"\"", "quote")]
    [InlineData("new", "dashboard")]
    [InlineData("marked", "dashboard")]
    public void A_term_that_means_nothing_is_refused_and_told_what_it_may_be(string filter, string said)
    {
        var error = Assert.Throws<ApiError>(() => BillFilterReader.Read(filter));

        Assert.Equal(("FILTER_INVALID", "filter"), (error.Reason, error.Field));
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.Contains(filter, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_read_to_a_tree()
    {
        var all = Assert.IsType<BillFilter.All>(BillFilterReader.Read("csec -house:sen p:1 stage:vetoed next:<7d"));

        Assert.Equal(
            [
                new BillFilter.Text("csec"), new BillFilter.Not(new BillFilter.From(House.Senate)), new BillFilter.Priority(1),
                new BillFilter.At([Stage.Vetoed]), new BillFilter.Within(7),
            ],
            all.Parts.AsEnumerable());
    }

    [Fact]
    public void A_bill_that_no_source_confirmed_is_found_by_what_is_listed_and_is_at_no_known_stage()
    {
        var listed = new TrackedBill { Id = Bill.Id, Revision = 1, Listed = new ListedFacts("Human trafficking.", ["Grove"], null, null, "note") };

        Assert.True(BillFilterReader.Read("trafficking grove stage:unknown -next:<9999d").Accepts(listed, null));
        Assert.False(BillFilterReader.Read("stage:introduced").Accepts(listed, null));
    }

    [Fact]
    public void Any_text_is_a_filter_or_is_refused_as_one() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Gen.Elements("-", "\"", ":", "p", "stage", "next", "<", "7", "d", " ", "é", "ab", "session:2023-24").ListOf().Select(string.Concat).ToArbitrary(), text =>
        {
            try
            {
                BillFilterReader.Read(text).Accepts(Bill, null);
            }
            catch (ApiError error)
            {
                Assert.Equal("FILTER_INVALID", error.Reason);
            }
        }));

    private static bool Accepts(string filter)
    {
        var progress = StageReader.Read(Bill.Id, [.. Bill.Actions.Select(action => action.Line)], Today);
        return BillFilterReader.Read(filter).Accepts(Bill, new BillReading(progress, NextDeadline.Of(progress, null, LegislativeCalendar.Official), HearingList.Of(progress, []), null));
    }

    private static RecordedAction Recorded(string date, string text) => new(
        new HistoryLine(DateOnly.ParseExact(date, "yyyy-MM-dd", null), text), 1, default, false, new Provenance("bulk", "http://example.org", default, "", "polls/1", "test/1"));
}
