namespace LegTracker.Legislature;

/// <summary>When a chaptered bill takes effect, as far as its history and the constitution tell it for certain.</summary>
internal static class Effect
{
    public const string January = "January 1 after chaptering (Cal. Const. art. IV, sec. 8(c))";

    public const string AtOnce = "Urgency statute, at once when filed with the Secretary of State (Cal. Const. art. IV, sec. 8(c)(3))";

    /// <summary>Date and rule, or null and null.</summary>
    /// <param name="urgency">What the source says of an urgency clause; null to go by the lines.</param>
    /// <remarks>
    /// Silent where a history cannot tell: resolutions, extraordinary sessions without urgency, bills of the budget and tax committees (which often
    /// take effect at once with no urgency clause), and chapters of months when the 90 days of sec. 8(c)(1) would run into the new year.
    /// </remarks>
    public static (DateOnly? Date, string? Rule) Of(BillId id, IReadOnlyCollection<ReadAction> actions, bool? urgency)
    {
        var chaptered = actions.LastOrDefault(action => action.Kinds.Contains(ActionKind.Chaptered));
        if (chaptered is null || id.Type is not (MeasureType.AB or MeasureType.SB))
        {
            return (null, null);
        }

        var date = chaptered.Line.Date;
        if (urgency ?? HasUrgencyClause(actions))
        {
            return (date, AtOnce);
        }

        var lastSureDay = date.Year == id.Session.StartYear ? new DateOnly(date.Year, 10, 15) : new DateOnly(date.Year, 10, 2);
        return id.Session.Extraordinary == 0 && date <= lastSureDay && !actions.SelectMany(action => action.Committees).Any(Committees.MayTakeEffectAtOnce)
            ? (new DateOnly(date.Year + 1, 1, 1), January)
            : (null, null);
    }

    /// <summary>Whether the urgency clause was adopted with the last vote that passed the bill or its amendments.</summary>
    private static bool HasUrgencyClause(IReadOnlyCollection<ReadAction> actions)
    {
        var lastVote = actions.Where(action => action.Kinds.Any(kind => kind is ActionKind.PassedHouse or ActionKind.Concurred)).MaxBy(action => action.Line.Date);
        return lastVote is not null
            && actions.Any(action => action.Kinds.Contains(ActionKind.Urgency) && action.Line.Date == lastVote.Line.Date);
    }
}
