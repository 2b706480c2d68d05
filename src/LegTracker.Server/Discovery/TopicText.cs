using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using LegTracker.Legislature;
using LegTracker.Server.Recording.Catalog;

namespace LegTracker.Server.Discovery;

/// <summary>A topic as people write it, in a file or in a request: read into a <see cref="Topic"/>, or refused with every fault.</summary>
internal sealed partial record TopicText(string? Key, string? Title, IReadOnlyList<string?> Include, IReadOnlyList<string?> Exclude, IReadOnlyList<string?> CodeSections, bool Enabled)
{
    private const int LongestTitle = 120;
    private const int MostTerms = 200;

    /// <summary>The topic, or what is wrong: the field (<c>include</c>, <c>exclude</c>, <c>code-sections</c>, <c>title</c>, <c>name</c>) and in words.</summary>
    public (Topic? Topic, ImmutableArray<(string Field, string What)> Faults) Read()
    {
        var faults = ImmutableArray.CreateBuilder<(string, string)>();
        var key = Key ?? "";
        if (!KeyForm().IsMatch(key))
        {
            faults.Add(("name", $"'{SourceText.Clean(key)}' is no name; write small letters, digits and hyphens, at most 60, as human-trafficking"));
        }

        var title = SourceText.Clean(Title);
        if (title.Length is 0 or > LongestTitle)
        {
            faults.Add(("title", title.Length == 0 ? "is missing" : string.Create(CultureInfo.InvariantCulture, $"is longer than {LongestTitle} characters")));
        }

        var (include, exclude) = (Terms("include", Include), Terms("exclude", Exclude));
        var sections = Sections();
        if (faults.Count == 0 && include.IsEmpty && sections.IsEmpty)
        {
            faults.Add(("include", "has no phrases and there are no code-sections: nothing can match"));
        }

        return faults.Count == 0 ? (new Topic(key, title, include, exclude, sections, Enabled), []) : (null, faults.ToImmutable());

        ImmutableArray<SearchTerm> Terms(string field, IReadOnlyList<string?> texts)
        {
            Limit(field, texts.Count);
            var terms = ImmutableArray.CreateBuilder<SearchTerm>();
            foreach (var text in texts.Take(MostTerms))
            {
                if (SearchTerm.TryParse(SourceText.Clean(text), out var term, out var fault))
                {
                    terms.Add(term);
                }
                else
                {
                    faults.Add((field, $"'{SourceText.Clean(text)}' {fault}"));
                }
            }

            return [.. terms.DistinctBy(term => term.Text, StringComparer.OrdinalIgnoreCase)];
        }

        ImmutableArray<SectionPattern> Sections()
        {
            Limit("code-sections", CodeSections.Count);
            var patterns = ImmutableArray.CreateBuilder<SectionPattern>();
            foreach (var text in CodeSections.Take(MostTerms))
            {
                if (SectionPattern.TryParse(SourceText.Clean(text), out var pattern))
                {
                    patterns.Add(pattern);
                }
                else
                {
                    faults.Add(("code-sections", $"'{SourceText.Clean(text)}' is no section; write Penal Code 236.1, or Penal Code 311* with its decimals"));
                }
            }

            return [.. patterns.DistinctBy(pattern => pattern.Text)];
        }

        void Limit(string field, int count)
        {
            if (count > MostTerms)
            {
                faults.Add((field, string.Create(CultureInfo.InvariantCulture, $"has {count} entries; at most {MostTerms}")));
            }
        }
    }

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$")]
    private static partial Regex KeyForm();
}
