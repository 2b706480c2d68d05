using System.Collections.Immutable;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using LegTracker.Legislature;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Api;

/// <summary>A meeting's fields as requests give them, and as the API's message shows them.</summary>
internal static class MeetingFields
{
    /// <summary>Minutes of a segment when nothing is said.</summary>
    public const int StandardMinutes = 10;

    private const int MostMinutes = 120;
    private const int LongestTitle = 200;
    private const string StandardTitle = "Child Welfare Council, CSEC Action Team";
    private const string ArrangementField = "arrangement";
    private static readonly ImmutableArray<string> Usual = ["title", "minutes"];
    private static readonly ImmutableArray<string> Fields = [.. Usual, ArrangementField];

    public static V1.Meeting Of(Meeting meeting) => new()
    {
        Name = MeetingNames.Of(meeting.Date),
        Etag = EtagOf(meeting),
        Date = MeetingNames.Iso(meeting.Date),
        Title = meeting.Title,
        Minutes = meeting.Minutes,
        PreviousSegment = MeetingNames.Of(meeting.Previous),
        PublishedSegment = MeetingNames.Of(meeting.Published),
        Arrangement = { meeting.Arrangement.Select(ArrangementFields.Of) },
    };

    /// <summary>The title, cleaned; the standard one for an empty one.</summary>
    /// <exception cref="ApiError">FIELD_INVALID: too long.</exception>
    public static string Title(string text)
    {
        var title = SourceText.Clean(text);
        return title.Length > LongestTitle ? throw ApiError.FieldInvalid("meeting.title", string.Create(CultureInfo.InvariantCulture, $"is at most {LongestTitle} characters long"))
            : title.Length == 0 ? StandardTitle : title;
    }

    /// <param name="none">What 0 stands for.</param>
    /// <exception cref="ApiError">FIELD_INVALID: not 0 to 120.</exception>
    public static int Minutes(string field, int minutes, int none = StandardMinutes) => minutes is < 0 or > MostMinutes
        ? throw ApiError.FieldInvalid(field, string.Create(CultureInfo.InvariantCulture, $"is 1 to {MostMinutes}, or 0 for {none}"))
        : minutes == 0 ? none : minutes;

    /// <summary>The fields that a mask names; null for those it leaves out.</summary>
    /// <param name="author">Who decides what is arranged anew.</param>
    /// <exception cref="ApiError">FIELD_INVALID: the mask names something else, or a field is wrong.</exception>
    public static MeetingEdit Masked(V1.Meeting meeting, FieldMask? mask, string author, DateTimeOffset now)
    {
        var paths = UpdateMask.Read(mask, Fields) is { IsEmpty: false } named ? named : Usual;
        return new(
            paths.Contains("title") ? Title(meeting.Title) : null,
            paths.Contains("minutes") ? Minutes("meeting.minutes", meeting.Minutes) : null,
            paths.Contains(ArrangementField) ? ArrangementFields.Read(meeting.Arrangement, author, now) : null);
    }

    /// <summary>The version that an etag is of; null for "*", which is any.</summary>
    /// <exception cref="ApiError">ETAG_MISMATCH: not one of this meeting.</exception>
    public static int? Version(string etag, DateOnly date) => etag == "*" ? null
        : etag is ['m', .. var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version
        : throw Changed(date);

    public static ApiError Changed(DateOnly date) =>
        new(StatusCode.Aborted, "ETAG_MISMATCH", $"The meeting of {MeetingNames.Iso(date)} was changed since it was read; read it again and decide anew.");

    private static string EtagOf(Meeting meeting) => string.Create(CultureInfo.InvariantCulture, $"m{meeting.Version}");
}
