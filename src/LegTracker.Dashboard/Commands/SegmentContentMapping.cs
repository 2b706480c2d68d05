using System.Globalization;
using LegTracker.Dashboard.Model;
using LegTracker.Legislature;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary>The API's segment as the dashboard's own content, with instants in Los Angeles time.</summary>
internal static class SegmentContentMapping
{
    /// <exception cref="CommandFault">The server sent a segment without its dates: an incompatible version.</exception>
    public static SegmentContent From(Segment segment) => new(
        segment.Title,
        Day(segment.Since),
        Day(segment.Until),
        CaliforniaTime.InLosAngeles((segment.AsOf ?? throw Incompatible()).ToDateTimeOffset()),
        segment.Revision,
        Math.Max(1, segment.Minutes),
        [.. segment.Sections.Select(From)],
        [.. segment.Missing],
        [.. segment.Notes])
    {
        Read = segment.SourcesRead is { } read ? new SegmentReading(At(read.LastTime), At(read.OldestTime), read.Behind) : null,
        LeftOut = [.. segment.LeftOut.Select(item => new SegmentLeftOut(item.Heading, item.LeftOutReason, item.WhyIn))],
    };

    private static SegmentPart From(Section section) => new(
        section.Kind switch
        {
            SectionKind.AtAGlance => PartKind.AtAGlance,
            SectionKind.NowInCalifornia => PartKind.NowInCalifornia,
            SectionKind.Coming => PartKind.Coming,
            SectionKind.Governor => PartKind.Governor,
            SectionKind.Moving => PartKind.Moving,
            SectionKind.Stopped => PartKind.Stopped,
            SectionKind.ComingDates => PartKind.ComingDates,
            SectionKind.Terms => PartKind.Terms,
            SectionKind.MeetingUpdates => PartKind.MeetingUpdates,
            SectionKind.NewLaws => PartKind.NewLaws,
            SectionKind.Adopted => PartKind.Adopted,
            _ => PartKind.Other,
        },
        section.Title,
        [.. section.Items.Select(From)]);

    private static SegmentEntry From(Item item) => new(
        BillId.TryFromResourceName(item.Bill, out var bill) ? bill.Measure : "",
        item.Heading,
        [.. item.Claims.Select(From)],
        [.. item.Changes.Select(From)],
        item.Status)
    {
        SpeakerNote = item.SpeakerNote,
        Seconds = item.Seconds,
        SecondsByHand = item.SecondsByHand,
        BillKey = BillId.TryFromResourceName(item.Bill, out var id) ? id.LeginfoId : "",
        Course = item.Progress.Count == 0 ? null
            : new EntryCourse([.. item.Progress.Select(Live.BillItemMapping.Lane)], DayOrNone(item.EffectiveDate), DayOrNone(item.OperativeDate), item.OperativePart, item.OperativeChecked),
    };

    private static SegmentStatement From(Claim claim) => new(
        claim.Text,
        claim.Kind switch
        {
            ClaimKind.Quote => StatementKind.Quote,
            ClaimKind.Human => StatementKind.Human,
            _ => StatementKind.Auto,
        },
        new StatementSource(claim.Source?.Url ?? "", claim.Source?.Document ?? "", claim.Source?.Version ?? "", claim.Source?.Locator ?? ""),
        At(claim.ReadTime),
        claim.Flag)
    {
        Id = claim.Id,
        Topic = TopicOf(claim),
    };

    // Segments published before there were topics tell an official title by its words.
    private static StatementTopic TopicOf(Claim claim) =>
        claim is { Topic: ClaimTopic.Unspecified, Kind: ClaimKind.Quote } && claim.Text.StartsWith("Official title: ", StringComparison.Ordinal) ? StatementTopic.OfficialTitle
        : Enum.TryParse<StatementTopic>(claim.Topic.ToString(), out var topic) && Enum.IsDefined(topic) ? topic
        : StatementTopic.Unspecified;

    private static DateOnly? DayOrNone(string text) => text.Length == 0 ? null : Day(text);

    private static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Incompatible();

    private static DateTimeOffset? At(Google.Protobuf.WellKnownTypes.Timestamp? time) => time is null ? null : CaliforniaTime.InLosAngeles(time.ToDateTimeOffset());

    private static CommandFault Incompatible() => new(ExitCode.Failed, "The server's segment lacks its dates: it is of another version than this program.");
}
