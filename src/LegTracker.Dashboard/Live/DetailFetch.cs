using System.Threading.Channels;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.Dashboard.Model;
using LegTracker.V1;

namespace LegTracker.Dashboard.Live;

/// <summary>Fetches what a bill's detail shows beyond the list.</summary>
internal sealed class DetailFetch(LegTrackerConnection connection, ChannelWriter<Msg> messages)
{
    private const int Patience = 20;

    /// <summary>Posts exactly one answer, whatever happens.</summary>
    public async Task RunAsync(Cmd.FetchDetail wanted)
    {
        Msg answer;
        try
        {
            var deadline = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(Patience);
            var told = await connection.Bills.GetBillAsync(new GetBillRequest { Name = wanted.Bill }, deadline: deadline);
            answer = new Msg.DetailArrived(DetailMapping.From(told.Bill) with { Asked = wanted.Asked });
        }
        catch (RpcException fault)
        {
            answer = new Msg.DetailFailed(new(wanted.Bill, wanted.Asked, Why(fault)));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            answer = new Msg.DetailFailed(new(wanted.Bill, wanted.Asked, $"what the server sent could not be shown ({fault.Message})"));
        }

        messages.TryWrite(answer);
    }

    // The server's own sentence where it explains itself; a status without one is no word for a reader.
    private static string Why(RpcException fault) => fault.StatusCode switch
    {
        StatusCode.Unavailable => "the server was not reached",
        StatusCode.DeadlineExceeded => FormattableString.Invariant($"the server did not answer within {Patience} seconds"),
        _ => RichError.From(fault) is { Reason.Length: > 0, Message.Length: > 0 } told ? $"the server says: {told.Message}" : "the server failed at it",
    };
}
