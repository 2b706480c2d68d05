using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>The tabs of a bill's detail, and fetching what they show beyond the list.</summary>
internal static class Details
{
    public static readonly int Tabs = Enum.GetValues<DetailTab>().Length;

    public static DashboardModel Show(DashboardModel model, DetailTab tab) => tab == model.DetailTab ? model : model with { DetailTab = tab, DetailRow = 0 };

    /// <summary>What was fetched, unless another bill is open by now.</summary>
    public static DashboardModel Take(DashboardModel model, BillDetail detail) =>
        detail.Bill == model.DetailBill ? Places.Settle(model with { Detail = detail, DetailFault = null }) : model;

    /// <summary>Why nothing was fetched, unless another bill is open or a later try has brought it.</summary>
    public static DashboardModel Take(DashboardModel model, DetailFault fault) =>
        fault.Bill == model.DetailBill && !(model.Detail is { } detail && detail.Bill == fault.Bill && detail.Asked > fault.Asked) ? Places.Settle(model with { DetailFault = fault }) : model;

    /// <summary>Another try after one that failed; null when none did.</summary>
    public static (DashboardModel Model, Cmd[] Commands)? Again(DashboardModel model) =>
        model.Screen == Screen.Detail && model.DetailFault is { } fault && fault.Bill == model.DetailBill && Fetch(model) is { Length: > 0 } fetch
            ? (DashboardUpdate.Say(model with { DetailFault = null }, "Fetching the bill's details again"), fetch)
            : null;

    /// <summary>The model and its effects, and that the bill in detail be fetched.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Opened((DashboardModel Model, Cmd[] Commands) shown)
    {
        var (model, commands) = shown;
        var own = model.Detail?.Bill == model.DetailBill ? model : model with { Detail = null, DetailFault = null };
        return (own, [.. commands, .. Fetch(own)]);
    }

    /// <summary>Something about a bill has come: the open one is fetched again.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Changed(DashboardModel model, string? bill) => (model, bill is null || bill == model.DetailBill ? Fetch(model) : []);

    /// <summary>The connection stands anew: what waits goes out, and the open bill is fetched.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Linked(DashboardModel before, DashboardModel model)
    {
        if (model.Connection.Link != LinkMark.Live || before.Connection.Link == LinkMark.Live)
        {
            return EditQueue.Pump(model);
        }

        var (pumped, sent) = EditQueue.Pump(model with { Editing = model.Editing with { RetryAt = null } });
        return (pumped with { DetailFault = null }, [.. sent, .. Fetch(pumped)]);
    }

    private static Cmd[] Fetch(DashboardModel model) =>
        model.Screen == Screen.Detail && model.Connection.Link == LinkMark.Live && model.Bills.ContainsKey(model.DetailBill) ? [new Cmd.FetchDetail(model.DetailBill, model.Now)] : [];
}
