namespace LegTracker.Dashboard.Model;

internal sealed partial record DashboardModel
{
    /// <summary>What is being written of bills.</summary>
    public Editing Editing { get; init; } = Editing.None;

    public DetailTab DetailTab { get; init; } = DetailTab.History;

    /// <summary>What was fetched of the bill in detail; null until it has come, and of another bill not used.</summary>
    public BillDetail? Detail { get; init; }

    /// <summary>The last try to fetch the bill in detail, when it failed; of another bill not used.</summary>
    public DetailFault? DetailFault { get; init; }
}
