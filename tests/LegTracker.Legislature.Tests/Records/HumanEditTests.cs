using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace LegTracker.Legislature.Tests.Records;

public sealed class HumanEditTests
{
    private const string Does = "what_it_does";
    private static readonly DateTimeOffset Noon = new(2025, 9, 20, 19, 0, 0, TimeSpan.Zero);
    private static readonly BillId Bill = BillId.FromLeginfoId("202520260AB831");

    [Fact]
    public void A_text_keeps_its_author_its_time_and_the_newest_version_known()
    {
        var (after, differences) = Write(HumanFields.Empty, "Ana Díaz", Text("require platforms to report."));

        Assert.Equal(new HumanText("require platforms to report.", "Ana Díaz", Noon, "V2"), after.Texts[Does]);
        var difference = Assert.Single(differences);
        Assert.Equal((ChangeKind.Edited, Does, null, "require platforms to report.", null), (difference.Kind, difference.Field, difference.OldValue, difference.NewValue, difference.EventDate));
        Assert.Equal("The text on what AB 831 does was written by Ana Díaz: “require platforms to report”.", difference.Summary);
    }

    [Fact]
    public void A_version_that_is_given_is_kept()
    {
        var (after, _) = Write(HumanFields.Empty, "Ana", Text("require it", "V1"));

        Assert.Equal("V1", after.Texts[Does].ForVersion);
    }

    [Fact]
    public void The_same_words_again_are_no_writing_and_say_nothing_of_a_newer_version()
    {
        var before = Write(HumanFields.Empty, "Ana", Text("require it", "V1")).After;

        var (after, differences) = Write(before, "Bo", Text("require it"));

        Assert.Empty(differences);
        Assert.Same(before, after);
    }

    [Fact]
    public void A_review_names_who_read_it_over_and_moves_it_to_the_newest_version()
    {
        var before = Write(HumanFields.Empty, "Ana", Text("require it", "V1")).After;

        var (after, differences) = Review(before, "Bo", Does);

        Assert.Equal(new HumanText("require it", "Ana", Noon, "V2", "Bo", Noon), after.Texts[Does]);
        var difference = Assert.Single(differences);
        Assert.Equal(("require it", "require it"), (difference.OldValue, difference.NewValue));
        Assert.Equal("The text on what AB 831 does was read over by Bo and stands as it is.", difference.Summary);
    }

    [Fact]
    public void A_text_that_is_written_anew_loses_its_review()
    {
        var before = Review(Write(HumanFields.Empty, "Ana", Text("require it")).After, "Bo", Does).After;

        var (after, _) = Write(before, "Cy", Text("forbid it"));

        Assert.Equal(new HumanText("forbid it", "Cy", Noon, "V2"), after.Texts[Does]);
    }

    [Fact]
    public void A_text_said_to_be_for_another_version_keeps_its_author_and_loses_its_review()
    {
        var before = Review(Write(HumanFields.Empty, "Ana", Text("require it")).After, "Bo", Does).After;

        var (after, differences) = Write(before, "Cy", Text("require it", "V1"));

        Assert.Equal(new HumanText("require it", "Ana", Noon, "V1"), after.Texts[Does]);
        Assert.Equal("The text on what AB 831 does was said by Cy to be for version V1.", Assert.Single(differences).Summary);
    }

    [Fact]
    public void A_position_recorded_before_authors_were_kept_gets_one_when_it_is_recorded_again()
    {
        var before = HumanFields.Empty with { Position = "watch" };

        var (after, differences) = Apply(before, new HumanEdit(["position"], HumanFields.Empty with { Position = "watch" }, "Ana"));

        Assert.Equal(("watch", "Ana", Noon), (after.Position, after.PositionAuthor, after.PositionTime));
        Assert.Equal("The position on AB 831 was recorded again by Ana: “watch”.", Assert.Single(differences).Summary);
    }

    [Fact]
    public void A_cleared_position_has_no_author_and_the_log_says_what_it_was()
    {
        var before = Apply(HumanFields.Empty, new HumanEdit(["position"], HumanFields.Empty with { Position = "oppose" }, "Ana")).After;

        var (after, differences) = Apply(before, new HumanEdit(["position"], HumanFields.Empty, "Bo"));

        Assert.Equal(HumanFields.Empty, after);
        Assert.Equal("The position on AB 831 was removed by Bo; it was “oppose”.", Assert.Single(differences).Summary);
    }

    [Fact]
    public void Notes_are_not_read_aloud_and_a_long_text_is_cut_in_the_sentence_alone()
    {
        var notes = Apply(HumanFields.Empty, new HumanEdit(["notes"], HumanFields.Empty with { Texts = HumanFields.Empty.Texts.Add("notes", Text("secret")) }, "Ana")).Differences;
        var text = string.Concat(Enumerable.Repeat("𝒲", 1_000));
        var longer = Write(HumanFields.Empty, "Ana", Text(text)).Differences;

        Assert.Equal("The notes on AB 831 were written by Ana.", Assert.Single(notes).Summary);
        Assert.Equal(text, Assert.Single(longer).NewValue);
        Assert.True(longer[0].Summary.Length < 300);
        Assert.DoesNotContain(longer[0].Summary.EnumerateRunes(), rune => rune == System.Text.Rune.ReplacementChar);
    }

    [Fact]
    public void The_log_holds_every_text_that_ever_was_and_its_last_values_are_the_fields_as_they_are() => Prop.ForAll(
        Arb.From(Gen.Elements(HumanField.All.ToArray()).SelectMany(field => Gen.Elements("", "a", "b", "c d").Select(value => (field, value))).ListOf()),
        steps =>
        {
            var fields = HumanFields.Empty;
            var log = new List<Difference>();
            foreach (var (field, value) in steps)
            {
                var expected = value.Length == 0 ? null : field == "priority" ? "2" : value;
                var (after, differences) = Apply(fields, new HumanEdit([field], Wanted(field, value), "Ana"));

                Assert.Equal(expected, after.ValueOf(field));
                Assert.Equal(fields.ValueOf(field) == expected ? 0 : 1, differences.Length);
                Assert.All(differences, difference => Assert.Equal((fields.ValueOf(field), expected), (difference.OldValue, difference.NewValue)));
                Assert.All(HumanField.All.Where(other => other != field), other => Assert.Equal(fields.ValueOf(other), after.ValueOf(other)));
                log.AddRange(differences);
                fields = after;
            }

            foreach (var field in HumanField.All)
            {
                var ofField = log.Where(difference => difference.Field == field).ToList();
                Assert.Equal(fields.ValueOf(field), ofField.LastOrDefault()?.NewValue);
                Assert.Equal(ofField.Select(difference => difference.NewValue).SkipLast(1), ofField.Select(difference => difference.OldValue).Skip(1));
            }
        }).QuickCheckThrowOnFailure();

    private static HumanFields Wanted(string field, string value) => value.Length == 0 ? HumanFields.Empty : field switch
    {
        "position" => HumanFields.Empty with { Position = value },
        "priority" => HumanFields.Empty with { Priority = 2 },
        "labels" => HumanFields.Empty with { Labels = [value] },
        "owner" => HumanFields.Empty with { Owner = value },
        "sponsors" => HumanFields.Empty with { Sponsors = [value] },
        _ => HumanFields.Empty with { Texts = HumanFields.Empty.Texts.Add(field, Text(value)) },
    };

    private static HumanText Text(string text, string? version = null) => new(text, "", default, version);

    private static (HumanFields After, ImmutableArray<Difference> Differences) Write(HumanFields before, string author, HumanText text) =>
        Apply(before, new HumanEdit([Does], HumanFields.Empty with { Texts = HumanFields.Empty.Texts.Add(Does, text) }, author));

    private static (HumanFields After, ImmutableArray<Difference> Differences) Review(HumanFields before, string author, string field) =>
        Apply(before, new HumanEdit([], HumanFields.Empty, author) { Reviewed = [field] });

    private static (HumanFields After, ImmutableArray<Difference> Differences) Apply(HumanFields before, HumanEdit edit) => edit.Apply(Bill, before, "V2", Noon);
}
