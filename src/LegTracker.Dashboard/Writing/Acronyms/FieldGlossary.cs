using System.Reflection;
using YamlDotNet.Core;
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

    /// <exception cref="FormatException">Not a list of terms; a term without a long form or twice; the message names line or term.</exception>
    public static FieldGlossary Parse(string yaml)
    {
        List<FieldTerm> read;
        try
        {
            read = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<List<FieldTerm>?>(yaml) ?? [];
        }
        catch (YamlException fault)
        {
            throw new FormatException($"line {fault.Start.Line}: {(fault.InnerException is FormatException inner ? inner.Message : fault.Message)}", fault);
        }

        var terms = new Dictionary<string, FieldTerm>(StringComparer.Ordinal);
        foreach (var term in read)
        {
            if (term.Short.Length < 2 || !term.LongForms.Any() || term.LongForms.Any(form => string.IsNullOrWhiteSpace(form)))
            {
                throw new FormatException($"the term '{term.Short}' needs short, of two characters or more, and long or meanings");
            }

            if (!terms.TryAdd(term.Short, term))
            {
                throw new FormatException($"the term '{term.Short}' stands there twice");
            }
        }

        // A long form that holds another term's short form sends a reader in a circle when each explains the other.
        foreach (var term in terms.Values)
        {
            var inside = term.LongForms.SelectMany(form => form.Split(' ')).FirstOrDefault(word => terms.TryGetValue(word, out var other) && other.LongForms.Any(form => form.Split(' ').Contains(term.Short)));
            if (inside is not null)
            {
                throw new FormatException($"the terms '{term.Short}' and '{inside}' explain each other: write one of them out");
            }
        }

        return new FieldGlossary(terms);
    }

    /// <summary>The term of a short form; null when the glossary has none.</summary>
    public FieldTerm? Find(string shortForm) => terms.GetValueOrDefault(shortForm);
}
