using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Writing;

/// <summary>A numbered source: the document, when it was read, and the lines of it that statements rest on.</summary>
/// <param name="IsWritten">True for what a person wrote of a bill: <paramref name="ReadTime"/> is when.</param>
internal sealed record NumberedSource(int Number, string Url, string Document, DateTimeOffset? ReadTime, bool IsWritten, List<string> Lines)
{
    /// <summary>", read March 9, 2025, 9:15 a.m. Pacific time"; empty when it was never read.</summary>
    public string Read => ReadTime is { } time ? $", {(IsWritten ? "written" : "read")} {Wording.Moment(time)}" : "";
}

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
            numbered = new NumberedSource(sources.Count + 1, source.Url, source.Document, statement.ReadTime, statement.IsOfAPerson, []);
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
