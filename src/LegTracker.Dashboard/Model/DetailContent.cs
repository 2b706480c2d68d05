using System.Collections.Immutable;
using System.Globalization;

namespace LegTracker.Dashboard.Model;

/// <summary>What each tab of a bill's detail says; what nobody has read is said to be so, never left out.</summary>
internal static class DetailContent
{
    /// <summary>Columns of the pane beside the tab, from 120 columns.</summary>
    public const int SideWidth = 44;

    /// <summary>Cells of the tab's rows.</summary>
    public static int Width(int columns) => columns >= 120 ? columns - SideWidth - 4 : columns - 2;

    /// <summary>Steps that the cursor has in the tab.</summary>
    public static int Steps(DashboardModel model) => Of(model).Sum(part => part.Steps(Width(model.Columns)));

    /// <summary>The parts of the open tab; empty when the bill is not known.</summary>
    public static ImmutableArray<DetailPart> Of(DashboardModel model) => model.Bills.GetValueOrDefault(model.DetailBill) is not { } bill ? [] :
    [
        .. model.DetailTab switch
        {
            DetailTab.History => History(model, bill),
            DetailTab.Status => DetailStatus.Of(model, bill),
            DetailTab.Text => Fetched(model, Text),
            DetailTab.Analyses => Fetched(model, detail => Analyses(bill, detail)),
            DetailTab.Votes => Fetched(model, Votes),
            DetailTab.Notes => DetailNotes.Of(model, bill),
            DetailTab.Related => Fetched(model, Related),
            _ => Fetched(model, detail => Evidence(model, detail)),
        },
    ];

    /// <summary>What the tab counts; null for what is not counted or not fetched.</summary>
    public static int? Count(DashboardModel model, DetailTab tab) => (tab, model.Detail) switch
    {
        (DetailTab.History, _) => model.Bills.GetValueOrDefault(model.DetailBill)?.Actions.Length,
        (DetailTab.Notes, _) => model.Bills.GetValueOrDefault(model.DetailBill)?.Written.Length,
        (DetailTab.Text, { } detail) => detail.Versions.Length,
        (DetailTab.Analyses, { } detail) => detail.Analyses?.Length,
        (DetailTab.Votes, { } detail) => detail.Votes.Length,
        (DetailTab.Related, { } detail) => detail.Related.Length,
        _ => null,
    };

    /// <summary>Parts of what is fetched when a bill is opened.</summary>
    public static IEnumerable<DetailPart> Fetched(DashboardModel model, Func<BillDetail, IEnumerable<DetailPart>> parts) =>
        model.Detail is { } detail && detail.Bill == model.DetailBill ? [.. DetailAge.Of(model, detail), .. parts(detail)] : [DetailAge.Absent(model)];

    public static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "no date";

    /// <summary>An instant in the model's zone, to the minute.</summary>
    public static string At(DateTimeOffset? instant, DashboardModel model) =>
        instant is { } known ? TimeZoneInfo.ConvertTime(known, model.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "never";

    private static IEnumerable<DetailPart> History(DashboardModel model, BillItem bill)
    {
        var news = model.Changes.Where(change => change.Bill == bill.Name && (change.Unread || model.DetailNew.Contains(change.Name))).Select(change => change.After).ToHashSet(StringComparer.Ordinal);
        return bill.Actions.IsEmpty
            ? [new("", bill.Freshness == Freshness.NeverRead ? "No history: the bill is not yet read." : "No history is known.", DetailPartKind.Dim)]
            : bill.Actions.Reverse().Select(action => new DetailPart(Iso(action.Date), action.Text + (action.PostedLate ? " (posted late)" : ""), DetailPartKind.Line) { IsNew = news.Contains(action.Text) });
    }

    private static IEnumerable<DetailPart> Text(BillDetail detail) =>
    [
        .. detail.Versions.IsEmpty ? [new("", "No printed version is known.", DetailPartKind.Dim)]
            : detail.Versions.Reverse().Select((version, at) => new DetailPart(Iso(version.Date), $"{version.Action}  {version.Id}", at == 0 ? DetailPartKind.Strong : DetailPartKind.Text)),
        .. detail.Type.Select(fact => new DetailPart(fact.Label, fact.Words)),
        .. detail.TextUnread.Length > 0 ? [new DetailPart("Text", $"not read: {detail.TextUnread}", DetailPartKind.Warning)] : Array.Empty<DetailPart>(),
        .. detail.Sections.IsEmpty ? Array.Empty<DetailPart>() : [new DetailPart("Changes", string.Join(", ", detail.Sections))],
        .. detail.Digest.Select((paragraph, at) => new DetailPart(at == 0 ? "Digest" : "", paragraph)),
    ];

    private static IEnumerable<DetailPart> Analyses(BillItem bill, BillDetail detail) =>
    [
        .. detail.Analyses is not { } analyses ? [new("", "No list of analyses was read: the files read hold none.")]
            : analyses.IsEmpty ? [new("", "The files list no analysis of this bill.")]
            : analyses.Reverse().Select(analysis => new DetailPart(Iso(analysis.Date), $"{(analysis.By.Length > 0 ? analysis.By : "not said whose")}{(analysis.House.Length > 0 && !analysis.By.Contains(analysis.House, StringComparison.OrdinalIgnoreCase) ? $"  ({analysis.House})" : "")}")),
        bill.AnalysesUrl is { } url ? new("", $"Their texts are not read here. The Legislature's page of them (o opens it): {url}", DetailPartKind.Dim) : new("", "No page of them is known.", DetailPartKind.Dim),
    ];

    private static IEnumerable<DetailPart> Votes(BillDetail detail) => detail.Votes.IsEmpty
        ? [new("", "No line of the history gives a vote.", DetailPartKind.Dim)]
        : [
            .. detail.Votes.Reverse().SelectMany(vote => new DetailPart[]
            {
                new(Iso(vote.Date), string.Create(CultureInfo.InvariantCulture, $"ayes {vote.Ayes}, noes {vote.Noes}{(vote.Outcome.Length > 0 ? $": {vote.Outcome}" : "")}"), DetailPartKind.Strong),
                new("", vote.Line, DetailPartKind.Dim),
            }),
            new("", "Dates are those of the history's lines; who voted how is not in them.", DetailPartKind.Dim),
        ];

    private static IEnumerable<DetailPart> Related(BillDetail detail) => detail.Related.IsEmpty
        ? [new("", "No other bill on the same code sections is known.", DetailPartKind.Dim)]
        : detail.Related.SelectMany(other => new DetailPart[]
        {
            new(other.Kind, $"{other.Measure}  {other.Subject}", DetailPartKind.Strong),
            new("", other.Sentence),
        });

    private static IEnumerable<DetailPart> Evidence(DashboardModel model, BillDetail detail) => detail.Evidence.IsEmpty
        ? [new("", "Nothing of this bill was read from a source yet.", DetailPartKind.Dim)]
        : [
            .. detail.Evidence.SelectMany(read => new DetailPart[]
            {
                new("", read.What),
                new("", read.Read is null ? read.Url : $"{read.Url} read {At(read.Read, model)} by {read.Reader}, sha256 {read.Sha256}", DetailPartKind.Dim),
            }),
            new("", "What was read: legtracker sources --evidence SHA256", DetailPartKind.Dim),
        ];
}
