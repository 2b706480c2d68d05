using System.Collections.Immutable;
using LegTracker.Dashboard.Model;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace LegTracker.Dashboard.Live;

/// <summary>The user's rules for notices; without the file there are none.</summary>
/// <remarks>A list under "rules"; each has "do" (bell, terminal, or program), and may have "filter", "kinds" (a list) and "program" (a list: the program and its arguments).</remarks>
internal static class NoticesFile
{
    private static readonly string[] Kinds =
        ["tracked", "untracked", "new action", "reworded", "removed", "posted late", "stage", "field", "text", "hearing set", "hearing moved", "hearing canceled", "law", "veto", "other subject", "edited"];

    /// <summary><c>$XDG_CONFIG_HOME/legtracker/notices.yaml</c>, by default in <c>~/.config</c>.</summary>
    public static string Path(Func<string, string?> environment) => System.IO.Path.Combine(
        environment("XDG_CONFIG_HOME") is { Length: > 0 } home ? home : System.IO.Path.Combine(environment("HOME") ?? System.IO.Path.GetTempPath(), ".config"),
        "legtracker",
        "notices.yaml");

    /// <summary>The rules without a fault, and every fault with its file and line.</summary>
    public static (ImmutableArray<NoticeRule> Rules, ImmutableArray<string> Faults) Read(string path)
    {
        try
        {
            return File.Exists(path) ? Parse(File.ReadAllText(path), path) : ([], []);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return ([], [$"{path}: {fault.Message}"]);
        }
    }

    /// <param name="name">The file as faults name it.</param>
    public static (ImmutableArray<NoticeRule> Rules, ImmutableArray<string> Faults) Parse(string text, string name)
    {
        var faults = ImmutableArray.CreateBuilder<string>();
        var rules = ImmutableArray.CreateBuilder<NoticeRule>();
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(text));
        }
        catch (YamlException fault)
        {
            return ([], [$"{name}:{fault.Start.Line}: {fault.InnerException?.Message ?? fault.Message}"]);
        }

        if (yaml.Documents.Count == 0)
        {
            return ([], []);
        }

        if (yaml.Documents[0].RootNode is not YamlMappingNode root || root.Children.Count != 1 || !root.Children.TryGetValue("rules", out var list) || list is not YamlSequenceNode wanted)
        {
            return ([], [$"{name}:{yaml.Documents[0].RootNode.Start.Line}: write one list under \"rules:\""]);
        }

        foreach (var node in wanted)
        {
            var before = faults.Count;
            var rule = Rule(node, (at, what) => faults.Add($"{name}:{at.Start.Line}: {what}"));
            if (rule is not null && faults.Count == before)
            {
                rules.Add(rule);
            }
        }

        return (rules.ToImmutable(), faults.ToImmutable());
    }

    private static NoticeRule? Rule(YamlNode node, Action<YamlNode, string> fault)
    {
        if (node is not YamlMappingNode fields)
        {
            fault(node, "a rule has \"do\", and may have \"filter\", \"kinds\" and \"program\"");
            return null;
        }

        var rule = new NoticeRule("", NoticeWay.Bell);
        YamlNode? way = null;
        foreach (var (key, value) in fields.Children)
        {
            switch ((key as YamlScalarNode)?.Value)
            {
                case "do":
                    way = value;
                    rule = rule with { Way = Way(value, fault) };
                    break;
                case "filter":
                    rule = rule with { Filter = (value as YamlScalarNode)?.Value ?? Wrong(value, "\"filter\" is words as in the filter line") };
                    break;
                case "kinds":
                    rule = rule with { Kinds = Words(value, "kinds", fault) };
                    foreach (var kind in rule.Kinds.Where(kind => !Kinds.Contains(kind, StringComparer.OrdinalIgnoreCase)))
                    {
                        fault(value, $"'{kind}' is no kind of change: {string.Join(", ", Kinds)}");
                    }

                    break;
                case "program":
                    rule = rule with { Program = Words(value, "program", fault) };
                    break;
                case var other:
                    fault(key, $"'{other}' is no part of a rule: do, filter, kinds, program");
                    break;
            }
        }

        if (way is null)
        {
            fault(node, "\"do\" is missing: bell, terminal or program");
        }
        else if (rule.Way == NoticeWay.Program != !rule.Program.IsEmpty)
        {
            fault(way, rule.Program.IsEmpty ? "\"program\" is missing: the program and its arguments as a list" : "\"program\" stands only with do: program");
        }

        return rule;

        string Wrong(YamlNode at, string what)
        {
            fault(at, what);
            return "";
        }
    }

    private static NoticeWay Way(YamlNode value, Action<YamlNode, string> fault)
    {
        switch ((value as YamlScalarNode)?.Value)
        {
            case "bell":
                return NoticeWay.Bell;
            case "terminal":
                return NoticeWay.Terminal;
            case "program":
                return NoticeWay.Program;
            default:
                fault(value, "\"do\" is bell, terminal or program");
                return NoticeWay.Bell;
        }
    }

    private static ImmutableArray<string> Words(YamlNode value, string field, Action<YamlNode, string> fault)
    {
        if (value is YamlSequenceNode list && list.All(word => word is YamlScalarNode { Value.Length: > 0 }))
        {
            return [.. list.Select(word => ((YamlScalarNode)word).Value!)];
        }

        fault(value, $"\"{field}\" is a list of words: [a, b]");
        return [];
    }
}
