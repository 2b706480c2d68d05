using LegTracker.Client;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary>Bills as text for the command line.</summary>
internal static class BillText
{
    /// <summary>One row a bill: measure, session, stage, since, last action, checked.</summary>
    public static TextTable Table(IEnumerable<Bill> bills)
    {
        var table = new TextTable("BILL", "SESSION", "STAGE", "SINCE", "READ", "TOPIC");
        foreach (var bill in bills)
        {
            table.Add(bill.Measure, bill.Session, ApiWords.Of(bill.Stage), Dash(bill.StageSince), ApiWords.Of(bill.Freshness), Topic(bill));
        }

        return table;
    }

    /// <summary>Everything known of a bill, a line each; with evidence, where and when it was read.</summary>
    public static IEnumerable<string> Lines(Bill bill, bool evidence)
    {
        yield return $"{bill.Measure} ({bill.Session})  {Topic(bill)}";
        yield return bill.StageSentence;
        yield return $"  stage       {ApiWords.Of(bill.Stage)}{(bill.StageSince.Length > 0 ? $" since {bill.StageSince}" : "")}{(bill.TwoYear ? ", two-year bill" : "")}";
        if (bill.StageCause is { } cause)
        {
            yield return $"  because     {(cause.CauseCase == StageCause.CauseOneofCase.Rule ? $"rule: {cause.Rule}" : cause.Action)}";
        }

        yield return $"  authors     {Dash(string.Join(", ", bill.LeadAuthors.Count > 0 ? bill.LeadAuthors : bill.Listed?.LeadAuthors ?? []))}";
        yield return $"  location    {Dash(string.Join(", ", new[] { bill.Location, bill.Committee }.Where(part => part.Length > 0)))}";
        if (bill.Chapter is { } chapter)
        {
            yield return $"  chapter     {(chapter.Kind == ChapterKind.Resolution ? "Res. " : "")}Chapter {chapter.Number}, Statutes of {chapter.Year}";
        }

        if (bill.SignedDate.Length > 0)
        {
            yield return $"  signed      {bill.SignedDate}";
        }

        if (bill.Effective is { Date.Length: > 0 } effective)
        {
            yield return $"  effective   {effective.Date}: {effective.Rule}";
        }

        if (bill.OperativeNote.Length > 0)
        {
            yield return $"  operative   {WithoutLabel(bill.OperativeNote)}";
        }

        foreach (var said in bill.Operative)
        {
            yield return $"              {Operative(said)}: “{said.Source}”";
        }

        if (bill.Title.Length > 0)
        {
            yield return $"  title       {bill.Title}";
        }

        if (bill.Text is { UnreadReason.Length: > 0 } unread)
        {
            yield return $"  text        {unread.Version} not read: {unread.UnreadReason}";
        }

        if (bill.GovernorDeadline.Length > 0)
        {
            yield return $"  Governor    has until {bill.GovernorDeadline}";
        }

        if (bill.Deadline is { Outlook: not DeadlineOutlook.None } deadline)
        {
            yield return $"  deadline    {deadline.Sentence}";
        }

        foreach (var next in bill.NextDates)
        {
            yield return $"  next        {next.Date}: {next.What}";
        }

        foreach (var hearing in bill.Hearings.Where(hearing => hearing.Status == HearingStatus.Set))
        {
            yield return $"  hearing     {ApiWords.Of(hearing)}";
            foreach (var told in evidence ? hearing.Sources.Where(told => told.Provenance is not null) : [])
            {
                yield return $"              “{told.Text}” {Evidence(told.Provenance)}";
            }
        }

        foreach (var (analysis, index) in (bill.Analyses?.Analyses ?? []).Reverse().Select((analysis, index) => (analysis, index)))
        {
            yield return $"  {(index == 0 ? "analyses" : ""),-11} {analysis.Date} {analysis.By}";
        }

        yield return $"  read        {ApiWords.Of(bill.Freshness)}; last confirmed {Words.Of(bill.LastConfirmedTime)}{(bill.FreshnessReason.Length > 0 ? $"; {bill.FreshnessReason}" : "")}";
        if (bill.Listed is { } listed)
        {
            yield return $"  listed      {listed.Note}";
        }

        foreach (var line in HumanLines.Of(bill))
        {
            yield return line;
        }

        foreach (var relation in bill.Relations)
        {
            yield return $"  {ApiWords.Of(relation.Kind),-13} {relation.Sentence}";
        }

        if (evidence && bill.Provenance is { } source)
        {
            yield return "  evidence    of topic, title, authors, versions and status:";
            yield return $"              {Evidence(source)}";
            yield return "              what was read: legtracker sources --evidence SHA256";
            if (bill.Text is { Address.Length: > 0 } text)
            {
                yield return $"  text        {text.Version}: {text.Address}";
            }
        }

        yield return bill.Actions.Count == 0 ? "  no action has been read yet" : $"  {bill.Actions.Count} actions, newest first:";
        foreach (var action in bill.Actions.Reverse())
        {
            yield return $"  {action.Date}  {action.Text}{(action.PostedLate ? $"  [posted late, seen {Words.Of(action.ObservedTime)}]" : "")}";
            if (evidence && action.Provenance is { } read)
            {
                yield return $"              {Evidence(read)}";
            }
        }
    }

    private static string Operative(OperativeDate said) => string.Join(", ", new[]
    {
        said.Kind switch { OperativeKind.Inoperative => "until", OperativeKind.Repealed => "repealed", _ => "from" } + (said.Date.Length > 0 ? $" {said.Date}" : " the day its condition is met"),
        said.Part,
    }.Where(part => part.Length > 0));

    private static string Evidence(Provenance read) =>
        $"{CleanLines.Line(read.Url)} read {Words.Of(read.FetchTime)} by {read.Parser_}, sha256 {read.ContentSha256}";

    private static string Topic(Bill bill) => bill.Topic.Length > 0 ? bill.Topic : bill.Listed is { Topic.Length: > 0 } listed ? $"{listed.Topic} (not yet read from a source)" : "—";

    private static string Dash(string text) => text.Length > 0 ? text : "—";

    // The note's first word is the line's label too.
    private static string WithoutLabel(string note) => note.StartsWith("operative ", StringComparison.Ordinal) ? note["operative ".Length..] : note;
}
