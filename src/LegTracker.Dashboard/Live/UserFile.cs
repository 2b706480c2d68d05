using System.Collections.Immutable;
using System.Security.Cryptography;
using LegTracker.Dashboard.Model;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace LegTracker.Dashboard.Live;

/// <summary>A YAML file that the user writes: names with a value or a list of values.</summary>
/// <param name="Entries">In the order of the file; none when there is no file or it cannot be read.</param>
/// <param name="Fingerprint">Of the content; empty when there is no file.</param>
internal sealed record UserFile(string FullPath, ImmutableArray<FileEntry> Entries, ImmutableArray<FileFault> Faults, string Fingerprint)
{
    private const int Largest = 1 << 20;

    /// <summary><c>$XDG_CONFIG_HOME/legtracker</c>, by default <c>~/.config/legtracker</c>.</summary>
    public static string Folder(Func<string, string?> environment) => Path.Combine(
        environment("XDG_CONFIG_HOME") is { Length: > 0 } home ? home : Path.Combine(environment("HOME") ?? Path.GetTempPath(), ".config"),
        "legtracker");

    /// <summary>Reads the file; what is wrong with it is told with its line, never thrown.</summary>
    public static UserFile Read(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        try
        {
            if (!File.Exists(path))
            {
                return new(path, [], [], "");
            }

            if (new FileInfo(path).Length > Largest)
            {
                return new(path, [], [new(1, "is larger than 1 MiB and is not read")], "");
            }

            var bytes = File.ReadAllBytes(path);
            var faults = ImmutableArray.CreateBuilder<FileFault>();
            var entries = Parse(System.Text.Encoding.UTF8.GetString(bytes), faults);
            return new(path, entries, faults.ToImmutable(), Convert.ToHexString(SHA256.HashData(bytes))[..16]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new(path, [], [new(1, $"cannot be read: {fault.Message}")], "");
        }
    }

    private static ImmutableArray<FileEntry> Parse(string text, ImmutableArray<FileFault>.Builder faults)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException fault)
        {
            faults.Add(new(Line(fault.Start), $"is no YAML, so nothing of it is taken: {fault.InnerException?.Message ?? fault.Message}"));
            return [];
        }

        if (stream.Documents.Count == 0)
        {
            return [];
        }

        if (stream.Documents[0].RootNode is not YamlMappingNode map)
        {
            faults.Add(new(Line(stream.Documents[0].RootNode.Start), "is no list of names with values, such as  quit: Q"));
            return [];
        }

        var entries = ImmutableArray.CreateBuilder<FileEntry>();
        foreach (var (name, value) in map.Children)
        {
            if (name is YamlScalarNode { Value: { } key } && Values(value) is { } values)
            {
                entries.Add(new(key, values, Line(name.Start)));
            }
            else
            {
                faults.Add(new(Line(name.Start), $"{name}: needs a value or a list of values"));
            }
        }

        return entries.ToImmutable();
    }

    private static ImmutableArray<string>? Values(YamlNode node) => node switch
    {
        YamlScalarNode { Value: null or "" or "~" or "null", Style: ScalarStyle.Plain } => [],
        YamlScalarNode scalar => [scalar.Value ?? ""],
        YamlSequenceNode list when list.Children.All(child => child is YamlScalarNode) => [.. list.Children.Select(child => ((YamlScalarNode)child).Value ?? "")],
        _ => null,
    };

    private static int Line(Mark mark) => (int)Math.Clamp(mark.Line, 1, int.MaxValue);
}
