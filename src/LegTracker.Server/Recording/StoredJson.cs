using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using LegTracker.Legislature;

namespace LegTracker.Server.Recording;

/// <summary>Small lists and facts as the JSON text that rows hold.</summary>
internal static class StoredJson
{
    // The text stays in the database: it needs no escaping for HTML.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
}
