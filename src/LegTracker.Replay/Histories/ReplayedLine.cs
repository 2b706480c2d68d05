using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace LegTracker.Replay.Histories;

/// <summary>One line of a history with what the bulk rows say beside it; null where the rows say NULL.</summary>
/// <param name="Text">As the bulk rows have it where they are at hand (doubled spaces), else as pages have it.</param>
internal sealed partial record ReplayedLine(
    DateOnly Date,
    int? Sequence,
    string? Code,
    string? Primary,
    string? Secondary,
    string? Ternary,
    string? EndStatus,
    string Text)
{
    /// <summary>When it appeared, if later than the evening of its date.</summary>
    public DateOnly? PostedLate { get; init; }

    /// <summary>The first evening without it; null when it stays.</summary>
    public DateOnly? Gone { get; init; }

    /// <summary>Its later wordings, oldest first.</summary>
    public ImmutableArray<LineWording> Rewordings { get; init; } = [];

    /// <summary>The first evening with it.</summary>
    public DateOnly Shown => PostedLate ?? Date;

    /// <summary>Whether it stands in the history on a day.</summary>
    public bool IsShown(DateOnly day) => Shown <= day && !(Gone <= day);

    /// <summary>The line in its wording of a day.</summary>
    public ReplayedLine AsOf(DateOnly day) => Rewordings.LastOrDefault(wording => wording.From <= day) is { } wording ? this with { Text = wording.Text } : this;

    /// <summary>The last evening up to a day on which it appeared, was reworded or went; null when none was.</summary>
    public DateOnly? Touched(DateOnly day)
    {
        DateOnly? touched = Shown <= day ? Shown : null;
        touched = Gone <= day && !(Gone <= touched) ? Gone : touched;
        return Rewordings.LastOrDefault(wording => wording.From <= day) is { } wording && !(wording.From <= touched) ? wording.From : touched;
    }

    /// <summary>The text as a page shows it.</summary>
    public string PageText => WhiteSpace().Replace(Text, " ").Trim();

    /// <summary>The text as the bulk rows space it: <c>Com. on  APPR.</c>, <c>(Ayes  7. Noes  0.)</c>, <c>(April  2)</c>.</summary>
    public string BulkText => Text.Contains("  ", StringComparison.Ordinal)
        ? Text
        : LoneDigit().Replace(CommitteeName().Replace(Text, "$0 "), " $0");

    /// <summary>Whether it carries a page of the daily journal.</summary>
    public bool HasJournalPage => JournalPage().IsMatch(Text);

    /// <summary>The same line before the journal's page was filled in.</summary>
    public ReplayedLine WithoutJournalPage() => this with { Text = JournalPage().Replace(Text, "") };

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"Coms?\. on (?!RLS\. for)")]
    private static partial Regex CommitteeName();

    [GeneratedRegex(@"(?<=(Ayes|Noes|January|February|March|April|May|June|July|August|September|October|November|December) )\d(?=[.)])")]
    private static partial Regex LoneDigit();

    [GeneratedRegex(@"( ?\(Page\s+\d+\.\)| Page\s+\d+\.)")]
    private static partial Regex JournalPage();
}
