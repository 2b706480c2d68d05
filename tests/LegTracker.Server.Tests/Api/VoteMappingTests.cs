using LegTracker.Server.Api;

namespace LegTracker.Server.Tests.Api;

/// <summary>Votes in the API's Bill.</summary>
public sealed class VoteMappingTests
{
    [Fact]
    public void Each_line_with_a_vote_is_one_with_what_came_of_it()
    {
        V1.Action[] actions =
        [
            Action(1, null, V1.ActionKind.Introduced),
            Action(2, (7, 0), V1.ActionKind.PassedCommittee, V1.ActionKind.Rereferred),
            Action(3, (20, 21), V1.ActionKind.FailedHouse, V1.ActionKind.Reconsideration),
            Action(4, (41, 0), V1.ActionKind.PassedHouse),
            Action(5, (1, 2), V1.ActionKind.Unknown),
        ];

        Assert.Equal(
            [(2, 7, 0, V1.ActionKind.PassedCommittee), (3, 20, 21, V1.ActionKind.FailedHouse), (4, 41, 0, V1.ActionKind.PassedHouse), (5, 1, 2, V1.ActionKind.Unknown)],
            VoteMapping.Of(actions).Select(vote => (vote.Sequence, vote.Ayes, vote.Noes, vote.Outcome)));
        Assert.All(VoteMapping.Of(actions), vote => Assert.Equal(("2025-03-03", $"line {vote.Sequence}"), (vote.Date, vote.Text)));
    }

    private static V1.Action Action(int sequence, (int Ayes, int Noes)? votes, params V1.ActionKind[] kinds) => new()
    {
        Date = "2025-03-03",
        Sequence = sequence,
        Text = $"line {sequence}",
        Kinds = { kinds },
        Votes = votes is { } given ? new V1.Votes { Ayes = given.Ayes, Noes = given.Noes } : null,
    };
}
