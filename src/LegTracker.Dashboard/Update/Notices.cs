using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>Tells the user of fresh changes by the rules of "notices.yaml": never more than once in half a minute, what came in between together.</summary>
internal static class Notices
{
    public static readonly TimeSpan Between = TimeSpan.FromSeconds(30);

    /// <summary>Notes which of the fresh changes fit a rule; the first rule that fits counts.</summary>
    public static DashboardModel Note(DashboardModel model, Msg.ChangesArrived arrived)
    {
        if (!arrived.Fresh || model.Notices.IsEmpty)
        {
            return model;
        }

        var wanted = arrived.Changes.Where(change => change.Unread)
            .Select(change => (Rule: model.Notices.FirstOrDefault(rule => Fits(rule, change, model)), Change: change))
            .Where(pair => pair.Rule is not null).Select(pair => (pair.Rule!, pair.Change));
        return model with { NoticesWaiting = [.. model.NoticesWaiting, .. wanted] };
    }

    /// <summary>Gives notice of what waits when the time has come.</summary>
    public static (DashboardModel Model, Cmd[] Commands) Give(DashboardModel model)
    {
        if (model.NoticesWaiting.IsEmpty || model.Now < Due(model))
        {
            return (model, []);
        }

        var (rule, newest) = model.NoticesWaiting[^1];
        var more = model.NoticesWaiting.Length - 1;
        var words = CleanText.Of(newest.Summary) + (more > 0 ? FormattableString.Invariant($" (and {more} more)") : "");
        Cmd does = rule.Way switch
        {
            NoticeWay.Bell => new Cmd.Bell(),
            NoticeWay.Terminal => new Cmd.Notify(words),
            _ => new Cmd.RunProgram([.. rule.Program.Select((word, at) => at == 0 ? word : word
                .Replace("{more}", FormattableString.Invariant($"{more}"), StringComparison.Ordinal)
                .Replace("{kind}", CleanText.Of(newest.Kind), StringComparison.Ordinal)
                .Replace("{measure}", CleanText.Of(newest.Measure), StringComparison.Ordinal)
                .Replace("{summary}", words, StringComparison.Ordinal))]),
        };
        return (model with { NoticesWaiting = [], LastNotice = model.Now }, [does]);
    }

    /// <summary>When the next notice may be given.</summary>
    public static DateTimeOffset Due(DashboardModel model) => model.LastNotice == DateTimeOffset.MinValue ? model.LastNotice : model.LastNotice + Between;

    private static bool Fits(NoticeRule rule, ChangeItem change, DashboardModel model) =>
        (rule.Kinds.IsEmpty || rule.Kinds.Contains(change.Kind, StringComparer.OrdinalIgnoreCase))
        && (rule.Filter.Length == 0 || (model.Bills.GetValueOrDefault(change.Bill) is { } bill && RowFilter.Parse(rule.Filter).Accepts(bill, model)));
}
