using System.Threading.Channels;
using LegTracker.Client;
using LegTracker.Dashboard.Model;
using LegTracker.V1;

namespace LegTracker.Dashboard.Live;

/// <summary>Carries out what was decided of a candidate, and says what the server made of it.</summary>
internal sealed class CandidateDecisions(LegTrackerConnection connection, ChannelWriter<Msg> messages)
{
    /// <exception cref="Grpc.Core.RpcException">The server refused it, or does not answer.</exception>
    public async Task RunAsync(Cmd.Decide decided)
    {
        var name = decided.Candidate.Name;
        if (decided.Accept)
        {
            var accepted = await connection.Discovery.AcceptCandidateAsync(new AcceptCandidateRequest { Name = name, Reason = decided.Reason });
            Tell(accepted.Candidate, $"{decided.Candidate.Measure} is tracked now and is read at the next poll; D takes it back");
            return;
        }

        var untracked = await UntrackAsync(decided.Candidate.Bill);
        var dismissed = await connection.Discovery.DismissCandidateAsync(new DismissCandidateRequest { Name = name, Reason = decided.Reason });
        Tell(dismissed.Candidate, $"{decided.Candidate.Measure} is {(untracked ? "off the watch list and " : "")}set aside; A takes it back");
    }

    // A bill on the watch list has to leave it first; whether it is there is the server's to know.
    private async Task<bool> UntrackAsync(string bill)
    {
        try
        {
            await connection.Bills.UntrackBillAsync(new UntrackBillRequest { Name = bill });
            return true;
        }
        catch (Grpc.Core.RpcException fault) when (fault.StatusCode == Grpc.Core.StatusCode.NotFound)
        {
            return false;
        }
    }

    private void Tell(Candidate candidate, string words)
    {
        messages.TryWrite(new Msg.CandidateDecided(candidate.Name, ListMapping.Mark(candidate.State), candidate.Reason, candidate.DecidedBy, candidate.DecidedTime?.ToDateTimeOffset()));
        messages.TryWrite(new Msg.Said(words));
    }
}
