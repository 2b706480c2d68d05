using System.Text.Json;
using System.Text.Json.Serialization;

namespace LegTracker.Dashboard.Live;

/// <summary>A small JSON file of this user's own state, such as what has been read; written beside, then renamed.</summary>
/// <param name="folder">Made when first written to.</param>
internal sealed class StateFile(string folder, string name)
{
    private static readonly JsonSerializerOptions Options = new() { RespectNullableAnnotations = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary><c>$XDG_STATE_HOME/legtracker</c>, by default <c>~/.local/state/legtracker</c>.</summary>
    public static string Folder(Func<string, string?> environment) => Path.Combine(
        environment("XDG_STATE_HOME") is { Length: > 0 } home ? home : Path.Combine(environment("HOME") ?? Path.GetTempPath(), ".local", "state"),
        "legtracker");

    public string FullPath { get; } = Path.Combine(folder, name);

    /// <summary>What the file holds; null when there is none. A file that cannot be read is kept aside under the name in <paramref name="kept"/>.</summary>
    public T? Read<T>(out string? kept)
        where T : class
    {
        kept = null;
        if (!File.Exists(FullPath))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(FullPath), Options);
        }
        catch (JsonException)
        {
            kept = FullPath + ".unreadable";
            File.Move(FullPath, kept, overwrite: true);
            return null;
        }
    }

    /// <exception cref="IOException">The disk is full or the folder may not be written; the file that was there is whole.</exception>
    public void Write<T>(T state)
    {
        Directory.CreateDirectory(folder);
        var beside = $"{FullPath}.{Environment.ProcessId}.part";
        try
        {
            File.WriteAllBytes(beside, JsonSerializer.SerializeToUtf8Bytes(state, Options));
            File.Move(beside, FullPath, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
