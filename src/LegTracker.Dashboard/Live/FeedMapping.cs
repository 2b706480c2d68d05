using Google.Protobuf.Reflection;
using LegTracker.Client;
using LegTracker.Dashboard.Model;
using LegTracker.V1;

namespace LegTracker.Dashboard.Live;

/// <summary>The API's changes, sources and clock as the dashboard's own.</summary>
internal static class FeedMapping
{
    /// <param name="unread">False for what this user has read.</param>
    public static ChangeItem From(Change change, bool unread) => new(change.Name, change.Bill, Measure(change.Bill))
    {
        Revision = change.Revision,
        Index = change.Index,
        Kind = ApiWords.Of(change.Kind),
        Summary = change.Summary,
        Field = change.Field,
        Before = Value(change.OldValue),
        After = change.Kind == ChangeKind.TopicDrift ? $"none of these, in version {change.NewValue}" : Value(change.NewValue),
        Recorded = change.RecordTime?.ToDateTimeOffset() ?? default,
        EventDate = BillItemMapping.Day(change.EventDate),
        Source = change.Provenance?.Source ?? "",
        Actor = change.Provenance is null ? change.Actor : "",
        Unread = unread,
    };

    // A stage comes by its name in the API; every other value is as people read it.
    private static string Value(string value) =>
        CommonReflection.Descriptor.FindTypeByName<EnumDescriptor>(nameof(Stage)).FindValueByName(value) is { } stage ? ApiWords.Of((Stage)stage.Number) : value;

    /// <summary>A source's name for people.</summary>
    public static string Title(string name) => name switch
    {
        "sources/bulk" => "Bulk files",
        "sources/pages" => "Bill pages",
        var other => other,
    };

    public static SourceItem From(Source source) => new(source.Name, Title(source.Name))
    {
        Host = source.Host,
        State = source is { State: SourceState.Ok, Alarm: not null } ? "overdue" : ApiWords.Of(source.State),
        Mark = source.Alarm is not null ? SourceMark.Failing : source.State switch
        {
            SourceState.Ok => SourceMark.Ok,
            SourceState.Degraded => SourceMark.Behind,
            SourceState.CircuitOpen or SourceState.Drifted => SourceMark.Failing,
            SourceState.Paused or SourceState.NotPermitted => SourceMark.Paused,
            _ => SourceMark.Unknown,
        },
        Reason = source.StateReason,
        Alarm = source.Alarm?.Reason ?? "",
        ToDo = source is { State: SourceState.Ok, Alarm: null } ? "" : string.Join(' ', SourceAdvice.ToDo(source)),
        LastSuccess = source.LastSuccessTime?.ToDateTimeOffset(),
        LastAttempt = source.LastAttemptTime?.ToDateTimeOffset(),
        NextAttempt = source.NextAttemptTime?.ToDateTimeOffset(),
        Failures = source.ConsecutiveFailures,
        Quarantined = source.QuarantinedCount,
        UnknownActions = source.UnknownActionCount,
    };

    /// <summary>The virtual clock, or null for the real time.</summary>
    public static ServerClock? From(Clock clock, DateTimeOffset at) =>
        clock is { Start: not null, Now: not null } ? new ServerClock(clock.Now.ToDateTimeOffset(), at, clock.Speed) : null;

    /// <summary>"…/sessions/20232024-0/bills/AB1394" → "AB 1394"; an extraordinary session's measure carries its X.</summary>
    public static string Measure(string name)
    {
        if (name.Split('/') is not ["states", "ca", "sessions", var session, "bills", var measure])
        {
            return name;
        }

        var digits = measure.AsSpan().IndexOfAnyInRange('0', '9');
        var extraordinary = session.EndsWith("-0", StringComparison.Ordinal) ? "" : $"X{session[^1]}";
        return digits > 0 ? $"{measure[..digits]}{extraordinary} {measure[digits..]}" : measure;
    }
}
