using System.Globalization;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>The screens as sentences for a screen reader: no boxes, no columns, no marks without a word.</summary>
internal static class SpokenLines
{
    /// <summary>Rows told at a time; "more" tells the next.</summary>
    public const int Page = 20;

    /// <summary>What the title bar tells: how many, how much is unread, whether it is live.</summary>
    public static IEnumerable<string> Status(DashboardModel model)
    {
        var kept = model.KeptAsOf is null ? "" : $" What is told is {BannerView.Age(model)}.";
        yield return model.BillsKnown
            ? $"{Count(model.Bills.Count, "bill")}, {Count(model.UnreadChanges, "unread change")}{(model.Filter.Length > 0 ? $", filter: {model.Filter}" : "")}.{kept}"
            : "No bills are known yet.";
        yield return Link(model);
        foreach (var source in model.Sources.Where(source => source.Alarm.Length > 0))
        {
            yield return $"Alarm of {source.Title}: {source.Alarm}.";
        }

        if (model.LastVisit is { } visit && model.UnreadSinceVisit > 0)
        {
            yield return $"{Count(model.UnreadSinceVisit, "unread change")} since your last visit ({TimeWords.Visit(visit.At, model)}).";
        }

        if (model.IsFirstReading)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"First reading: {model.Confirmed} of {model.Bills.Count} bills are confirmed, nothing is known of the others yet.");
        }
    }

    /// <summary>The connection in words.</summary>
    public static string Link(DashboardModel model) => model.Connection switch
    {
        { Link: LinkMark.Live } => $"The server {model.Connection.Address} is live{(TitleBar.Clock(model) is { Length: > 0 } clock ? $", {clock}" : "")}.",
        { Link: LinkMark.Connecting } => $"Asking the server {model.Connection.Address}.",
        var down => $"Offline since {TimeWords.Clock(down.Since, model.Zone, model.Now)}: {(down.Reason.Length > 0 ? down.Reason : "no answer")}. It is tried again by itself.",
    };

    /// <summary>The list of the screen from the cursor on.</summary>
    public static IEnumerable<string> List(DashboardModel model)
    {
        var (from, count) = model.Screen switch
        {
            Screen.Changes => (model.ChangePlace.Index, model.ChangeRows.Length),
            Screen.Sources => (model.SourcePlace.Index, model.Sources.Length),
            _ => (model.BillPlace.Index, model.BillRows.Length),
        };
        if (count == 0)
        {
            return [model.Filter.Length > 0 ? $"Nothing fits the filter {model.Filter}. \"filter\" alone clears it." : "There is nothing to tell yet."];
        }

        var rows = Enumerable.Range(from, Math.Min(Page, count - from)).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row + 1}. {Row(model, row)}"));
        return from + Page < count ? [.. rows, string.Create(CultureInfo.InvariantCulture, $"{count - from - Page} more: type more.")] : rows;
    }

    /// <summary>A bill in full, newest history first.</summary>
    public static IEnumerable<string> Bill(BillItem bill, DashboardModel model)
    {
        var news = NewFacts.Of(model, bill.Name);
        yield return $"{bill.Measure}, {bill.Session}. {bill.Title}{(bill.Authors.IsEmpty ? "" : $". By {string.Join(", ", bill.Authors)}")}.";
        if (bill.Freshness != Freshness.NeverRead)
        {
            yield return $"Stage{New("Stage")}: {bill.Stage}{(bill.StageSince is { } since ? $" since {TimeWords.Iso(since)}" : "")}{(bill.StageCause.Length > 0 ? $", because: {bill.StageCause}" : "")}";
        }

        yield return $"Read: {BillCard.FreshWords(bill, model).Words.TrimStart('~', ' ')}.";
        foreach (var next in bill.NextDates)
        {
            yield return $"Next{New("Next")}: {TimeWords.Weekday(next.Date)}, {TimeWords.Relative(next.Date, model.Today)}: {next.What}";
        }

        var ours = string.Join(", ", new[] { bill.Position, bill.Priority is { } p ? "priority " + p.ToString(CultureInfo.InvariantCulture) : "", bill.Owner, string.Join(", ", bill.Labels) }.Where(word => word.Length > 0));
        if (ours.Length > 0)
        {
            yield return $"Ours{New("Ours")}: {ours}";
        }

        foreach (var fact in bill.Facts)
        {
            yield return fact.Label.Length > 0 ? $"{fact.Label}: {fact.Words}" : fact.Words;
        }

        yield return bill.Actions.IsEmpty ? "No history is known." : $"History, newest first, {Count(bill.Actions.Length, "line")}:";
        foreach (var action in bill.Actions.Reverse())
        {
            yield return $"{TimeWords.Iso(action.Date)}: {action.Text}{(action.PostedLate ? " (posted late)" : "")}";
        }

        string New(string label) => news.Contains(label) ? " (new)" : "";
    }

    /// <summary>A change in full.</summary>
    public static IEnumerable<string> Change(ChangeItem change, DashboardModel model)
    {
        yield return $"{(change.Unread ? "Unread. " : "Read. ")}{Sentence(change)}";
        if (change.Before.Length > 0)
        {
            yield return $"Before: {change.Before}";
            yield return $"After: {(change.After.Length > 0 ? change.After : "nothing")}";
        }

        yield return $"Kind: {change.Kind}. Day: {(change.EventDate is { } day ? TimeWords.Iso(day) : "not dated")}. Seen {TimeWords.Clock(change.Recorded, model.Zone, model.RecordNow)}{(change.Source.Length > 0 ? $", {change.Source}" : "")}{(change.Actor.Length > 0 ? $", by {change.Actor}" : "")}.";
    }

    /// <summary>A change as it is announced.</summary>
    public static string Sentence(ChangeItem change) => change.Summary.Contains(change.Measure, StringComparison.Ordinal) ? change.Summary : $"{change.Measure}: {change.Summary}";

    private static string Row(DashboardModel model, int row)
    {
        switch (model.Screen)
        {
            case Screen.Changes:
                var change = model.ChangeRows[row];
                return $"{(change.Unread ? "Unread, " : "")}{TimeWords.Clock(change.Recorded, model.Zone, model.RecordNow)}. {Sentence(change)}";
            case Screen.Sources:
                var source = model.Sources[row];
                return $"{source.Title}: {source.State}{(source.Reason.Length > 0 ? $", {source.Reason}" : "")}. Last good {TimeWords.Clock(source.LastSuccess, model, "never")}, next try {TimeWords.Clock(source.NextAttempt, model, "not planned")}.{(source.ToDo.Length > 0 ? $" To do: {source.ToDo}" : "")}";
            default:
                var bill = model.BillRows[row];
                var unread = model.UnreadOf(bill.Name);
                var stage = bill.Freshness switch
                {
                    Freshness.NeverRead => "not yet read",
                    Freshness.Current => bill.Stage,
                    _ => $"{bill.Stage} (in doubt: {(bill.Freshness == Freshness.Quarantined ? "the last reading was not believed" : bill.Freshness == Freshness.Stale ? "stale" : "freshness unknown")})",
                };
                return $"{bill.Measure}, {bill.Session}: {stage}.{(bill.LastActionDate is { } last ? $" Last action {TimeWords.Iso(last)}." : "")}{(unread > 0 ? $" {Count(unread, "unread change")}." : "")}{(model.KeptAsOf is null ? "" : $" {char.ToUpperInvariant(BannerView.Age(model)[0])}{BannerView.Age(model)[1..]}.")} {bill.Title}";
        }
    }

    private static string Count(int count, string one) => string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");
}
