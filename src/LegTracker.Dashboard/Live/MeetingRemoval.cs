using System.Threading.Channels;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.Dashboard.Model;
using LegTracker.V1;

namespace LegTracker.Dashboard.Live;

/// <summary>Removes a meeting, and adds a removed one again; what the server refuses is the caller's to say.</summary>
internal sealed class MeetingRemoval(LegTrackerConnection connection, ChannelWriter<Msg> messages)
{
    /// <param name="etag">Of the meeting, after the decisions made here.</param>
    /// <exception cref="RpcException">It was not removed.</exception>
    public async Task RemoveAsync(MeetingItem meeting, string etag, CancellationToken stop)
    {
        try
        {
            await connection.Meetings.DeleteMeetingAsync(new DeleteMeetingRequest { Name = meeting.Name, Etag = etag }, cancellationToken: stop);
            messages.TryWrite(new Msg.MeetingRemoved(meeting));
        }
        catch (RpcException fault) when (RichError.From(fault).Reason == "ETAG_MISMATCH")
        {
            messages.TryWrite(new Msg.Said("Not removed: somebody changed the meeting meanwhile. Look at it as it is now", IsProblem: true));
        }
    }

    /// <exception cref="RpcException">The meeting was not added.</exception>
    public async Task RestoreAsync(MeetingItem meeting, CancellationToken stop)
    {
        var wanted = new Meeting { Date = meeting.Name["meetings/".Length..], Title = meeting.Title, Minutes = meeting.Minutes };
        var added = (await connection.Meetings.CreateMeetingAsync(new CreateMeetingRequest { Meeting = wanted }, cancellationToken: stop)).Meeting;
        var lost = "";
        if (!meeting.Arrangement.IsEmpty)
        {
            try
            {
                var arranged = new Meeting { Name = added.Name, Etag = added.Etag, Arrangement = { meeting.Arrangement.Select(MeetingMapping.To) } };
                await connection.Meetings.UpdateMeetingAsync(
                    new UpdateMeetingRequest { Meeting = arranged, UpdateMask = new FieldMask { Paths = { "arrangement" } }, Author = Environment.UserName }, cancellationToken: stop);
            }
            catch (RpcException fault)
            {
                lost = RichError.From(fault).Message;
            }
        }

        messages.TryWrite(new Msg.MeetingRestored(meeting, lost));
    }
}
