using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using LegTracker.Legislature;

namespace LegTracker.Server.Recording;

/// <summary>Rows as the Legislature's records and back.</summary>
internal static class RowMapping
{
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);

    public static DateTimeOffset? Instant(long? ticks) => ticks is { } there ? Instant(there) : null;

    public static string List(ImmutableArray<string> values) => JsonSerializer.Serialize(values);

    public static ImmutableArray<string> List(string json) => JsonSerializer.Deserialize<ImmutableArray<string>>(json);

    public static string? Listed(ListedFacts? facts) => facts is null ? null : JsonSerializer.Serialize(facts);

    public static Provenance? From(ProvenanceRow? row) => row is null ? null
        : new Provenance(row.Source, row.Url, Instant(row.FetchTicks), row.ContentSha256, row.Poll, row.Parser);

    public static ProvenanceRow To(Provenance provenance) => new()
    {
        Source = provenance.Source,
        Url = provenance.Url,
        FetchTicks = provenance.FetchTime.UtcTicks,
        ContentSha256 = provenance.ContentSha256,
        Poll = provenance.Poll,
        Parser = provenance.Parser,
    };

    public static TrackedBill From(BillRow row, IEnumerable<ActionRow> actions, IEnumerable<VersionRow> versions, IReadOnlyDictionary<long, Provenance> provenances)
    {
        var id = BillId.FromLeginfoId(row.Id);
        ImmutableArray<RecordedAction> recorded = [.. actions.OrderBy(action => action.Sequence).Select(action => new RecordedAction(
            new HistoryLine(Day(action.Date), action.Text), action.Occurrence, Instant(action.ObservedTicks), action.PostedLate, provenances[action.ProvenanceId]))];
        return new TrackedBill
        {
            Id = id,
            Revision = row.Revision,
            Actions = recorded,
            Record = row.IsRead ? Record(row, id, recorded, versions) : null,
            Listed = row.Listed is null ? null : JsonSerializer.Deserialize<ListedFacts>(row.Listed),
            Human = new HumanFields(row.Position, row.Priority, List(row.Labels)),
            Freshness = (Freshness)row.Freshness,
            FreshnessReason = row.FreshnessReason,
            LastConfirmedTime = Instant(row.LastConfirmedTicks),
            Provenance = row.ProvenanceId is { } read ? provenances[read] : null,
        };
    }

    public static Change From(ChangeRow row, Provenance? provenance) => new(
        row.Revision,
        row.Index,
        BillId.FromLeginfoId(row.BillId),
        new Difference((ChangeKind)row.Kind, row.Field, row.OldValue, row.NewValue, row.EventDate is null ? null : Day(row.EventDate), row.Summary),
        Instant(row.RecordTicks),
        provenance,
        row.Actor,
        row.Supersedes);

    public static PollRow To(PollEntry poll) => new()
    {
        Name = poll.Name,
        Source = poll.Source,
        BillId = poll.Bill?.LeginfoId,
        Outcome = (int)poll.Outcome,
        StartTicks = poll.StartTime.UtcTicks,
        EndTicks = poll.EndTime.UtcTicks,
        HttpStatus = poll.HttpStatus,
        BodyBytes = poll.BodyBytes,
        ChangeCount = poll.ChangeCount,
        ErrorReason = poll.ErrorReason,
        ErrorDetail = poll.ErrorDetail,
    };

    public static PollEntry From(PollRow row) => new(
        row.Name,
        row.Source,
        row.BillId is null ? null : BillId.FromLeginfoId(row.BillId),
        (PollOutcome)row.Outcome,
        Instant(row.StartTicks),
        Instant(row.EndTicks),
        row.HttpStatus,
        row.BodyBytes,
        row.ChangeCount,
        row.ErrorReason,
        row.ErrorDetail);

    private static BillRecord Record(BillRow row, BillId id, ImmutableArray<RecordedAction> actions, IEnumerable<VersionRow> versions) => new()
    {
        Id = id,
        Topic = row.Topic,
        Title = row.Title,
        LeadAuthors = List(row.LeadAuthors),
        Coauthors = List(row.Coauthors),
        History = [.. actions.Select(action => action.Line)],
        Versions = [.. versions.OrderBy(version => version.Sequence).Select(version => new BillVersion(version.Id, Day(version.Date), version.Action, version.Topic))],
        StatusText = row.StatusText,
        HouseLocation = row.HouseLocation,
    };
}
