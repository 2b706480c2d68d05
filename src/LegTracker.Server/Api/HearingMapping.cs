using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Api;

/// <summary>A bill's hearings as the API's, each with what tells of it.</summary>
internal static class HearingMapping
{
    public static IEnumerable<V1.Hearing> Of(TrackedBill bill, ImmutableArray<Hearing> hearings) => hearings.Select(hearing => new V1.Hearing
    {
        Date = Mapping.Day(hearing.Date),
        Time = hearing.Time ?? "",
        Committee = hearing.Committee ?? "",
        House = EnumMapping.Of(hearing.House),
        Place = hearing.Place ?? "",
        Status = EnumMapping.Of(hearing.Status),
        Sources = { hearing.Sources.Select(source => Of(bill, source)) },
    });

    /// <summary>The hearing as a date ahead, with what tells of it.</summary>
    public static V1.NextDate NextDate(Hearing hearing) => new()
    {
        Date = Mapping.Day(hearing.Date),
        What = $"Hearing{(hearing.Committee is { } committee ? $", {committee}" : "")}",
        Source = hearing.Sources[0].Kind == HearingSourceKind.Line ? "bill history" : "COMMITTEE_HEARING_TBL",
    };

    private static V1.HearingSource Of(TrackedBill bill, HearingSource source) => new()
    {
        Kind = EnumMapping.Of(source.Kind),
        Text = source.Text,
        Date = Mapping.Day(source.Date),
        Provenance = Mapping.Of(source.Read ?? bill.Actions.LastOrDefault(action => action.Line.Date == source.Date && action.Line.Text == source.Text)?.Provenance),
    };
}
