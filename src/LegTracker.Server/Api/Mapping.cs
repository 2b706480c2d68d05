using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using LegTracker.Legislature;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Api;

/// <summary>Small records of the Legislature and the record as API messages.</summary>
internal static class Mapping
{
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static Timestamp? Instant(DateTimeOffset? instant) => instant is { } there ? Timestamp.FromDateTimeOffset(there) : null;

    public static string SourceName(string source) => $"sources/{source}";

    public static V1.Provenance? Of(Provenance? provenance) => provenance is null ? null : new V1.Provenance
    {
        Source = provenance.Source,
        Url = provenance.Url,
        FetchTime = Instant(provenance.FetchTime),
        ContentSha256 = provenance.ContentSha256,
        Poll = provenance.Poll,
        Parser_ = provenance.Parser,
    };

    public static V1.Chapter? Of(ChapterCitation? chapter) => chapter is null ? null : new V1.Chapter
    {
        Number = chapter.Number,
        Year = chapter.StatutesYear,
        Kind = chapter.IsResolution ? V1.ChapterKind.Resolution : V1.ChapterKind.Statute,
    };

    public static V1.Change Of(Change change) => new()
    {
        Name = string.Create(CultureInfo.InvariantCulture, $"changes/{change.Revision}.{change.Index}"),
        Revision = change.Revision,
        Index = change.Index,
        Bill = change.Bill.ResourceName,
        Kind = EnumMapping.Of(change.Difference.Kind),
        Field = change.Difference.Field ?? "",
        OldValue = change.Difference.OldValue ?? "",
        NewValue = change.Difference.NewValue ?? "",
        RecordTime = Instant(change.RecordTime),
        EventDate = Day(change.Difference.EventDate),
        Provenance = Of(change.Provenance),
        Actor = change.Actor,
        Supersedes = change.Supersedes ?? "",
        Summary = change.Difference.Summary,
    };

    public static V1.Source Of(SourceHealth health) => new()
    {
        Name = SourceName(health.Name),
        Host = health.Host,
        State = EnumMapping.Of(health.State),
        StateReason = health.StateReason ?? "",
        LastSuccessTime = Instant(health.LastSuccess),
        LastAttemptTime = Instant(health.LastAttempt),
        NextAttemptTime = Instant(health.NextAttempt),
        RetryAfterTime = Instant(health.RetryAfter),
        ConsecutiveFailures = health.ConsecutiveFailures,
        QuarantinedCount = health.QuarantinedCount,
        UnknownActionCount = health.UnknownActionCount,
        NextAttemptReason = health.NextReason ?? "",
    };

    public static V1.Poll Of(PollEntry poll) => new()
    {
        Name = poll.Name,
        Source = SourceName(poll.Source),
        Bill = poll.Bill?.ResourceName ?? "",
        Outcome = EnumMapping.Of(poll.Outcome),
        StartTime = Instant(poll.StartTime),
        EndTime = Instant(poll.EndTime),
        HttpStatus = poll.HttpStatus ?? 0,
        BodyBytes = poll.BodyBytes,
        ChangeCount = poll.ChangeCount,
        ErrorReason = poll.ErrorReason ?? "",
        ErrorDetail = poll.ErrorDetail ?? "",
    };
}
