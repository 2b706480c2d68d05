using System.Collections.Immutable;
using LegTracker.Client;
using LegTracker.Dashboard.Model;
using LegTracker.V1;

namespace LegTracker.Dashboard.Live;

/// <summary>What only the detail of a bill shows, from the API's bill.</summary>
internal static class DetailMapping
{
    public static BillDetail From(Bill bill) => new(bill.Name)
    {
        Versions = [.. bill.Versions.Select(version => new VersionItem(version.Id, BillItemMapping.Day(version.Date), version.Action, version.Topic))],
        Analyses = bill.Analyses is { } list ? [.. list.Analyses.Select(analysis => new AnalysisItem(BillItemMapping.Day(analysis.Date), analysis.House switch { House.Assembly => "Assembly", House.Senate => "Senate", _ => "" }, analysis.By))] : null,
        TextUnread = bill.Text?.UnreadReason ?? "",
        Sections = [.. bill.Text?.CodeSections ?? []],
        Digest = [.. bill.Text?.Digest ?? []],
        Type = bill.Versions.LastOrDefault()?.Type is { } type ? Type(type) : [],
        Votes = [.. bill.Votes.Select(vote => new VoteItem(BillItemMapping.Day(vote.Date), vote.Ayes, vote.Noes, Outcome(vote.Outcome), vote.Text))],
        Hearings = [.. bill.Hearings.Select(Hearing)],
        Related = [.. bill.Relations.Select(other => new RelatedItem(ApiWords.Of(other.Kind), FeedMapping.Measure(other.Bill), other.Sentence, other.Subject))],
        Evidence = [.. Evidence(bill)],
    };

    private static ImmutableArray<Fact> Type(TypeOfMeasure type) =>
    [
        .. new (string Label, string Words)[]
        {
            ("Vote", type.VoteRequired),
            ("Urgency", Words(type.Urgency)),
            ("Fiscal", Words(type.FiscalCommittee)),
            ("Money", type.Appropriation == Given.Yes ? "appropriation" : ""),
            ("Local", Words(type.LocalProgram)),
            ("Tax levy", type.TaxLevy == Given.Yes ? "yes" : ""),
        }.Where(fact => fact.Words.Length > 0).Select(fact => new Fact(fact.Label, fact.Words)),
    ];

    private static string Words(Given given) => given switch { Given.Yes => "yes", Given.No => "no", _ => "" };

    private static string Outcome(ActionKind outcome) => outcome switch
    {
        ActionKind.PassedCommittee => "passed committee",
        ActionKind.FailedCommittee => "failed in committee",
        ActionKind.PassedHouse => "passed the house",
        ActionKind.FailedHouse => "failed in the house",
        ActionKind.Concurred => "concurred",
        ActionKind.Adopted => "adopted",
        ActionKind.VetoOverridden => "veto overridden",
        _ => "",
    };

    private static HearingItem Hearing(Hearing hearing) => new(
        BillItemMapping.Day(hearing.Date),
        hearing.Status switch
        {
            HearingStatus.Set => "set",
            HearingStatus.Held => "held",
            HearingStatus.Postponed => "postponed",
            HearingStatus.Canceled => "canceled",
            HearingStatus.Moved => "moved",
            HearingStatus.Overtaken => "overtaken",
            HearingStatus.Unreported => "not reported",
            _ => "unknown",
        },
        string.Join(", ", new[] { hearing.Committee.Length > 0 ? hearing.Committee : "committee not named", hearing.Time.Length > 0 ? hearing.Time : "time not given", hearing.Place }.Where(part => part.Length > 0)),
        [.. hearing.Sources.Select(source => source.Text)]);

    private static IEnumerable<EvidenceItem> Evidence(Bill bill)
    {
        if (bill.Provenance is { } read)
        {
            yield return Item("Topic, title, authors, versions and status", read);
        }

        if (bill.Text is { Address.Length: > 0 } text)
        {
            yield return new($"Text of {text.Version}", text.Address, null, "", "");
        }

        foreach (var told in bill.Hearings.SelectMany(hearing => hearing.Sources.Where(source => source.Provenance is not null)))
        {
            yield return Item($"Hearing: {told.Text}", told.Provenance);
        }

        foreach (var other in bill.Relations.Where(other => other.Provenance is not null))
        {
            yield return Item($"Related: {FeedMapping.Measure(other.Bill)} {other.Version}", other.Provenance);
        }

        foreach (var action in bill.Actions.Reverse().Where(action => action.Provenance is not null))
        {
            yield return Item($"{action.Date} {action.Text}", action.Provenance);
        }
    }

    private static EvidenceItem Item(string what, Provenance read) => new(what, read.Url, read.FetchTime?.ToDateTimeOffset(), read.Parser_, read.ContentSha256);
}
