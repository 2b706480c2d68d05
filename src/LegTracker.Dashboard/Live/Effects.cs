using System.Globalization;
using System.Threading.Channels;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.Dashboard.Model;
using LegTracker.V1;

namespace LegTracker.Dashboard.Live;

/// <summary>Carries out what Update asks of the server; what fails is said, never lost in silence.</summary>
internal sealed class Effects(LegTrackerConnection connection, ViewFile view, ChannelWriter<Msg> messages, ReadMarks marks, EditStore edits)
{
    private readonly EditSending sending = new(connection, messages, Environment.UserName);

    /// <summary>Carries out one effect; what takes long goes on beside.</summary>
    public async ValueTask RunAsync(Cmd command)
    {
        switch (command)
        {
            case Cmd.Poll poll:
                _ = TellAsync(() => PollAsync(poll));
                break;
            case Cmd.Decide decide:
                _ = TellAsync(() => new CandidateDecisions(connection, messages).RunAsync(decide));
                break;
            case Cmd.Keep keep:
                view.Write(keep.View);
                break;
            case Cmd.KeepEdits kept:
                edits.Keep(kept);
                break;
            case Cmd.SendEdit send:
                _ = sending.SendAsync(send.Edit);
                break;
            case Cmd.FetchDetail fetch:
                _ = new DetailFetch(connection, messages).RunAsync(fetch);
                break;
            case Cmd.MarkRead mark:
                Mark(mark);
                break;
            case Cmd.RunProgram run:
                NoticeProgram.Start(run.Words);
                break;
            case Cmd.KeepTour tour:
                TourFile.Keep(tour.Over);
                break;
            default:
                await ValueTask.CompletedTask;
                break;
        }
    }

    private void Mark(Cmd.MarkRead mark)
    {
        try
        {
            marks.Mark(mark.Changes, mark.Read);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Say($"The mark is not kept for the next start: {fault.Message}", isProblem: true);
        }
    }

    private async Task TellAsync(Func<Task> effect)
    {
        try
        {
            await effect();
        }
        catch (RpcException fault)
        {
            Say(RichError.From(fault).Message, isProblem: true);
        }
    }

    private async Task PollAsync(Cmd.Poll wanted)
    {
        using var call = connection.Sources.RunPoll(new RunPollRequest { Source = wanted.Source, Bill = wanted.Bill });
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
        {
            var told = call.ResponseStream.Current;
            if (told.EventCase == RunPollResponse.EventOneofCase.Progress)
            {
                var far = told.Progress;
                Say(string.Create(CultureInfo.InvariantCulture, $"{FeedMapping.Title(far.Source)}: {far.What}, {far.BytesDone:N0}{(far.BytesTotal > 0 ? $" of {far.BytesTotal:N0}" : "")} bytes"));
                continue;
            }

            var poll = told.EventCase == RunPollResponse.EventOneofCase.SourceDone ? told.SourceDone : told.BillDone;
            if (told.EventCase == RunPollResponse.EventOneofCase.SourceDone || wanted.Bill.Length > 0)
            {
                Say(
                    string.Create(CultureInfo.InvariantCulture, $"{FeedMapping.Title(poll.Source)}: {ApiWords.Of(poll.Outcome)}, {poll.ChangeCount} {(poll.ChangeCount == 1 ? "change" : "changes")}{(poll.ErrorDetail.Length > 0 ? ": " + poll.ErrorDetail : "")}"),
                    poll.Outcome is PollOutcome.FetchFailed or PollOutcome.Quarantined or PollOutcome.Skipped);
            }
        }
    }

    private void Say(string words, bool isProblem = false) => messages.TryWrite(new Msg.Said(words, isProblem));
}
