using LegTracker.Legislature;

namespace LegTracker.Replay.Histories;

/// <summary>One measure's whole recorded history, future lines included; <see cref="AsOf"/> cuts it to a day.</summary>
/// <param name="Ordinal">Place among all replayed measures; makes row ids.</param>
/// <param name="Authors">Lead authors as pages show them, used while no version names them; "-" when not at hand.</param>
/// <param name="Notes">What is not certain about the measure, one sentence each.</param>
/// <param name="From">When set, the history before this date is not at hand.</param>
internal sealed record ReplayedBill(
    BillId Id,
    int Ordinal,
    string Topic,
    string Authors,
    IReadOnlyList<string> Notes,
    DateOnly? From,
    IReadOnlyList<ReplayedVersion> Versions,
    IReadOnlyList<ReplayedLine> Lines)
{
    /// <summary>False for a generated measure: its prints have no text and its hearings no table row, so that its script says all there is.</summary>
    public bool HasTextsAndHearings { get; init; } = true;

    /// <summary>Analyses, in any order; none where they are not at hand.</summary>
    public IReadOnlyList<ReplayedAnalysis> Analyses { get; init; } = [];

    /// <summary>Whether the number is ours: the source of the history does not say which measure it is.</summary>
    public bool NumberIsInvented => Id.Number >= 9001 && Topic.EndsWith("invented", StringComparison.Ordinal);

    /// <summary>The measure with what was published by the evening of a day; null before its first line.</summary>
    /// <param name="journalPageDelay">Days until a floor vote's journal page is filled in; 0 has it there at once.</param>
    public BillAsOf? AsOf(DateOnly day, int journalPageDelay)
    {
        var lines = Lines.Where(line => line.IsShown(day)).Select(line => line.AsOf(day)).ToList();
        if (lines.Count == 0)
        {
            return null;
        }

        var versions = Versions.Where(version => version.Posted <= day).ToList();
        var touched = Lines.Max(line => line.Touched(day))!.Value;
        if (versions.Count > 0 && versions[^1].Posted > touched)
        {
            touched = versions[^1].Posted;
        }

        for (var i = 0; journalPageDelay > 0 && i < lines.Count; i++)
        {
            var filledIn = lines[i].Date.AddDays(journalPageDelay);
            if (!lines[i].HasJournalPage)
            {
                continue;
            }

            if (filledIn > day)
            {
                lines[i] = lines[i].WithoutJournalPage();
            }
            else if (filledIn > touched)
            {
                touched = filledIn;
            }
        }

        return new BillAsOf(this, lines, versions, touched);
    }
}
