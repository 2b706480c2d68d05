using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments;

/// <summary>Makes the claims about one bill, each with the line it is known from, the address that was read, and when.</summary>
internal sealed class BillEvidence(SelectedBill bill)
{
    private const string Site = "https://leginfo.legislature.ca.gov/faces";

    private readonly BillId id = bill.Progress.Id;

    /// <summary>"last confirmed January 3, 2025" when the record is not current; empty otherwise.</summary>
    public string Staleness { get; } = bill.Bill.Freshness is Freshness.Current ? ""
        : (bill.Bill.LastConfirmedTime ?? bill.Bill.Provenance?.FetchTime) is { } confirmed
            ? $"last confirmed {StageWords.Day(CaliforniaTime.DayOf(confirmed))}"
            : "not confirmed lately";

    /// <summary>A statement in our words that rests on lines of the history.</summary>
    /// <param name="rule">The rule that was applied to the lines, or null.</param>
    public Claim Auto(string text, IEnumerable<HistoryLine> lines, string? rule = null, string flag = "")
    {
        var rest = lines.ToImmutableArray();
        var recorded = rest.IsEmpty ? null : Recorded(rest[^1]);
        return New(text, ClaimKind.Auto, recorded?.Provenance, string.Join(" | ", rest.Select(line => line.Text)), rule, flag);
    }

    /// <summary>A statement about a hearing, with the line that tells of it, or else the table's row and the file it was read from.</summary>
    public Claim Hearing(string text, Hearing hearing)
    {
        if (hearing.Sources.FirstOrDefault(source => source.Kind == HearingSourceKind.Line) is { Date: { } day } line)
        {
            return Auto(text, [new HistoryLine(day, line.Text)]);
        }

        var row = hearing.Sources[0];
        var claim = New(text, ClaimKind.Auto, row.Read, row.Text, null, "");
        return claim with { Source = claim.Source with { Url = row.Read!.Url, Document = $"Table of hearings, {id}, read from {row.Read.Url}" } };
    }

    /// <summary>A statement on the day a law takes effect: the lines, the rule, and whether the text states a later operative date.</summary>
    public Claim OfEffect(string text, IEnumerable<HistoryLine> lines)
    {
        var claim = Auto(text, lines, bill.Progress.EffectiveRule, bill.Operative.IsChecked ? "" : OperativeDates.NotChecked);
        return bill.Operative is { Text: { } read, Began: null, Next: null, Condition: null }
            ? claim with { Source = claim.Source with { Document = $"{claim.Source.Document}; no later operative date stated in the text of {read.VersionId}" } }
            : claim;
    }

    /// <summary>A statement that rests on a sentence of the bill's text.</summary>
    public Claim Text(string text, ClaimKind kind, TextReading read, string sentence) => new(
        "",
        text,
        kind,
        new ClaimSource($"{Site}/billTextClient.xhtml?bill_id={id.LeginfoId}", $"Bill text, {id}, version {read.VersionId}, read from {read.Address}", read.VersionId, sentence),
        bill.Bill.Provenance!.FetchTime,
        Staleness);

    /// <summary>A line of the history, verbatim, with its date; both dates when it was posted late, or is older than the period.</summary>
    public Claim Line(RecordedAction action)
    {
        var isOlder = action.Line.Date < bill.From;
        var seen = StageWords.Day(CaliforniaTime.DayOf(action.ObservedTime));
        var late = action.PostedLate ? $", posted late, first seen {seen}"
            : isOlder && action.Provenance.FetchTime > action.ObservedTime ? $", reworded {StageWords.Day(CaliforniaTime.DayOf(action.Provenance.FetchTime))}"
            : isOlder ? $", first seen {seen}"
            : "";
        return New($"{StageWords.Day(action.Line.Date)}{late}: “{action.Line.Text}”", ClaimKind.Quote, action.Provenance, action.Line.Text, null, "");
    }

    /// <summary>The subject line of the version in force on the until date, verbatim and marked as the official title; that none is recorded where the source gives none.</summary>
    public Claim OfficialTitle()
    {
        var version = bill.Record.Versions.LastOrDefault(version => version.Date <= bill.Progress.AsOf && !string.IsNullOrEmpty(version.Topic));
        var topic = version?.Topic ?? bill.Record.Topic;
        var isLater = version is null && bill.Record.History.Any(line => line.Date > bill.Progress.AsOf);
        if (topic.Length == 0)
        {
            return New("No official title is recorded.", ClaimKind.Auto, bill.Bill.Provenance, "", null, "");
        }

        var claim = New($"Official title: “{topic}”", ClaimKind.Quote, bill.Bill.Provenance, topic, null, isLater ? "title as last read, after this period" : "");
        return claim with { Topic = ClaimTopic.OfficialTitle, Source = claim.Source with { Version = version?.Id ?? "" } };
    }

    /// <summary>A text that a person wrote, with who wrote it and a warning when it was written for another version than the one known on the until date.</summary>
    /// <param name="what">Which text it is: "what it does".</param>
    /// <param name="lead">What is printed before it: "What it does: ".</param>
    public Claim Human(string what, string lead, HumanText text, bool dependsOnVersion = true)
    {
        var outdated = dependsOnVersion ? VersionFlag(text) : "";
        var version = text.ForVersion is { } written ? $", for version {written}" : "";
        var review = text is { ReviewedBy: { } reader, ReviewTime: { } read } ? $"; read over by {reader}, {StageWords.Day(CaliforniaTime.DayOf(read))}" : "";
        return Human(lead + text.Text, $"Text by {text.Author} on {id}{version}{review}", text.ForVersion ?? "", text.WriteTime,
            dependsOnVersion ? string.Join("; ", new[] { outdated, Staleness }.Where(part => part.Length > 0)) : "") with
        {
            ToCheck = outdated.Length > 0 ? $"{what}, {outdated}" : "",
        };
    }

    /// <summary>The position, where a person recorded it; null otherwise.</summary>
    public Claim? Position() => bill.Bill.Human is { Position: { } position, PositionAuthor: { } author, PositionTime: { } time }
        ? Human($"Position: {position}", $"Position on {id}, recorded by {author}", "", time, "")
        : null;

    /// <summary>The place of a text that a person has still to write; never filled by a guess.</summary>
    public Claim Missing(string what) => new(
        "",
        MissingText.Placeholder(what),
        ClaimKind.Human,
        new ClaimSource($"{Site}/billTextClient.xhtml?bill_id={id.LeginfoId}", $"Bill text, {id}, for whoever writes this", LatestVersion(), ""),
        null,
        "");

    /// <summary>The lines of the history, as of the until date, that tell one of these things.</summary>
    public IEnumerable<HistoryLine> LinesTelling(params ActionKind[] kinds) =>
        bill.Progress.Actions.Where(action => action.Kinds.Any(kinds.Contains)).Select(action => action.Line);

    /// <summary>The lines behind the stage: the one that caused it, or for a rule the last one, after which nothing came.</summary>
    public IEnumerable<HistoryLine> LinesOfStage() =>
        bill.Progress.Cause?.Line is { } line ? [line] : bill.Progress.Actions.Select(action => action.Line).TakeLast(1);

    private Claim New(string text, ClaimKind kind, Provenance? read, string locator, string? rule, string flag)
    {
        var evidence = read ?? bill.Bill.Provenance!;
        var document = $"Bill history, {id}, read from {evidence.Url}{(rule is null ? "" : $"; rule: {rule}")}";
        return new Claim(
            "",
            text,
            kind,
            new ClaimSource($"{Site}/billHistoryClient.xhtml?bill_id={id.LeginfoId}", document, "", locator),
            evidence.FetchTime,
            string.Join("; ", new[] { flag, Staleness }.Where(part => part.Length > 0)));
    }

    private Claim Human(string text, string document, string version, DateTimeOffset written, string flag) => new(
        "",
        text,
        ClaimKind.Human,
        new ClaimSource($"{Site}/billTextClient.xhtml?bill_id={id.LeginfoId}", document, version, ""),
        written,
        flag);

    // Empty when it was written for the newest version that is known on the until date, or when none is known.
    private string VersionFlag(HumanText text)
    {
        if (bill.Record.Versions.LastOrDefault(version => version.Date <= bill.Progress.AsOf) is not { } newest || newest.Id == text.ForVersion)
        {
            return "";
        }

        var known = bill.Record.Versions.FirstOrDefault(version => version.Id == text.ForVersion);
        var since = $"{newest.Action.Split(' ')[0].ToLowerInvariant()} {StageWords.Day(newest.Date)}: check{SubjectFlag(known, newest)}";
        return known switch
        {
            null when text.ForVersion is null => $"not known which version it was written for; {since}",
            null => $"written for version {text.ForVersion}; {since}",
            { } written when written.Date > bill.Progress.AsOf => $"written for the later version of {StageWords.Day(written.Date)}: check",
            { } written => $"written for the {StageWords.Day(written.Date)} version; {since}",
        };
    }

    // A bill can be gutted and made another one under its number.
    private static string SubjectFlag(BillVersion? written, BillVersion newest) =>
        written?.Topic is { Length: > 0 } then && newest.Topic is { Length: > 0 } now && !string.Equals(then.Trim(), now.Trim(), StringComparison.OrdinalIgnoreCase)
            ? $"; its subject was then “{then}” and is now “{now}”"
            : "";

    private RecordedAction? Recorded(HistoryLine line) => bill.Bill.Actions.LastOrDefault(action => action.Line == line);

    private string LatestVersion() => bill.Record.Versions.LastOrDefault(version => version.Date <= bill.Progress.AsOf)?.Id ?? "";
}
