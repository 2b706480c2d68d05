using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>What the filter line lets through: every word, or words in quotes, must match; <c>-word</c> must not; <c>session: pos: p: house: stage: topic:</c>, <c>next:&lt;7d</c>, <c>new</c>, <c>stale</c> and <c>marked</c> ask for one field. The server reads the same language, but for what only this dashboard knows.</summary>
internal sealed partial class RowFilter
{
    private readonly ImmutableArray<string> terms;

    private RowFilter(ImmutableArray<string> terms) => this.terms = terms;

    public bool IsEmpty => terms.Length == 0;

    public static RowFilter Parse(string text) =>
        new([.. TermText().Matches(text).Select(match => match.Value).Where(term => term.Trim('-', '"', ' ').Length > 0)]);

    public bool Accepts(BillItem bill, DashboardModel model) => terms.All(term => IsNegative(term) ? !Matches(term[1..], bill, model) : Matches(term, bill, model));

    public bool Accepts(ChangeItem change, DashboardModel model) => terms.All(term => IsNegative(term) ? !Matches(term[1..], change, model) : Matches(term, change, model));

    /// <summary>Words stand in the entry itself; what names a field is asked of its bill.</summary>
    public bool Accepts(CalendarItem entry, DashboardModel model) => terms.All(term => IsNegative(term) ? !Matches(term[1..], entry, model) : Matches(term, entry, model));

    public bool Accepts(CandidateItem candidate) => terms.All(term => IsNegative(term) ? !Matches(term[1..], candidate) : Matches(term, candidate));

    private static bool IsNegative(string term) => term.Length > 1 && term[0] == '-';

    private static bool Matches(string term, BillItem bill, DashboardModel model)
    {
        if (term[0] == '"')
        {
            return HasText(bill, term.Trim('"').Trim());
        }

        var colon = term.IndexOf(':', StringComparison.Ordinal);
        var words = term[(colon + 1)..];
        return (colon < 0 ? term : term[..colon]).ToUpperInvariant() switch
        {
            "MARKED" when colon < 0 => model.View.Bookmarks.Contains(bill.Name),
            "SESSION" when colon > 0 => Has(bill.Session, words),
            "NEW" when colon < 0 => model.UnreadOf(bill.Name) > 0,
            "STALE" when colon < 0 => bill.Freshness is Freshness.Stale or Freshness.Quarantined,
            "POS" when colon > 0 => Has(bill.Position, words),
            "P" when colon > 0 => bill.Priority?.ToString(CultureInfo.InvariantCulture) == words,
            "HOUSE" when colon > 0 => Has(bill.Measure.StartsWith('A') || bill.Measure.StartsWith('H') ? "asm assembly" : "sen senate", words),
            "STAGE" when colon > 0 => Has(Letters(bill.Stage), Letters(words)) || Has(Letters(bill.StageName), Letters(words)),
            "TOPIC" or "LABEL" when colon > 0 => bill.Labels.Any(label => Has(label, words)),
            "NEXT" when colon > 0 => IsWithin(words, bill, model.Today),
            _ => HasText(bill, term),
        };
    }

    private static bool HasText(BillItem bill, string words) =>
        Has(bill.Measure, words) || Has(bill.Measure.Replace(" ", "", StringComparison.Ordinal), words) || Has(bill.Title, words) || Has(bill.Session, words)
        || Has(bill.Stage, words) || Has(bill.Position, words) || Has(bill.Owner, words) || bill.Authors.Any(author => Has(author, words)) || bill.Labels.Any(label => Has(label, words));

    // What asks for a field of a bill is decided by the bill of the change.
    private static bool Matches(string term, ChangeItem change, DashboardModel model) =>
        string.Equals(term, "new", StringComparison.OrdinalIgnoreCase) ? change.Unread
        : FieldText().IsMatch(term) ? model.Bills.GetValueOrDefault(change.Bill) is { } bill && Matches(term, bill, model)
        : HasText(change, term.Trim('"').Trim());

    private static bool HasText(ChangeItem change, string term) =>
        Has(change.Measure, term) || Has(change.Measure.Replace(" ", "", StringComparison.Ordinal), term) || Has(change.Summary, term) || Has(change.Kind, term) || Has(change.Source, term);

    private static bool Matches(string term, CalendarItem entry, DashboardModel model) =>
        HasMeasure(entry.Measure, term) || Has(entry.What, term) || Has(entry.Standing, term) || Has(entry.Kind.ToString(), term) || Has(entry.Source, term) || Has(entry.Place, term)
        || (model.Bills.GetValueOrDefault(entry.Bill) is { } bill && Matches(term, bill, model));

    private static bool Matches(string term, CandidateItem candidate) =>
        string.Equals(term, "unread", StringComparison.OrdinalIgnoreCase) ? candidate.Unread
        : HasMeasure(candidate.Measure, term) || Has(candidate.Session, term) || Has(candidate.Subject, term) || Has(candidate.State.ToString(), term)
            || Has(candidate.Sentence, term) || Has(candidate.Reason, term) || candidate.Topics.Any(topic => Has(topic, term));

    private static bool HasMeasure(string measure, string term) => Has(measure, term) || Has(measure.Replace(" ", "", StringComparison.Ordinal), term);

    // "<7d" or "7d": something happens within so many days.
    private static bool IsWithin(string words, BillItem bill, DateOnly today) =>
        int.TryParse(words.TrimStart('<').TrimEnd('d'), NumberStyles.None, CultureInfo.InvariantCulture, out var days)
        && bill.NextDates.Any(next => next.Date >= today && next.Date.DayNumber - today.DayNumber < days);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

    [GeneratedRegex("""-?"[^"]*"?|\S+""")]
    private static partial Regex TermText();

    [GeneratedRegex("^(stale|marked)$|^(session|pos|p|house|stage|topic|label|next):", RegexOptions.IgnoreCase)]
    private static partial Regex FieldText();

    private static bool Has(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
}
