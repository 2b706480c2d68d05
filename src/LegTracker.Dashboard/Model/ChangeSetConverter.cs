using System.Text.Json;
using System.Text.Json.Serialization;

namespace LegTracker.Dashboard.Model;

/// <summary>Names of changes as a JSON array of strings.</summary>
internal sealed class ChangeSetConverter : JsonConverter<ChangeSet>
{
    private const int Short = 64;

    public override ChangeSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("names of changes are an array");
        }

        var names = new ChangeSet.Builder([]);
        Span<char> name = stackalloc char[Short];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.String)
            {
                throw new JsonException("a change's name is a string");
            }

            names.Add(reader.ValueSpan.Length <= Short ? name[..reader.CopyString(name)] : reader.GetString());
        }

        return names.Build();
    }

    public override void Write(Utf8JsonWriter writer, ChangeSet value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var name in value)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
    }
}
