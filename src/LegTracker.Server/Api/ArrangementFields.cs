using System.Collections.Immutable;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using LegTracker.Legislature;

namespace LegTracker.Server.Api;

/// <summary>The choices of a meeting's arrangement, as requests give them and as the API's message shows them.</summary>
internal static class ArrangementFields
{
    private const int MostChoices = 500;
    private const int LongestReason = 300;
    private const int LongestNote = 2000;
    private const int LastPlace = 1000;
    private const int MostSeconds = 120 * 60;

    public static V1.ItemChoice Of(ItemChoice choice) => new()
    {
        Bill = choice.Bill.ResourceName,
        Pinned = choice.Pinned,
        LeftOutReason = choice.LeftOutReason ?? "",
        Place = choice.Place ?? 0,
        Seconds = choice.Seconds ?? 0,
        SpeakerNote = choice.SpeakerNote ?? "",
        Author = choice.Author,
        WriteTime = choice.WriteTime.ToTimestamp(),
    };

    /// <exception cref="ApiError">FIELD_INVALID: a field is wrong, a bill stands twice, or is pinned and left out.</exception>
    public static ImmutableArray<ItemChoice> Read(IReadOnlyCollection<V1.ItemChoice> given, string author, DateTimeOffset now)
    {
        if (given.Count > MostChoices)
        {
            throw ApiError.FieldInvalid("meeting.arrangement", Text($"holds at most {MostChoices} choices"));
        }

        ImmutableArray<ItemChoice> choices = [.. given.Select((choice, index) => Read(choice, Text($"meeting.arrangement[{index}]"), author, now))];
        return choices.GroupBy(choice => choice.Bill).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw ApiError.FieldInvalid("meeting.arrangement", $"names {twice.Key} twice")
            : choices;
    }

    private static ItemChoice Read(V1.ItemChoice given, string field, string author, DateTimeOffset now)
    {
        var choice = new ItemChoice(BillNames.Read(given.Bill, field + ".bill"))
        {
            Pinned = given.Pinned,
            LeftOutReason = Line(given.LeftOutReason, field + ".left_out_reason", LongestReason),
            Place = Number(given.Place, field + ".place", LastPlace),
            Seconds = Number(given.Seconds, field + ".seconds", MostSeconds),
            SpeakerNote = Line(given.SpeakerNote, field + ".speaker_note", LongestNote),
            Author = author,
            WriteTime = now,
        };
        return choice is { Pinned: true, LeftOutReason: not null }
            ? throw ApiError.FieldInvalid(field + ".left_out_reason", $"does not go with pinned: {choice.Bill} is put in or left out")
            : choice;
    }

    private static int? Number(int number, string field, int most) => number < 0 || number > most
        ? throw ApiError.FieldInvalid(field, Text($"is 0 to {most}"))
        : number == 0 ? null : number;

    private static string? Line(string text, string field, int longest) => SourceText.Clean(text) switch
    {
        var line when line.Length > longest => throw ApiError.FieldInvalid(field, Text($"is at most {longest} characters long; this has {line.Length}")),
        { Length: > 0 } line => line,
        _ => string.IsNullOrWhiteSpace(text) ? null : throw ApiError.FieldInvalid(field, "has no character that can be printed"),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
