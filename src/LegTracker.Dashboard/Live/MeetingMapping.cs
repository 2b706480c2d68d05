using LegTracker.Dashboard.Model;
using LegTracker.V1;

namespace LegTracker.Dashboard.Live;

/// <summary>The API's meetings and segments as the dashboard's own.</summary>
internal static class MeetingMapping
{
    public static MeetingItem From(Meeting meeting) => new(meeting.Name, BillItemMapping.Day(meeting.Date) ?? default, meeting.Title, meeting.Minutes)
    {
        Etag = meeting.Etag,
        Published = meeting.PublishedSegment,
        Arrangement = [.. meeting.Arrangement.Select(choice => new BillChoice(choice.Bill)
        {
            Pinned = choice.Pinned,
            LeftOutReason = choice.LeftOutReason,
            Place = choice.Place,
            Seconds = choice.Seconds,
            SpeakerNote = choice.SpeakerNote,
        })],
    };

    public static ItemChoice To(BillChoice choice) => new()
    {
        Bill = choice.Bill,
        Pinned = choice.Pinned,
        LeftOutReason = choice.LeftOutReason,
        Place = choice.Place,
        Seconds = choice.Seconds,
        SpeakerNote = choice.SpeakerNote,
    };

    /// <param name="content">The same segment, ready to be written.</param>
    public static SegmentSheet From(Segment segment, SegmentContent content) => new(segment.Meeting, segment.Etag)
    {
        Minutes = content.Minutes,
        Rows = [.. segment.Sections.Zip(content.Parts).SelectMany(pair => Rows(pair.First, pair.Second))],
        LeftOut = [.. segment.LeftOut.Select(item => new SheetRow(item.Bill, item.Heading) { Measure = FeedMapping.Measure(item.Bill), Status = item.Status, Why = item.WhyIn, SpeakerNote = item.SpeakerNote, LeftOutReason = item.LeftOutReason })],
        Missing = content.Missing,
        AsOf = content.AsOf,
        LastRead = content.Read?.LastTime,
        Name = segment.Name,
    };

    private static IEnumerable<SheetRow> Rows(Section section, SegmentPart part)
    {
        if (part.IsOfBills)
        {
            return section.Items.Zip(part.Entries).Select(pair => new SheetRow(pair.First.Bill, pair.Second.Heading)
            {
                Measure = pair.Second.Measure,
                Section = part.Kind,
                Status = pair.Second.Status,
                Why = pair.First.WhyIn,
                Seconds = pair.First.Seconds,
                SecondsByHand = pair.First.SecondsByHand,
                Pinned = pair.First.Pinned,
                SpeakerNote = pair.First.SpeakerNote,
                Statements = pair.Second.Statements,
                Changes = pair.Second.Changes,
            });
        }

        var seconds = section.Items.Sum(item => item.Seconds);
        return [new SheetRow("", part.Title) { Section = part.Kind, Seconds = seconds, Why = seconds > 0 ? "said" : "shown, not said", Statements = [.. part.Entries.SelectMany(entry => entry.Statements)] }];
    }
}
