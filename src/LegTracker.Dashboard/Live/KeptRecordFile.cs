using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Live;

/// <summary>The last known list of one server on disk, read quickly: the first frame waits for it.</summary>
internal sealed class KeptRecordFile
{
    private static readonly string ThisBuild = typeof(KeptRecord).Module.ModuleVersionId.ToString("N");
    private static readonly byte[] Beginning = Encoding.ASCII.GetBytes($$"""{"{{nameof(KeptRecord.Build)}}":"{{ThisBuild}}",""");

    private readonly StateFile file;

    private KeptRecordFile(StateFile file) => this.file = file;

    public string FullPath => file.FullPath;

    /// <param name="folder">Of this user's state.</param>
    /// <param name="address">Of the server.</param>
    public static KeptRecordFile Of(string folder, Uri address) =>
        new(new(folder, $"bills-{new string([.. address.Authority.Select(c => char.IsAsciiLetterOrDigit(c) || c == '.' ? c : '-')])}.json"));

    /// <summary>What was kept; null when nothing was, or it cannot be read.</summary>
    /// <exception cref="IOException">The file is there and cannot be opened.</exception>
    public KeptRecord? Read() => file.Read(Parse, out _);

    /// <exception cref="IOException">As for <see cref="StateFile.Write{T}(T)"/>.</exception>
    public void Write(KeptRecord record) => file.Write(stream => JsonSerializer.Serialize(stream, record with { Build = ThisBuild }, KeptRecordJson.Default.KeptRecord));

    // Generated code is quick and takes a value that is not there for nothing, so it reads what this very build wrote. What another build
    // wrote may lack some: there, as everywhere, the value that a record begins with stands.
    private static KeptRecord? Parse(Stream stream)
    {
        var json = new byte[stream.Length];
        stream.ReadExactly(json);
        return json.AsSpan().StartsWith(Beginning) ? JsonSerializer.Deserialize(json, KeptRecordJson.Default.KeptRecord) : StateFile.Parse<KeptRecord>(json);
    }
}

/// <summary>Reading and writing of <see cref="KeptRecord"/>, made when this is compiled; the same JSON as <see cref="StateFile"/>'s.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(KeptRecord))]
internal sealed partial class KeptRecordJson : JsonSerializerContext;
