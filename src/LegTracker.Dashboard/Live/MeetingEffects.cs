using System.Threading.Channels;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.Dashboard.Model;
using LegTracker.V1;

namespace LegTracker.Dashboard.Live;

/// <summary>Carries out what the dashboard asks of meetings and segments, one after another, so that decisions are kept in the order they were made.</summary>
/// <param name="content">The API's segment as content.</param>
/// <param name="write">Writes a segment in a format into the current folder; gives the path.</param>
internal sealed class MeetingEffects(LegTrackerConnection connection, ChannelWriter<Msg> messages, Func<Segment, SegmentContent> content, Func<Segment, string, Task<string>> write)
{
    // Segments of older meetings are fetched when they are opened.
    private const int MostSegments = 12;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // The etag that a meeting has after the decisions which were made on one that the dashboard knew; null after a refusal.
    private readonly Dictionary<string, string?> followed = new(StringComparer.Ordinal);
    private readonly MeetingRemoval removal = new(connection, messages);
    private int done;

    /// <summary>False when the effect is none of meetings.</summary>
    public async ValueTask<bool> RunAsync(Cmd command)
    {
        using var patience = new CancellationTokenSource(Patience);
        var stop = patience.Token;
        Task? effect = command switch
        {
            Cmd.LoadMeetings load => LoadAsync(load.WithSegments, stop),
            Cmd.LoadSegment load => LoadSegmentAsync(load.Meeting, load.Published, stop),
            Cmd.KeepMeeting keep => KeepAsync(keep, stop),
            Cmd.RemoveMeeting remove => ChangedAsync(removal.RemoveAsync(remove.Meeting, followed.GetValueOrDefault($"{remove.Meeting.Name} {remove.Meeting.Etag}") ?? remove.Meeting.Etag, stop), stop),
            Cmd.RestoreMeeting restore => ChangedAsync(removal.RestoreAsync(restore.Meeting, stop), stop),
            Cmd.Arrange arrange => ArrangeAsync(arrange, stop),
            Cmd.WriteSegment wanted => WriteAsync(wanted, stop),
            Cmd.FreezeSegment freeze => FreezeAsync(freeze, stop),
            _ => null,
        };
        if (effect is null)
        {
            return false;
        }

        try
        {
            await effect;
        }
        catch (RpcException fault) when (command is Cmd.LoadMeetings or Cmd.LoadSegment && fault.StatusCode is StatusCode.Unavailable or StatusCode.Cancelled)
        {
            // The next connection asks again.
        }
        catch (RpcException fault)
        {
            Say(RichError.From(fault).Message, isProblem: true);
        }
        finally
        {
            messages.TryWrite(new Msg.MeetingsAnswered());
        }

        return true;
    }

    private async Task LoadAsync(bool withSegments, CancellationToken stop)
    {
        var meetings = new List<MeetingItem>();
        var request = new ListMeetingsRequest { PageSize = 200 };
        do
        {
            var page = await connection.Meetings.ListMeetingsAsync(request, cancellationToken: stop);
            meetings.AddRange(page.Meetings.Select(MeetingMapping.From));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        messages.TryWrite(new Msg.MeetingsArrived([.. meetings], done));
        foreach (var meeting in withSegments ? meetings.Take(MostSegments) : [])
        {
            await LoadSegmentAsync(meeting.Name, meeting.Published, stop);
        }
    }

    private async Task LoadSegmentAsync(string meeting, string published, CancellationToken stop)
    {
        var segment = await SegmentAsync(meeting, published, stop);
        messages.TryWrite(new Msg.SheetArrived(MeetingMapping.From(segment, content(segment)), done));
    }

    private async Task<Segment> SegmentAsync(string meeting, string published, CancellationToken stop) => published.Length > 0
        ? (await connection.Meetings.GetSegmentAsync(new GetSegmentRequest { Name = published }, cancellationToken: stop)).Segment
        : (await connection.Meetings.DraftSegmentAsync(new DraftSegmentRequest { Meeting = meeting }, cancellationToken: stop)).Segment;

    private async Task KeepAsync(Cmd.KeepMeeting keep, CancellationToken stop)
    {
        var meeting = new Meeting { Date = FormattableString.Invariant($"{keep.Date:yyyy-MM-dd}"), Title = keep.Title, Minutes = keep.Minutes, Etag = keep.Etag };
        meeting.Name = "meetings/" + meeting.Date;
        if (keep.Etag.Length == 0)
        {
            await connection.Meetings.CreateMeetingAsync(new CreateMeetingRequest { Meeting = meeting }, cancellationToken: stop);
        }
        else
        {
            await connection.Meetings.UpdateMeetingAsync(new UpdateMeetingRequest { Meeting = meeting, Author = Environment.UserName }, cancellationToken: stop);
        }

        Say($"The meeting of {meeting.Date} is kept");
        await LoadAsync(withSegments: true, stop);
    }

    private async Task ChangedAsync(Task change, CancellationToken stop)
    {
        await change;
        await LoadAsync(withSegments: true, stop);
    }

    private async Task ArrangeAsync(Cmd.Arrange arrange, CancellationToken stop)
    {
        done = arrange.Serial;
        var known = $"{arrange.Meeting} {arrange.Etag}";
        if (followed.TryGetValue(known, out var etag) && etag is null)
        {
            return;
        }

        var request = new UpdateMeetingRequest
        {
            Meeting = new Meeting { Name = arrange.Meeting, Etag = etag ?? arrange.Etag, Arrangement = { arrange.Arrangement.Select(MeetingMapping.To) } },
            UpdateMask = new FieldMask { Paths = { "arrangement" } },
            Author = Environment.UserName,
        };
        try
        {
            followed[known] = (await connection.Meetings.UpdateMeetingAsync(request, cancellationToken: stop)).Meeting.Etag;
        }
        catch (RpcException fault)
        {
            followed[known] = null;
            messages.TryWrite(new Msg.ArrangementRefused($"Not kept: {RichError.From(fault).Message}"));
            return;
        }

        await LoadAsync(withSegments: false, stop);
        await LoadSegmentAsync(arrange.Meeting, "", stop);
    }

    private async Task WriteAsync(Cmd.WriteSegment wanted, CancellationToken stop)
    {
        var segment = await SegmentAsync(wanted.Meeting, wanted.Published, stop);
        Say($"Wrote {await write(segment, wanted.Format)}{(segment.Missing.Count > 0 ? FormattableString.Invariant($", {segment.Missing.Count} {(segment.Missing.Count == 1 ? "text" : "texts")} missing") : "")}");
    }

    private async Task FreezeAsync(Cmd.FreezeSegment freeze, CancellationToken stop)
    {
        try
        {
            var request = new PublishSegmentRequest { Meeting = freeze.Meeting, Etag = freeze.Etag, Author = Environment.UserName };
            var segment = (await connection.Meetings.PublishSegmentAsync(request, cancellationToken: stop)).Segment;
            Say($"Frozen as segment {segment.Name[(segment.Name.LastIndexOf('/') + 1)..]}; w writes it");
            messages.TryWrite(new Msg.SheetArrived(MeetingMapping.From(segment, content(segment)), done));
        }
        catch (RpcException fault) when (RichError.From(fault).Reason == "ETAG_MISMATCH")
        {
            Say("Not frozen: the record has changed meanwhile. Look at it as it is now, then freeze it", isProblem: true);
            await LoadSegmentAsync(freeze.Meeting, "", stop);
        }

        await LoadAsync(withSegments: false, stop);
    }

    private void Say(string words, bool isProblem = false) => messages.TryWrite(new Msg.Said(words, isProblem));
}
