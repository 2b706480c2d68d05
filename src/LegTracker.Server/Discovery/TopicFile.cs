using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Server.Settings;

namespace LegTracker.Server.Discovery;

/// <summary>The topics that bills are searched for: the built-in ones on the commercial sexual exploitation of children, or a person's YAML or JSON file of the same form.</summary>
internal static class TopicFile
{
    /// <summary>The built-in topics.</summary>
    public static ImmutableArray<Topic> BuiltIn() => Parse(EmbeddedText.Read("topics.yaml"));

    /// <summary>Reads <c>topics:</c> with <c>name</c>, <c>title</c> and any of <c>include, exclude, code-sections, enabled</c>.</summary>
    /// <exception cref="FormatException">Names every fault, one a line.</exception>
    public static ImmutableArray<Topic> Parse(string text)
    {
        var file = YamlText.Read<ListFile>(text);
        if (file?.Topics is not { Count: > 0 } entries)
        {
            throw new FormatException("has no topics: write 'topics:' with entries such as '- name: human-trafficking', 'title: Human trafficking' and 'include: [human trafficking]'");
        }

        var read = entries.Select(entry => entry.Read()).ToList();
        var faults = read.SelectMany((one, index) => one.Faults.Select(fault => $"{Place(index)}: {fault.Field}: {fault.What}"))
            .Concat(entries.Select((entry, index) => (entry.Name, index)).Where(pair => pair.Name is not null).GroupBy(pair => pair.Name).Where(group => group.Count() > 1)
                .Select(group => $"{Place(group.Last().index)}: name: there are two topics called '{group.Key}'"))
            .ToList();
        return faults.Count == 0 ? [.. read.Select(one => one.Topic!)] : throw new FormatException(string.Join('\n', faults));

        string Place(int index) => string.Create(CultureInfo.InvariantCulture, $"topic {index + 1}{(entries[index].Name is { } name ? $" ({name})" : "")}");
    }

    private sealed class ListFile
    {
        public List<ListEntry>? Topics { get; set; }
    }

    private sealed class ListEntry
    {
        public string? Name { get; set; }

        public string? Title { get; set; }

        public List<string?>? Include { get; set; }

        public List<string?>? Exclude { get; set; }

        public List<string?>? CodeSections { get; set; }

        public bool? Enabled { get; set; }

        public (Topic? Topic, ImmutableArray<(string Field, string What)> Faults) Read() =>
            new TopicText(Name, Title, Include ?? [], Exclude ?? [], CodeSections ?? [], Enabled ?? true).Read();
    }
}
