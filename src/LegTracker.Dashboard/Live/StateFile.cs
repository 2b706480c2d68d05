using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LegTracker.Dashboard.Live;

/// <summary>A small JSON file of this user's own state, such as what has been read; written beside, then renamed.</summary>
/// <param name="folder">Made when first written to.</param>
internal sealed class StateFile(string folder, string name)
{
    private static readonly JsonSerializerOptions Options = new() { RespectNullableAnnotations = true, Converters = { new JsonStringEnumConverter() } };
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary><c>$XDG_STATE_HOME/legtracker</c>, by default <c>~/.local/state/legtracker</c>.</summary>
    public static string Folder(Func<string, string?> environment) => Path.Combine(
        environment("XDG_STATE_HOME") is { Length: > 0 } home ? home : Path.Combine(environment("HOME") ?? Path.GetTempPath(), ".local", "state"),
        "legtracker");

    public string FullPath { get; } = Path.Combine(folder, name);

    /// <summary>What the file holds; null when there is none. A file that cannot be read is kept aside under the name in <paramref name="kept"/>.</summary>
    public T? Read<T>(out string? kept)
        where T : class => Read(stream => JsonSerializer.Deserialize<T>(stream, Options), out kept);

    /// <summary>As <see cref="Read{T}(out string?)"/>, with a reader of one's own.</summary>
    /// <param name="parse">Throws <see cref="JsonException"/> for what cannot be read.</param>
    public T? Read<T>(Func<Stream, T?> parse, out string? kept)
        where T : class
    {
        kept = null;
        if (!File.Exists(FullPath))
        {
            return null;
        }

        try
        {
            using var stream = File.OpenRead(FullPath);
            return parse(stream);
        }
        catch (JsonException)
        {
            kept = FullPath + ".unreadable";
            File.Move(FullPath, kept, overwrite: true);
            return null;
        }
    }

    /// <summary>The way every file here is read.</summary>
    /// <exception cref="JsonException">It is no such JSON.</exception>
    public static T? Parse<T>(byte[] json) => JsonSerializer.Deserialize<T>(json, Options);

    /// <summary>Reads, changes and writes as one step: dashboards beside this one wait for it, so that none overwrites what another wrote.</summary>
    /// <param name="change">From what the file holds (null for nothing) to what it is to hold; null or the same object writes nothing.</param>
    /// <returns>What the file holds now.</returns>
    /// <exception cref="IOException">As for <see cref="Write"/>, or another holds the file for longer than five seconds.</exception>
    public T? Change<T>(Func<T?, T?> change, out string? kept)
        where T : class
    {
        Directory.CreateDirectory(folder);
        using var held = Hold();
        try
        {
            var before = Read<T>(out kept);
            var after = change(before);
            if (after is not null && !ReferenceEquals(before, after))
            {
                Write(after);
            }

            return after ?? before;
        }
        finally
        {
            held.ReleaseMutex();
        }
    }

    /// <exception cref="IOException">The disk is full or the folder may not be written; the file that was there is whole.</exception>
    public void Write<T>(T state) => Write(stream => JsonSerializer.Serialize(stream, state, Options));

    /// <summary>As <see cref="Write{T}(T)"/>, with a writer of one's own.</summary>
    public void Write(Action<Stream> write)
    {
        Directory.CreateDirectory(folder);
        var beside = $"{FullPath}.{Environment.ProcessId}.part";
        try
        {
            using (var stream = File.Create(beside))
            {
                write(stream);
            }

            File.Move(beside, FullPath, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    // The system's, among all of this user's programs on this machine; it goes with the process that holds it, however that ends.
    private Mutex Hold()
    {
        var held = new Mutex(false, "legtracker-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(FullPath)))), new NamedWaitHandleOptions { CurrentUserOnly = true, CurrentSessionOnly = false });
        try
        {
            if (held.WaitOne(Patience))
            {
                return held;
            }
        }
        catch (AbandonedMutexException)
        {
            return held;
        }

        held.Dispose();
        throw new IOException($"{FullPath} is held by another dashboard that does not answer");
    }
}
