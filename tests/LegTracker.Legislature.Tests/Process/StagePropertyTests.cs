using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace LegTracker.Legislature.Tests;

/// <summary>What holds for any history, real or mixed up.</summary>
public class StagePropertyTests
{
    private static readonly string[] Fixtures = ["ab-chaptered", "sb-vetoed", "sb-held", "sb-rescinded", "aca-filed"];

    private static Gen<TestHistory> Begun =>
        from name in Gen.Elements(Fixtures)
        let history = Histories.Fixture(name)
        from count in Gen.Choose(0, history.Lines.Count)
        select history with { Lines = [.. history.Lines.Take(count)] };

    private static Gen<TestHistory> Mixed =>
        from name in Gen.Elements(Fixtures)
        let history = Histories.Fixture(name)
        from lines in Gen.ListOf(Gen.Elements(Fixtures.SelectMany(fixture => Histories.Fixture(fixture).Lines)))
        select history with { Lines = [.. lines.Take(25)] };

    [Fact]
    public void A_line_that_is_not_understood_never_changes_the_stage() => Samples.Properties(
        from history in Begun
        from word in Gen.Elements("Qwerty.", "Zxcv pursuant to nothing", "A wholly new thing", "???")
        select (History: history, Word: word),
        sample =>
        {
            var asOf = Histories.Day("2024-11-30");
            var line = new HistoryLine(sample.History.Lines.Count == 0 ? asOf : sample.History.Lines[^1].Date, sample.Word);
            var before = StageReader.Read(sample.History.Id, sample.History.Lines, asOf);
            var after = StageReader.Read(sample.History.Id, [.. sample.History.Lines, line], asOf);
            return after.Actions[^1].Kinds.SequenceEqual([ActionKind.Unknown])
                && (before.Stage, before.Since, before.Cause, before.Location, before.Committee) == (after.Stage, after.Since, after.Cause, after.Location, after.Committee);
        });

    [Fact]
    public void The_lines_of_a_day_may_stand_in_any_order() => Samples.Properties(
        from name in Gen.Elements(Fixtures)
        let history = Histories.Fixture(name)
        from day in Gen.Elements(history.Lines.Select(line => line.Date))
        from lines in Gen.Shuffle(history.Lines.ToArray())
        select (History: history, Day: day, Shuffled: lines.OrderBy(line => line.Date).ToImmutableArray()),
        sample =>
        {
            var given = StageReader.Read(sample.History.Id, sample.History.Lines, sample.Day);
            var shuffled = StageReader.Read(sample.History.Id, sample.Shuffled, sample.Day);
            return (given.Stage, given.Since, given.Location, given.Committee) == (shuffled.Stage, shuffled.Since, shuffled.Location, shuffled.Committee)
                && shuffled.Actions.Select(action => action.Line).SequenceEqual(sample.Shuffled.TakeWhile(line => line.Date <= sample.Day));
        });

    [Fact]
    public void Any_mixture_of_lines_is_read_without_an_exception_and_always_alike() => Samples.Properties(Mixed, history =>
    {
        var first = StageReader.Read(history.Id, history.Lines, Histories.Day("2024-12-01"));
        var second = StageReader.Read(history.Id, history.Lines, Histories.Day("2024-12-01"));
        return first.Stage == second.Stage && first.Marks.SequenceEqual(second.Marks)
            && StageWords.Sentence(first).EndsWith('.')
            && first.Actions.All(action => StageWords.Sentence(action).Length > 10)
            && (first.Since is null || first.Since <= first.AsOf);
    });

    [Fact]
    public void A_chaptered_bill_never_moves_again() => Samples.Properties(Mixed, history =>
    {
        var chaptered = Histories.Fixture("ab-chaptered");
        var later = history.Lines.Select(line => line with { Date = Histories.Day("2024-10-15") });
        return StageReader.Read(chaptered.Id, [.. chaptered.Lines, .. later], Histories.Day("2025-01-01")).Stage == Stage.Chaptered;
    });
}
