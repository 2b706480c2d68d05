using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>One step of the tour.</summary>
/// <param name="Command">Id of the command to be tried; its key is named.</param>
/// <param name="Does">What the key does, after its name.</param>
/// <param name="See">What there is to see.</param>
/// <param name="Done">Whether a step from one model to the next was what the tour asked for.</param>
internal sealed record TourStep(string Command, string Does, string See, Func<DashboardModel, DashboardModel, bool> Done);

/// <summary>A tour of the keys, in the order in which somebody would need them; it goes on when its key has been tried.</summary>
internal static class Tour
{
    public static ImmutableArray<TourStep> Steps { get; } =
    [
        new("list.down", "goes to the next bill", "A row is a bill: its way through both houses, stage, age; a dot is news.", (before, after) => before.BillPlace.Index != after.BillPlace.Index),
        new("open", "opens the bill", "There is its whole passage and history, and the line that gave it its stage.", (_, after) => after.Screen == Screen.Detail),
        new("back", "goes back", "\"Read\" tells when a bill was last confirmed, and by which source.", (before, after) => before.Screen == Screen.Detail && after.Screen != Screen.Detail),
        new("view.changes", "shows the changes", "Each is kept with what was before it. In the demo more come by themselves.", (_, after) => after.Screen == Screen.Changes),
        new("read", "marks one read, or unread again", "Passing over it marks nothing; marks outlive a restart.", (before, after) => before.UnreadChanges != after.UnreadChanges && before.Changes.Length == after.Changes.Length),
        new("view.sources", "shows the sources", "Whether each source is well, and what to do when it is not.", (_, after) => after.Screen == Screen.Sources),
        new("view.bills", "goes back to the bills", "The first row always tells whether what you see is live.", (_, after) => after.Screen == Screen.Bills),
        new("filter", "filters as you type, Enter keeps it", "Try a word or a number, such as 1394; stage:floor and new work too.", (before, after) => before.Prompt is not null && after.Prompt is null),
        new("help", "lists every key, and ends this tour", "Enter runs the one under the cursor.", (before, after) => before.Picker is null && after.Picker is not null),
    ];

    /// <summary>Begins the tour, or ends it; an end is remembered.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Toggle(DashboardModel model) => model.TourStep is null
        ? (model with { TourStep = 0 }, [])
        : (DashboardUpdate.Say(model with { TourStep = null }, $"The tour is over; {Key(model, "tour")} begins it again"), [new Cmd.KeepTour(Over: true)]);

    /// <summary>Goes on when the step's key has done its work.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Follow(DashboardModel before, DashboardModel after)
    {
        if (before.TourStep is not { } at || after.TourStep != at || !Steps[at].Done(before, after))
        {
            return (after, []);
        }

        return at + 1 < Steps.Length
            ? (after with { TourStep = at + 1 }, [])
            : (after with { TourStep = null }, [new Cmd.KeepTour(Over: true)]);
    }

    /// <summary>The first key of a command, as it is in the key map now.</summary>
    public static string Key(DashboardModel model, string command) =>
        model.Keys.Commands.FirstOrDefault(known => known.Id == command && !known.Keys.IsEmpty) is { } found ? KeyWords.Of(found.Keys[0]) : command;
}
