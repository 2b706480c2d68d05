using System.Globalization;
using Grpc.Core;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Api;

/// <summary>Resource names of meetings and published segments, read and written.</summary>
internal static class MeetingNames
{
    private const string Prefix = "meetings/";

    // The Legislature's bulk files begin in 1989; a later year is a slip of the hand.
    private const int FirstYear = 1989;
    private const int LastYear = 2200;

    /// <summary>"meetings/2025-03-03".</summary>
    public static string Of(DateOnly date) => Prefix + Iso(date);

    /// <summary>"meetings/2025-03-03/segments/1"; empty for none.</summary>
    public static string Of(SegmentKey? segment) =>
        segment is { } key ? string.Create(CultureInfo.InvariantCulture, $"{Of(key.Meeting)}/segments/{key.Number}") : "";

    /// <exception cref="ApiError">FIELD_INVALID: no meeting's name.</exception>
    public static DateOnly Read(string name, string field) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && TryDay(name[Prefix.Length..], out var date)
            ? date
            : throw ApiError.FieldInvalid(field, $"'{name}' is no meeting's name; write it as meetings/2025-03-03");

    /// <exception cref="ApiError">FIELD_INVALID: no segment's name.</exception>
    public static SegmentKey ReadSegment(string name, string field) =>
        TrySegment(name) ?? throw ApiError.FieldInvalid(field, $"'{name}' is no segment's name; write it as meetings/2025-03-03/segments/1");

    /// <summary>Null for no segment's name.</summary>
    public static SegmentKey? TrySegment(string name) =>
        name.Split('/') is ["meetings", var day, "segments", var number] && TryDay(day, out var date)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at > 0
            ? new SegmentKey(date, at)
            : null;

    /// <summary>A date of a request, in ISO form.</summary>
    /// <exception cref="ApiError">FIELD_INVALID: no date, or one of another age.</exception>
    public static DateOnly Day(string field, string text) =>
        TryDay(text, out var day) ? day : throw ApiError.FieldInvalid(field, $"'{text}' is no date between {FirstYear} and {LastYear}; write it as 2025-03-03");

    public static ApiError NotFound(DateOnly date) =>
        new(StatusCode.NotFound, "MEETING_NOT_FOUND", $"There is no meeting on {Iso(date)}; add it first, or see the list of meetings.");

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= FirstYear and <= LastYear;
}
