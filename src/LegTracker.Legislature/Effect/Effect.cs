namespace LegTracker.Legislature;

/// <summary>When a filed measure takes effect, as far as its history, known facts and the constitution tell it for certain.</summary>
internal static class Effect
{
    /// <summary>Date and rule; a rule without a date when the rule is sure and its day is not; null and null when nothing was filed.</summary>
    /// <remarks>
    /// No date where it cannot be told: extraordinary sessions whose adjournment is not known, bills of the committees of budget and taxes that no
    /// source marks (they often take effect at once with no urgency clause), chapters of months when the 90 days would run into the new year.
    /// </remarks>
    public static (DateOnly? Date, string? Rule) Of(BillId id, IReadOnlyCollection<ReadAction> actions, EffectFacts facts)
    {
        var chaptered = actions.LastOrDefault(action => action.Kinds.Contains(ActionKind.Chaptered))?.Line.Date;
        var filed = FilingOf(actions) ?? chaptered;
        return id.Type switch
        {
            MeasureType.HR or MeasureType.SR => (null, null),
            MeasureType.AB or MeasureType.SB => chaptered is { } day ? OfStatute(id, actions, day, facts) : (null, null),
            _ when filed is null => (null, null),
            MeasureType.ACA or MeasureType.SCA => (null, id.Session.StartYear >= 2019 ? EffectRules.Voters : EffectRules.VotersBefore2018),
            _ => (filed, EffectRules.Filing),
        };
    }

    private static (DateOnly? Date, string? Rule) OfStatute(BillId id, IReadOnlyCollection<ReadAction> actions, DateOnly filed, EffectFacts facts)
    {
        var signed = actions.LastOrDefault(action => action.Kinds.Contains(ActionKind.Signed))?.Line.Date;
        var atOnce = facts.Urgency ?? HasUrgencyClause(actions) ? EffectRules.Urgency
            : facts.TaxLevy is true ? EffectRules.TaxLevy
            : facts.CallsElection is true ? EffectRules.Election
            : facts.UsualCurrentExpenses is true ? EffectRules.CurrentExpenses
            : null;
        return atOnce is not null ? (filed, atOnce)
            : facts.BudgetRelated is true ? (signed == filed ? filed : null, EffectRules.Budget)
            : MayBeAtOnce(actions, facts) ? (null, id.Session.Extraordinary == 0 ? EffectRules.PerhapsAtOnce : EffectRules.Extraordinary)
            : id.Session.Extraordinary != 0 ? (facts.Adjourned?.AddDays(91), EffectRules.Extraordinary)
            : InJanuary(id, filed, facts);
    }

    private static (DateOnly? Date, string? Rule) InJanuary(BillId id, DateOnly filed, EffectFacts facts)
    {
        if (filed < id.Session.FirstDay || filed > id.Session.LastDay)
        {
            return (null, EffectRules.AfterNinetyDays);
        }

        var next = new DateOnly(filed.Year + 1, 1, 1);
        if (filed.AddDays(90) < next)
        {
            return (next, EffectRules.January);
        }

        // Only what the Governor had when the odd year's recess began is spared the 90 days, sec. 8(c)(2); that time ends in mid-October.
        var hadAtRecess = filed.Year == id.Session.StartYear && filed <= new DateOnly(filed.Year, 10, 15);
        return hadAtRecess && facts.ElectionDistricts is not true ? (next, EffectRules.January) : (null, EffectRules.AfterNinetyDays);
    }

    /// <summary>A bill of the committees of the budget or of taxes, unless a source says that it is neither.</summary>
    private static bool MayBeAtOnce(IReadOnlyCollection<ReadAction> actions, EffectFacts facts) =>
        (facts.TaxLevy, facts.BudgetRelated) is not (false, false)
        && actions.SelectMany(action => action.Committees).Any(Committees.MayTakeEffectAtOnce);

    private static DateOnly? FilingOf(IReadOnlyCollection<ReadAction> actions) =>
        actions.LastOrDefault(action => action.Kinds.Contains(ActionKind.Filed) && action.Kinds.Contains(ActionKind.Enrolled))?.Line.Date;

    /// <summary>Whether the urgency clause was adopted with the last vote that passed the bill or its amendments.</summary>
    private static bool HasUrgencyClause(IReadOnlyCollection<ReadAction> actions)
    {
        var lastVote = actions.Where(action => action.Kinds.Any(kind => kind is ActionKind.PassedHouse or ActionKind.Concurred)).MaxBy(action => action.Line.Date);
        return lastVote is not null
            && actions.Any(action => action.Kinds.Contains(ActionKind.Urgency) && action.Line.Date == lastVote.Line.Date);
    }
}
