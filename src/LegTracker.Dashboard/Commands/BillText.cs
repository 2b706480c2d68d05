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

        if (bill.GovernorDeadline.Length > 0)
        {
            yield return $"  Governor    has until {bill.GovernorDeadline}";
        }

        foreach (var next in bill.NextDates)
        {
            yield return $"  next        {next.Date}: {next.What}";
        }

        yield return $"  read        {ApiWords.Of(bill.Freshness)}; last confirmed {Words.Of(bill.LastConfirmedTime)}{(bill.FreshnessReason.Length > 0 ? $"; {bill.FreshnessReason}" : "")}";
        if (bill.Listed is { } listed)
        {
            yield return $"  listed      {listed.Note}";
        }

        foreach (var relation in bill.Relations)
        {
            yield return $"  {ApiWords.Of(relation.Kind),-13} {relation.Sentence}";
        }

        if (evidence && bill.Provenance is { } source)
        {
            yield return $"  evidence    {Evidence(source)}";
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

    private static string Evidence(Provenance read) =>
        $"{read.Source}: {read.Url} read {Words.Of(read.FetchTime)} sha256 {(read.ContentSha256.Length > 12 ? read.ContentSha256[..12] : read.ContentSha256)}";

    private static string Topic(Bill bill) => bill.Topic.Length > 0 ? bill.Topic : bill.Listed is { Topic.Length: > 0 } listed ? $"{listed.Topic} (not yet read from a source)" : "—";

    private static string Dash(string text) => text.Length > 0 ? text : "—";
}
