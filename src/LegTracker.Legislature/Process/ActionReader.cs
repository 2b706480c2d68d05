using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>Understands one action line in either house's wording. Pure: the stage comes from <see cref="StageReader"/>.</summary>
public static class ActionReader
{
    /// <summary>Reads a line by itself; its stage is <see cref="Stage.Unknown"/>.</summary>
    /// <param name="house">The house that has the bill, when known: committee abbreviations are named by it.</param>
    public static ReadAction Read(BillId id, HistoryLine line, House? house = null) =>
        Describe(id, LineReading.Of(line), house, null, Stage.Unknown);

    internal static ReadAction Describe(BillId id, LineReading reading, House? house, string? committee, Stage stageAfter)
    {
        var acting = reading.ArrivesIn ?? PassingHouse(reading) ?? house ?? OnlyHouse(id);
        var text = reading.Line.Text;
        return new ReadAction(
            reading.Line,
            Kinds(reading),
            [.. CommitteeNames(reading, acting).Distinct()],
            LineDetails.Votes(text),
            LineDetails.HearingDate(reading.Line),
            reading.Has(Move.Chapter) ? LineDetails.Chapter(text) : null,
            stageAfter)
        {
            House = acting,
            ActingCommittee = committee,
        };
    }

    private static ImmutableArray<ActionKind> Kinds(LineReading reading)
    {
        var kinds = reading.Phrases
            .SelectMany(phrase => phrase.Move is Move.Fail or Move.RefuseReconsideration && reading.IsInCommittee ? [ActionKind.FailedCommittee] : phrase.Kinds.AsEnumerable())
            .Distinct()
            .ToImmutableArray();
        if (kinds.Length > 1)
        {
            kinds = kinds.Remove(ActionKind.Procedural);
        }

        return kinds.Length > 0 ? kinds
            : reading.Phrases.Length > 0 || LineDetails.Words(reading.Line.Text).Length == 0 ? [ActionKind.Procedural]
            : [ActionKind.Unknown];
    }

    private static IEnumerable<string> CommitteeNames(LineReading reading, House? house) => reading.Phrases
        .Where(phrase => phrase.Committees is not null)
        .SelectMany(phrase => Committees.Split(phrase.Committees!, house))
        .Select(abbreviation => Committees.Name(abbreviation, house));

    private static House? PassingHouse(LineReading reading) =>
        reading.Has(Move.Pass) || reading.Has(Move.Adopt) ? reading.SentTo?.Other() : null;

    private static House? OnlyHouse(BillId id) => id.Type is MeasureType.HR or MeasureType.SR ? id.HouseOfOrigin : null;
}
