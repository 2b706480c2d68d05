using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>Reads where a measure stands from its history and a day: the same two always give the same answer.</summary>
public static class StageReader
{
    /// <summary>The rule that ends what the session left unfinished.</summary>
    public const string EndOfSession = "End of session, November 30";

    /// <summary>Understands a history as of a day. Never throws on any text.</summary>
    /// <param name="history">Oldest first; later lines than <paramref name="asOf"/> are ignored. Lines of one day may stand in any order.</param>
    /// <param name="urgency">Whether the source marks the bill as an urgency measure; null to go by the lines alone.</param>
    /// <returns>The actions stand in the order given, so that they match the history's beginning one to one when it is sorted by date.</returns>
    public static BillProgress Read(BillId id, IReadOnlyList<HistoryLine> history, DateOnly asOf, bool? urgency = null) =>
        Read(id, history, asOf, new EffectFacts { Urgency = urgency });

    /// <summary>As <see cref="Read(BillId, IReadOnlyList{HistoryLine}, DateOnly, bool?)"/>, with all that is known of the bill's effect.</summary>
    public static BillProgress Read(BillId id, IReadOnlyList<HistoryLine> history, DateOnly asOf, EffectFacts facts)
    {
        var given = history.Where(line => line.Date <= asOf).Select(LineReading.Of).ToImmutableArray();
        var standing = new Standing(id, id.HouseOfOrigin);
        var actions = new Dictionary<LineReading, ReadAction>(ReferenceEqualityComparer.Instance);
        var course = new List<ProgressPicture.Point>();
        HistoryLine? cause = null;
        foreach (var day in given.GroupBy(reading => reading.Line.Date).OrderBy(day => day.Key))
        {
            foreach (var reading in DayOrder.Of(standing, [.. day]))
            {
                var before = standing;
                (standing, _) = StageMachine.Apply(before, reading);
                cause = standing.Stage == before.Stage ? cause : reading.Line;
                actions.Add(reading, ActionReader.Describe(id, reading, before.At, before.Committee, standing.Stage));
                course.Add(new ProgressPicture.Point(reading, standing));
            }
        }

        var read = given.Select(reading => actions[reading]).ToImmutableArray();
        var ended = asOf > id.Session.LastDay && IsUnfinished(standing.Stage);
        return Progress(id, asOf, standing, cause, read, ended, facts) with
        {
            Marks = ProgressPicture.Of(id, course, ended ? id.Session.LastDay : null),
        };
    }

    private static BillProgress Progress(
        BillId id, DateOnly asOf, Standing standing, HistoryLine? cause, ImmutableArray<ReadAction> actions, bool ended, EffectFacts facts)
    {
        var stage = ended ? Stage.Dead : standing.Stage;
        var hearings = LineHearings.Of(id, actions, asOf, IsOver(stage));
        var recess = facts.Recess ?? GovernorsTime.RecessOf(id.Session);
        var (effectiveDate, effectiveRule) = stage is Stage.Chaptered or Stage.Adopted ? Effect.Of(id, actions, facts) : (null, null);
        return new BillProgress(
            id,
            asOf,
            stage,
            ended ? id.Session.LastDay : cause?.Date,
            ended ? new StageCause(null, EndOfSession) : cause is null ? null : new StageCause(cause, null),
            IsTwoYear(id, asOf, stage, actions, recess),
            standing.Location,
            stage == Stage.Dead ? null : standing.Committee,
            actions,
            [],
            actions.LastOrDefault(action => action.Chapter is not null)?.Chapter,
            DateOf(actions, ActionKind.Signed),
            effectiveDate,
            effectiveRule,
            stage == Stage.Enrolled && standing.IsBill && DateOf(actions, ActionKind.Presented) is { } presented ? GovernorsTime.LastDay(id, presented, recess) : null,
            HearingList.Next(hearings, asOf)?.Date)
        {
            Hearings = hearings,
        };
    }

    /// <summary>True for what is not the houses' to finish any more.</summary>
    internal static bool IsOver(Stage stage) => stage is Stage.PassedLegislature or Stage.Enrolled or Stage.Signed
        or Stage.Chaptered or Stage.Vetoed or Stage.LawWithoutSignature or Stage.Adopted or Stage.Dead;

    /// <summary>True for what the end of the session ends. What both houses passed is not theirs to finish any more.</summary>
    private static bool IsUnfinished(Stage stage) => stage != Stage.Unknown && !IsOver(stage);

    /// <summary>There in the first year, and still in the houses' hands when that year's sittings were over.</summary>
    private static bool IsTwoYear(BillId id, DateOnly asOf, Stage stage, ImmutableArray<ReadAction> actions, DateOnly? began)
    {
        var recess = began ?? new DateOnly(id.Session.StartYear, 9, 15);
        return id.Session.Extraordinary == 0
            && IsUnfinished(stage)
            && asOf > recess
            && actions.Any(action => action.Line.Date.Year <= id.Session.StartYear);
    }

    private static DateOnly? DateOf(ImmutableArray<ReadAction> actions, ActionKind kind) =>
        actions.LastOrDefault(action => action.Kinds.Contains(kind))?.Line.Date;
}
