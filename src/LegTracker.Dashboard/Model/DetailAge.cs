namespace LegTracker.Dashboard.Model;

/// <summary>How old the fetched parts of a bill's detail are when they may be out of date, or why they are not there.</summary>
internal static class DetailAge
{
    /// <summary>Nothing when what is shown is the newest that is known of.</summary>
    public static IEnumerable<DetailPart> Of(DashboardModel model, BillDetail detail)
    {
        var age = $"What stands here was fetched at {Clock(model, detail.Asked)} ({Ago(model, detail.Asked)}).";
        return Fault(model) is { } fault ? [new("", $"{Failed(model, fault)} {age} {Again(model)}", DetailPartKind.Warning)]
            : model.Connection.Link != LinkMark.Live ? [new("", $"{age} It is fetched anew when the connection is back.", DetailPartKind.Warning)]
            : [];
    }

    /// <summary>What is said in place of parts that have not come.</summary>
    public static DetailPart Absent(DashboardModel model) =>
        Fault(model) is { } fault ? new("", $"{Failed(model, fault)} {Again(model)}", DetailPartKind.Warning)
        : model.Connection.Link == LinkMark.Live ? new("", "Being fetched …", DetailPartKind.Dim)
        : new("", "Not fetched: the server is not reached. It is fetched when the connection is back.", DetailPartKind.Dim);

    private static DetailFault? Fault(DashboardModel model) => model.DetailFault is { } fault && fault.Bill == model.DetailBill ? fault : null;

    private static string Failed(DashboardModel model, DetailFault fault) => $"Could not be fetched at {Clock(model, fault.Asked)}: {fault.Reason.TrimEnd('.')}.";

    private static string Again(DashboardModel model) => model.Connection.Link == LinkMark.Live
        ? $"{model.Keys.KeyOf(new Msg.Refresh(), "Refresh, in help,")} tries again; so does the dashboard when it connects anew."
        : "It is fetched anew when the connection is back.";

    private static string Clock(DashboardModel model, DateTimeOffset instant) => TimeWords.Clock(instant, model.Zone, model.Now);

    private static string Ago(DashboardModel model, DateTimeOffset instant) =>
        TimeWords.Since(instant, model.Now) is var since && since == "now" ? "just now" : since + " ago";
}
