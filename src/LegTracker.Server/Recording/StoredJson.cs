using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LegTracker.Legislature;

namespace LegTracker.Server.Recording;

/// <summary>Small lists and facts as the JSON text that rows hold.</summary>
internal static class StoredJson
{
    // The text stays in the database: it needs no escaping for HTML.
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new BillIdText(), new JsonStringEnumConverter<OperativeKind>() },
    };

    public static string Of(ImmutableArray<string> names) => names.IsDefaultOrEmpty ? "[]" : JsonSerializer.Serialize(names, Options);

    public static string Of(ImmutableArray<BillVersion> versions) => versions.IsDefaultOrEmpty ? "[]" : JsonSerializer.Serialize(versions, Options);

    public static string Of(ImmutableArray<HearingRow> rows) => rows.IsDefaultOrEmpty ? "[]" : JsonSerializer.Serialize(rows, Options);

    public static string? Of(ListedFacts? listed) => listed is null
        ? null
        : JsonSerializer.Serialize(listed with { LeadAuthors = listed.LeadAuthors.IsDefault ? [] : listed.LeadAuthors }, Options);

    public static ImmutableArray<string> Names(string json) => json == "[]" ? [] : JsonSerializer.Deserialize<ImmutableArray<string>>(json, Options);

    public static ImmutableArray<BillVersion> Versions(string json) => json == "[]" ? [] : JsonSerializer.Deserialize<ImmutableArray<BillVersion>>(json, Options);

    public static ImmutableArray<HearingRow>? Hearings(string? json) => json is null ? null
        : json == "[]" ? [] : JsonSerializer.Deserialize<ImmutableArray<HearingRow>>(json, Options);

    public static ListedFacts? Listed(string? json) => json is null ? null : JsonSerializer.Deserialize<ListedFacts>(json, Options);

    public static string? Of(ImmutableArray<BillAnalysis>? analyses) => analyses is { } listed ? JsonSerializer.Serialize(listed, Options) : null;

    public static ImmutableArray<BillAnalysis>? Analyses(string? json) => json is null ? null : JsonSerializer.Deserialize<ImmutableArray<BillAnalysis>>(json, Options);

    public static string? Of(TextReading? text) => text is null ? null : JsonSerializer.Serialize(text, Options);

    public static TextReading? Text(string? json) => json is null ? null : JsonSerializer.Deserialize<TextReading>(json, Options);

    public static string Of(ImmutableSortedDictionary<string, HumanText> texts) => texts.IsEmpty ? "{}" : JsonSerializer.Serialize(texts, Options);

    public static ImmutableSortedDictionary<string, HumanText> Texts(string json) =>
        json == "{}" ? HumanFields.Empty.Texts : JsonSerializer.Deserialize<ImmutableSortedDictionary<string, HumanText>>(json, Options)!.WithComparers(StringComparer.Ordinal);

    public static string Of(ImmutableArray<ItemChoice> choices) => choices.IsDefaultOrEmpty ? "[]" : JsonSerializer.Serialize(choices, Options);

    public static ImmutableArray<ItemChoice> Choices(string json) => json == "[]" ? [] : JsonSerializer.Deserialize<ImmutableArray<ItemChoice>>(json, Options);

    /// <summary>A bill's id as leginfo's text.</summary>
    private sealed class BillIdText : JsonConverter<BillId>
    {
        public override BillId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => BillId.FromLeginfoId(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, BillId value, JsonSerializerOptions options) => writer.WriteStringValue(value.LeginfoId);
    }
}
