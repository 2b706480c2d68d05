using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>The candidates screen: what arrives, in which order it stands, and what is decided.</summary>
internal static class Candidates
{
    private const int LongestReason = 500;

    public static (DashboardModel Model, Cmd[] Commands) Apply(DashboardModel model, Msg.OfCandidates told) => told switch
    {
        Msg.CandidatesArrived arrived => (Take(model, arrived.Candidates), []),
        Msg.CandidateDecided decided => (Take(model, decided), []),
        Msg.Accept => Accept(model),
        Msg.Dismiss => (AskWhy(model), []),
        Msg.DismissFor dismissed => Dismiss(model, dismissed),
        _ => (model, []),
    };

    /// <summary>The rows anew: filtered, the undecided first, the best match first; what was decided on this visit keeps its place.</summary>
    public static DashboardModel Arrange(DashboardModel model)
    {
        var filter = RowFilter.Parse(model.Filter);
        var rows = model.Candidates.All.Where(filter.Accepts)
            .OrderBy(candidate => candidate.State == CandidateMark.New || model.Candidates.Kept.Contains(candidate.Name) ? 0 : 1)
            .ThenByDescending(candidate => candidate.Score)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal);
        return Settle(model with { Candidates = model.Candidates with { Rows = [.. rows] } });
    }

    /// <summary>After a screen was chosen: the candidates' list in its own order, nothing in full.</summary>
    public static DashboardModel Enter(DashboardModel model) => model.Screen != Screen.Candidates ? model
        : Arrange(model with { Candidates = model.Candidates with { Kept = model.Candidates.Kept.Clear(), Whole = false } });

    public static DashboardModel Settle(DashboardModel model) => At(model, model.Candidates.Rows is var rows
        ? Lists.Follow(model.Screen, Screen.Candidates, model.Candidates.Place, rows.Length, model.LayoutOf(Screen.Candidates).ListHeight, i => rows[i].Name)
        : default);

    public static DashboardModel MoveTo(DashboardModel model, int row) => At(model, model.Candidates.Rows is var rows
        ? model.Candidates.Place.At(row, rows.Length, model.LayoutOf(Screen.Candidates).ListHeight, i => rows[i].Name)
        : default);

    /// <summary>The candidate under the cursor in full; it is read then.</summary>
    public static DashboardModel Open(DashboardModel model) => model.Candidates.UnderCursor is not { } here ? model
        : Change(model with { Candidates = model.Candidates with { Whole = true } }, here.Name, candidate => candidate with { Unread = false });

    public static DashboardModel ToggleRead(DashboardModel model) => model.Candidates.UnderCursor is not { } here ? model
        : Change(model, here.Name, candidate => candidate with { Unread = !candidate.Unread });

    // What came, or came back, while the dashboard was open is unread; what was there before is not.
    private static DashboardModel Take(DashboardModel model, ImmutableArray<CandidateItem> arrived)
    {
        var before = model.Candidates.All.ToDictionary(candidate => candidate.Name, StringComparer.Ordinal);
        var news = model.Candidates.Known;
        var all = arrived.DistinctBy(candidate => candidate.Name).Select(candidate => before.TryGetValue(candidate.Name, out var known)
            ? candidate with { Unread = candidate.State == CandidateMark.New && (known.Unread || known.State != CandidateMark.New) }
            : candidate with { Unread = news && candidate.State == CandidateMark.New });
        return Arrange(model with { Candidates = model.Candidates with { Known = true, All = [.. all] } });
    }

    private static DashboardModel Take(DashboardModel model, Msg.CandidateDecided decided) => Change(
        model with { Candidates = model.Candidates with { Kept = model.Candidates.Kept.Add(decided.Candidate) } },
        decided.Candidate,
        candidate => candidate with { State = decided.State, Reason = decided.Reason, DecidedBy = decided.By, Decided = decided.At, Unread = false });

    private static (DashboardModel Model, Cmd[] Commands) Accept(DashboardModel model) => model.Candidates.UnderCursor switch
    {
        null => (model, []),
        { State: CandidateMark.Accepted } here when model.Bills.ContainsKey(here.Bill) => (DashboardUpdate.Say(model, $"{here.Measure} is tracked already. D takes it back"), []),
        _ when Refused(model) is { } refused => (refused, []),
        var here => (DashboardUpdate.Say(model, $"Asked the server to track {here.Measure}"), [new Cmd.Decide(here, Accept: true, "")]),
    };

    private static DashboardModel AskWhy(DashboardModel model) => model.Candidates.UnderCursor is not { } here ? model : Refused(model) ?? model with
    {
        Prompt = new Prompt(
            model.Bills.ContainsKey(here.Bill) ? $"take {here.Measure} off the watch list, because" : $"set {here.Measure} aside, because",
            here.State == CandidateMark.Dismissed ? here.Reason : "",
            reason => new Msg.DismissFor(here.Name, reason))
        {
            Hint = "Enter does it, Esc leaves it",
            Longest = LongestReason,
        },
    };

    // By name: the list may have moved while the reason was typed.
    private static (DashboardModel Model, Cmd[] Commands) Dismiss(DashboardModel model, Msg.DismissFor dismissed) =>
        model.Candidates.All.FirstOrDefault(candidate => candidate.Name == dismissed.Candidate) is not { } candidate ? (DashboardUpdate.Say(model, "This candidate is gone", isProblem: true), [])
        : Refused(model) is { } refused ? (refused, [])
        : (DashboardUpdate.Say(model, $"Asked the server to set {candidate.Measure} aside"), [new Cmd.Decide(candidate, Accept: false, dismissed.Reason.Trim())]);

    private static DashboardModel? Refused(DashboardModel model) => model.Connection.Link == LinkMark.Live ? null
        : DashboardUpdate.Say(model, "Not done: there is no connection. Candidates can be read, and decided when the server is back", isProblem: true);

    private static DashboardModel Change(DashboardModel model, string name, Func<CandidateItem, CandidateItem> to) => Arrange(model with
    {
        Candidates = model.Candidates with { All = [.. model.Candidates.All.Select(candidate => candidate.Name == name ? to(candidate) : candidate)] },
    });

    private static DashboardModel At(DashboardModel model, ListPlace place) =>
        model with { Candidates = model.Candidates with { Place = place, Whole = model.Candidates.Whole && place.Id is not null } };
}
