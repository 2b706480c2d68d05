using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using LegTracker.Server.Segments;
using Proto = LegTracker.V1;

namespace LegTracker.Server.Api;

/// <summary>A drafted segment as the API's message.</summary>
internal static class SegmentMapping
{
    public static Proto.Segment ToProto(SegmentDraft draft) => new()
    {
        Title = draft.Title,
        Since = Iso(draft.Since),
        Until = Iso(draft.Until),
        AsOf = draft.AsOf.ToTimestamp(),
        SourcesRead = new Proto.SourcesRead { LastTime = draft.Read.LastTime?.ToTimestamp(), OldestTime = draft.Read.OldestTime?.ToTimestamp(), Behind = draft.Read.IsBehind },
        Revision = draft.Revision,
        SinceRevision = draft.SinceRevision,
        Minutes = draft.Minutes,
        FiscalYear = draft.FiscalYear,
        Seconds = draft.Seconds,
        LeftOut = { draft.LeftOut.Select(ToProto) },
        Sections = { draft.Sections.Select(ToProto) },
        Missing = { draft.Missing },
        Notes = { draft.Notes },
    };

    private static Proto.Section ToProto(SegmentSection section) => new()
    {
        Kind = section.Kind switch
        {
            SectionKind.AtAGlance => Proto.SectionKind.AtAGlance,
            SectionKind.NowInCalifornia => Proto.SectionKind.NowInCalifornia,
            SectionKind.Coming => Proto.SectionKind.Coming,
            SectionKind.Governor => Proto.SectionKind.Governor,
            SectionKind.Moving => Proto.SectionKind.Moving,
            SectionKind.Stopped => Proto.SectionKind.Stopped,
            SectionKind.ComingDates => Proto.SectionKind.ComingDates,
            SectionKind.Terms => Proto.SectionKind.Terms,
            SectionKind.MeetingUpdates => Proto.SectionKind.MeetingUpdates,
            SectionKind.NewLaws => Proto.SectionKind.NewLaws,
            SectionKind.Adopted => Proto.SectionKind.Adopted,
            _ => Proto.SectionKind.Unspecified,
        },
        Title = section.Title,
        Items = { section.Items.Select(ToProto) },
    };

    private static Proto.Item ToProto(SegmentItem item) => new()
    {
        Bill = item.Bill?.ResourceName ?? "",
        Heading = item.Heading,
        Claims = { item.Claims.Select(ToProto) },
        Changes = { item.Changes.Select(ToProto) },
        Status = item.Status,
        Pinned = item.Pinned,
        LeftOutReason = item.LeftOutReason,
        WhyIn = item.WhyIn,
        Seconds = item.Seconds,
        SecondsByHand = item.SecondsByHand,
        SpeakerNote = item.SpeakerNote,
        Progress = { item.Course?.Marks.Select(CourseMapping.Of) ?? [] },
        EffectiveDate = Mapping.Day(item.Course?.Effective),
        OperativeDate = Mapping.Day(item.Course?.Operative),
        OperativePart = item.Course?.OperativePart ?? "",
        OperativeChecked = item.Course?.IsOperativeChecked ?? false,
    };

    private static Proto.Claim ToProto(Claim claim) => new()
    {
        Id = claim.Id,
        Text = claim.Text,
        Kind = claim.Kind switch
        {
            ClaimKind.Auto => Proto.ClaimKind.Auto,
            ClaimKind.Quote => Proto.ClaimKind.Quote,
            _ => Proto.ClaimKind.Human,
        },
        Source = new Proto.ClaimSource
        {
            Url = claim.Source.Url,
            Document = claim.Source.Document,
            Version = claim.Source.Version,
            Locator = claim.Source.Locator,
        },
        ReadTime = claim.ReadTime?.ToTimestamp(),
        Flag = claim.Flag,
        Topic = EnumMapping.Of(claim.Topic),
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
