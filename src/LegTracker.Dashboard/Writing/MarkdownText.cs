using System.Text;
using System.Text.RegularExpressions;

namespace LegTracker.Dashboard.Writing;

/// <summary>Text from outside as Markdown that shows it literally: no markup, links, HTML or list marks come out of it.</summary>
internal static partial class MarkdownText
{
    private const string Special = @"\`*_[]<>|~&$!{}#@";

    public static string Escape(string text)
    {
        var plain = PlainText.Of(text).Trim();
        var escaped = new StringBuilder(plain.Length + 8);
        foreach (var character in plain)
        {
            if (Special.Contains(character, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(character);
        }

        var literal = BareAddress().Replace(escaped.ToString(), match => match.Value[..^1] + @"\" + match.Value[^1]);
        return BlockMark().Replace(literal, match => $"{match.Groups[1].Value}\\{match.Groups[2].Value}");
    }

    /// <summary>An address as a link's target; null when it is no web address.</summary>
    public static string? Target(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? address.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
            : null;

    [GeneratedRegex(@"\b(https?|ftp|mailto):|\bwww\.", RegexOptions.IgnoreCase)]
    private static partial Regex BareAddress();

    [GeneratedRegex(@"^(\d*)([-+=.)])(?=\s|$|[-=])")]
    private static partial Regex BlockMark();
}
