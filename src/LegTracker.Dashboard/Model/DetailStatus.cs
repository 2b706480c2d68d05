namespace LegTracker.Dashboard.Model;

/// <summary>The status tab: the stage and why, how far it can be relied on, what is ahead, facts, and hearings.</summary>
internal static class DetailStatus
{
    public static IEnumerable<DetailPart> Of(DashboardModel model, BillItem bill) =>
    [
        .. bill.Freshness == Freshness.NeverRead ? Array.Empty<DetailPart>() : Stage(bill),
        Read(model, bill),
        .. bill.NextDates.Select((next, at) => new DetailPart(at == 0 ? "Next" : "", $"{DetailContent.Iso(next.Date)} {next.What}{(next.Source.Length > 0 ? $" ({next.Source})" : "")}", DetailPartKind.Strong)),
        .. bill.Location.Length > 0 ? [new DetailPart("Place", bill.Location)] : Array.Empty<DetailPart>(),
        .. bill.Facts.Select(fact => new DetailPart(fact.Label, fact.Words)),
        .. DetailContent.Fetched(model, Hearings),
    ];

    private static IEnumerable<DetailPart> Stage(BillItem bill) =>
    [
        new("Stage", bill.Stage + (bill.StageSince is { } since ? $" since {DetailContent.Iso(since)}" : "") + (bill.TwoYear ? " (two-year bill)" : ""), DetailPartKind.Strong),
        .. bill.StageCause.Length > 0 ? [new DetailPart("Because", bill.StageCause, DetailPartKind.Dim)] : Array.Empty<DetailPart>(),
    ];

    private static DetailPart Read(DashboardModel model, BillItem bill)
    {
        var by = bill.Source.Length > 0 ? $", {bill.Source}" : "";
        var why = bill.FreshnessReason.Length > 0 ? $": {bill.FreshnessReason}" : "";
        return bill.Freshness switch
        {
            Freshness.NeverRead => new("Read", $"not yet read: no source has confirmed this bill{why}", DetailPartKind.Warning),
            Freshness.Current => new("Read", $"confirmed {DetailContent.At(bill.LastConfirmed, model)}{by}"),
            Freshness.Stale => new("Read", $"stale, last confirmed {DetailContent.At(bill.LastConfirmed, model)}{by}{why}", DetailPartKind.Warning),
            Freshness.Quarantined => new("Read", $"the last reading was not believed, last confirmed {DetailContent.At(bill.LastConfirmed, model)}{by}{why}", DetailPartKind.Warning),
            _ => new("Read", $"freshness unknown, last confirmed {DetailContent.At(bill.LastConfirmed, model)}{by}", DetailPartKind.Warning),
        };
    }

    private static IEnumerable<DetailPart> Hearings(BillDetail detail) => detail.Hearings.IsEmpty
        ? [new("Hearings", "none is known", DetailPartKind.Dim)]
        : detail.Hearings.Reverse().SelectMany((hearing, at) => new[] { new DetailPart(at == 0 ? "Hearings" : "", $"{DetailContent.Iso(hearing.Date)} {hearing.Status}: {hearing.What}") }
            .Concat(hearing.Told.Select(told => new DetailPart("", $"“{told}”", DetailPartKind.Dim))));
}
