using System.Reflection;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace LegTracker.Dashboard.Writing.Acronyms;

/// <summary>The short forms that a check knows: the built-in file, or a host's own.</summary>
internal sealed class FieldGlossary
{
    private static readonly Lazy<FieldGlossary> Known = new(() => Parse(BuiltInText()));

    private readonly Dictionary<string, FieldTerm> terms;

    private FieldGlossary(Dictionary<string, FieldTerm> terms) => this.terms = terms;

    /// <summary>Every term, by its short form.</summary>
    public IEnumerable<FieldTerm> Terms => terms.Values;

    /// <summary>The glossary inside the program.</summary>
    public static FieldGlossary BuiltIn() => Known.Value;

    /// <summary>Its file, for a host to edit a copy of.</summary>
    public static string BuiltInText()
    {
        using var stream = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("glossary.yaml")!);
        return stream.ReadToEnd();
    }

    /// <exception cref="FormatException">Not a list of terms; a term that lacks something, stands there twice or explains itself; the message begins with the line.</exception>
    public static FieldGlossary Parse(string yaml)
    {
        var terms = new Dictionary<string, FieldTerm>(StringComparer.Ordinal);
        var lines = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (term, line) in Read(yaml))
        {
            if (term is not { Short.Length: > 1 } || !term.LongForms.Any() || term.LongForms.Concat(term.NameWith).Any(string.IsNullOrWhiteSpace))
            {
                throw new FormatException($"line {line}: the term '{term?.Short}' needs short, of two characters or more, and long or meanings, and no empty words in its lists");
            }

            if (!terms.TryAdd(term.Short, term))
            {
                throw new FormatException($"line {line}: the term '{term.Short}' stands there twice, first in line {lines[term.Short]}: take one of them out");
            }

            lines.Add(term.Short, line);
        }

        var glossary = terms.Count > 0 ? new FieldGlossary(terms) : throw new FormatException("line 1: there is no term in it");
        return glossary.Circle() is { } circle ? throw new FormatException($"line {lines[circle[0]]}: {Told(circle, lines)}") : glossary;
    }

    private static string Told(List<string> circle, Dictionary<string, long> lines)
    {
        const int most = 4;
        var names = circle.Take(most).Select(term => $"'{term}' (line {lines[term]})").Concat(circle.Count > most ? [$"{circle.Count - most} more"] : []);
        return circle is [var self]
            ? $"the term '{self}' is explained by itself: write it out in its long form"
            : $"the terms {string.Join(" and ", names)} explain each other: write one of them out in the other's long form";
    }

    /// <summary>The terms of a file, each with the line that it begins in.</summary>
    private static List<(FieldTerm? Term, long Line)> Read(string yaml)
    {
        var deserializer = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).WithDuplicateKeyChecking().Build();
        var read = new List<(FieldTerm? Term, long Line)>();
        try
        {
            var parser = new Parser(new StringReader(yaml));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                return read;
            }

            parser.Consume<SequenceStart>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                var line = parser.Current!.Start.Line;
                read.Add((deserializer.Deserialize<FieldTerm?>(parser), line));
            }

            parser.Consume<DocumentEnd>();
            parser.Consume<StreamEnd>();
            return read;
        }
        catch (YamlException fault)
        {
            throw new FormatException($"line {fault.Start.Line}: it is no list of terms here: {(fault.Message.StartsWith("No node deserializer", StringComparison.Ordinal) ? "a list or a group stands where a term or a text belongs" : fault.Message)}", fault);
        }
    }

    /// <summary>Terms whose long forms hold one another's short forms, which sends a reader in a circle; null when there are none.</summary>
    private List<string>? Circle()
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in terms.Keys)
        {
            var path = new List<(string Term, Queue<string> Inside)>();
            if (done.Add(start))
            {
                path.Add((start, Inside(start)));
            }

            while (path.Count > 0)
            {
                if (!path[^1].Inside.TryDequeue(out var next))
                {
                    path.RemoveAt(path.Count - 1);
                }
                else if (path.FindIndex(step => step.Term == next) is >= 0 and var from)
                {
                    return [.. path.Skip(from).Select(step => step.Term)];
                }
                else if (done.Add(next))
                {
                    path.Add((next, Inside(next)));
                }
            }
        }

        return null;
    }

    private Queue<string> Inside(string term) => new(terms[term].LongForms.SelectMany(form => ShortForms.In(form, this)).Select(form => form.Short).Where(terms.ContainsKey));

    /// <summary>The term of a short form; null when the glossary has none.</summary>
    public FieldTerm? Find(string shortForm) => terms.GetValueOrDefault(shortForm);
}
