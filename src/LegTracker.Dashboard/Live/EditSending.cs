using System.Threading.Channels;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.Dashboard.Model;
using LegTracker.V1;

namespace LegTracker.Dashboard.Live;

/// <summary>Sends an edit and tells what came of it.</summary>
/// <param name="author">Who writes, as the log shall say.</param>
internal sealed class EditSending(LegTrackerConnection connection, ChannelWriter<Msg> messages, string author)
{
    private static DateTime Deadline => TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(20);

    /// <summary>Posts exactly one answer, whatever happens.</summary>
    public async Task SendAsync(BillEdit edit)
    {
        Msg answer;
        try
        {
            answer = await AnswerAsync(edit);
        }
        catch (RpcException fault)
        {
            answer = Failed(edit, fault);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            answer = new Msg.EditNotSent(edit.Id, fault.Message);
        }

        messages.TryWrite(answer);
    }

    private async Task<Msg> AnswerAsync(BillEdit edit)
    {
        try
        {
            var answer = await connection.Bills.UpdateBillAsync(WrittenMapping.Request(edit, author), deadline: Deadline);
            return new Msg.EditTaken(edit.Id, BillItemMapping.From(answer.Bill));
        }
        catch (RpcException fault) when (RichError.From(fault).Reason == "ETAG_MISMATCH")
        {
            var present = await connection.Bills.GetBillAsync(new GetBillRequest { Name = edit.Bill }, deadline: Deadline);
            return new Msg.EditMismatched(edit.Id, BillItemMapping.From(present.Bill));
        }
    }

    // Too many calls at a time is a matter of waiting; what else the server refuses no waiting mends.
    private static Msg Failed(BillEdit edit, RpcException fault)
    {
        var error = RichError.From(fault);
        return fault.StatusCode != StatusCode.ResourceExhausted && error.Kind is RichErrorKind.Usage or RichErrorKind.NotFound or RichErrorKind.Refused
            ? new Msg.EditRefused(edit.Id, string.Join(' ', new[] { error.Message }.Concat(error.Violations.Select(wrong => $"{wrong.Field}: {wrong.Description}"))))
            : new Msg.EditNotSent(edit.Id, error.Message);
    }
}
