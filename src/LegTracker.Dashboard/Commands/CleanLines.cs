using System.Text;
using LegTracker.Legislature;

namespace LegTracker.Dashboard.Commands;

/// <summary>Bodies from outside as lines that do a terminal no harm.</summary>
internal static class CleanLines
{
    /// <summary>The lines of a body read as UTF-8, each without controls, escapes and hidden characters.</summary>
    public static IEnumerable<string> Of(ReadOnlySpan<byte> body) =>
        Encoding.UTF8.GetString(body).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(Line);

    /// <summary>One line; its white space at the beginning is kept as spaces.</summary>
    public static string Line(string line)
    {
        var indent = line.Length - line.AsSpan().TrimStart().Length;
        return new string(' ', indent) + SourceText.Clean(line);
    }
}
