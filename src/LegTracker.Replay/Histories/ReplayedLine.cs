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
