using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>What the passing of time changes, and when it will next change something that is shown.</summary>
internal static class Passing
{
    /// <summary>How long after a key the list keeps its order.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(1);

    public static bool HoldsOrder(DashboardModel model) => model.Now - model.LastKey < Hold && model.Now >= model.LastKey;

    /// <summary>The model at a later instant.</summary>
    public static DashboardModel To(DashboardModel model, DateTimeOffset now)
    {
        var later = now == model.Now ? model : model with { Now = now };
        if (later.Toast is { } toast && toast.Until <= now)
        {
            later = later with { Toast = null };
        }

        later = Turned(model, later);
        return later.SortWaits && !HoldsOrder(later) ? Arrivals.Reorder(later) : later;
    }

    /// <summary>On another day other dates are ahead: every list by them is made anew, the bills' when no key is fresh.</summary>
    public static DashboardModel Turned(DashboardModel before, DashboardModel model) => model.Today == before.Today ? model : Arrivals.Rearrange(model);

    /// <summary>The next instant at which a tick would change what is shown: ages count minutes, a retry or a fast clock seconds.</summary>
    public static DateTimeOffset NextTick(DashboardModel model)
    {
        var next = Ceiling(model.Now, TimeSpan.FromMinutes(1));
        if (model.Clock is { Speed: > 1 } || (model.Connection.Link == LinkMark.Offline && model.Connection.RetryAt > model.Now))
        {
            next = Ceiling(model.Now, TimeSpan.FromSeconds(1));
        }

        if (model.Toast is { } toast && toast.Until < next)
        {
            next = toast.Until;
        }

        if (model.Editing.RetryAt is { } retry && retry > model.Now && retry < next && !model.Editing.Queue.IsEmpty)
        {
            next = retry;
        }

        if (!model.NoticesWaiting.IsEmpty && Notices.Due(model) is var due && due > model.Now && due < next)
        {
            next = due;
        }

        var released = model.SortWaits ? model.LastKey + Hold : next;
        return released < next && released > model.Now ? released : next;
    }

    private static DateTimeOffset Ceiling(DateTimeOffset instant, TimeSpan step) =>
        instant.UtcTicks >= DateTimeOffset.MaxValue.UtcTicks - step.Ticks
            ? instant
            : new(((instant.UtcTicks / step.Ticks) + 1) * step.Ticks, TimeSpan.Zero);
}
