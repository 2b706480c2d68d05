using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>A line and the phrases it was read as, before it is known which house has the bill.</summary>
internal sealed record LineReading(HistoryLine Line, ImmutableArray<Phrase> Phrases)
{
    private const int LongestLine = 4000;

    /// <summary>The house a passage or an order sends the measure to.</summary>
    public House? SentTo => Phrases.LastOrDefault(phrase => phrase.Move == Move.OrderTo)?.House;

    /// <summary>The house the measure arrives in.</summary>
    public House? ArrivesIn => Phrases.FirstOrDefault(phrase => phrase.Move == Move.ArriveIn)?.House;

    /// <summary>True when it brings the measure into being: a history that has it begins at the beginning.</summary>
    public bool IsIntroduction => Phrases.Any(phrase => phrase.Kinds.Contains(ActionKind.Introduced));

    /// <summary>True when the words say that a committee acted.</summary>
    public bool IsInCommittee => Has(Move.InCommittee) || Has(Move.NameHearing)
        || Phrases.Any(phrase => phrase.Move == Move.Fail && phrase.Text.Contains("in committee", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a line; one too long to be a line of a history is not read and stays unknown.</summary>
    public static LineReading Of(HistoryLine line)
    {
        if (line.Text.Length > LongestLine)
        {
            return new LineReading(line, []);
        }

        var phrases = Phrasebook.Read(LineDetails.Words(line.Text));
        return phrases is [{ Move: Move.NameHearing } hearing]
            ? new LineReading(line, [hearing with { Move = Move.SetHearing, Kinds = [ActionKind.HearingSet] }])
            : new LineReading(line, phrases);
    }

    public bool Has(Move move) => Phrases.Any(phrase => phrase.Move == move);
}
