namespace LegTracker.Server.Api;

/// <summary>The votes that a bill's lines give.</summary>
internal static class VoteMapping
{
    // What a vote decides, weightiest first: a line that passes a bill also says where it goes next.
    private static readonly V1.ActionKind[] Outcomes =
    [
        V1.ActionKind.VetoOverridden, V1.ActionKind.Concurred, V1.ActionKind.PassedHouse, V1.ActionKind.FailedHouse, V1.ActionKind.Adopted,
        V1.ActionKind.PassedCommittee, V1.ActionKind.FailedCommittee, V1.ActionKind.Reconsideration, V1.ActionKind.Withdrawn, V1.ActionKind.RuleWaived, V1.ActionKind.Urgency,
        V1.ActionKind.Amended, V1.ActionKind.Rescinded,
    ];

    public static IEnumerable<V1.RecordedVote> Of(IEnumerable<V1.Action> actions) => actions.Where(action => action.Votes is not null).Select(action => new V1.RecordedVote
    {
        Date = action.Date,
        Ayes = action.Votes.Ayes,
        Noes = action.Votes.Noes,
        Outcome = Outcomes.FirstOrDefault(action.Kinds.Contains, V1.ActionKind.Unknown),
        Sequence = action.Sequence,
        Text = action.Text,
    });
}
