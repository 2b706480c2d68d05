using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Writing;

/// <summary>A numbered source: the document, when it was read, and the lines of it that statements rest on.</summary>
internal sealed record NumberedSource(int Number, string Url, string Document, DateTimeOffset? ReadTime, List<string> Lines);

/// <summary>The sources of a file in the order of their first use; one number for each document and reading.</summary>
internal sealed class SourceList
{
    private readonly Dictionary<(string, string, DateTimeOffset?), NumberedSource> numbers = [];
    private readonly List<NumberedSource> sources = [];

    public IReadOnlyList<NumberedSource> All => sources;

    /// <summary>The number of a statement's source; its line is noted.</summary>
    public int NumberOf(SegmentStatement statement)
    {
        var source = statement.Source;
        var key = (source.Url, source.Document, statement.ReadTime);
        if (!numbers.TryGetValue(key, out var numbered))
        {
            numbered = new NumberedSource(sources.Count + 1, source.Url, source.Document, statement.ReadTime, []);
            numbers.Add(key, numbered);
            sources.Add(numbered);
        }

        if (source.Locator.Length > 0 && !numbered.Lines.Contains(source.Locator))
        {
            numbered.Lines.Add(source.Locator);
        }

        return numbered.Number;
    }
}
