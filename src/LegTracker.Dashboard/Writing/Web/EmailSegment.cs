using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing.HandOut;

namespace LegTracker.Dashboard.Writing.Web;

/// <summary>The digest as an email that nobody has sent yet: plain text and HTML of the same blocks, without sender and receivers.</summary>
internal static class EmailSegment
{
    private const int LongestLine = 76;
    private const int LongestWord = 36;

    /// <returns>An RFC 5322 message with CR LF; mail programs open it as a draft. The same content gives the same text.</returns>
    public static string Write(SegmentContent content, ImmutableArray<HandOutBlock> blocks)
    {
        var (plain, html) = (TextSegment.Write(blocks), HtmlSegment.Write(blocks));
        var boundary = "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plain + html)))[..24];
        return string.Join("\r\n",
        [
            $"Subject: {Header(content.Title)}",
            $"Date: {content.AsOf.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)}{content.AsOf.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal)}",
            "X-Unsent: 1",
            "MIME-Version: 1.0",
            "Content-Language: en-US",
            $"Content-Type: multipart/alternative; boundary=\"{boundary}\"",
            "",
            .. Part(boundary, "text/plain", plain),
            .. Part(boundary, "text/html", html),
            $"--{boundary}--",
            "",
        ]);
    }

    private static IEnumerable<string> Part(string boundary, string type, string text)
    {
        yield return $"--{boundary}";
        yield return $"Content-Type: {type}; charset=utf-8";
        yield return "Content-Transfer-Encoding: base64";
        yield return "";
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal)), Base64FormattingOptions.InsertLineBreaks);
        yield return "";
    }

    // ASCII is folded between words, the rest is encoded words (RFC 2047) of whole characters.
    private static string Header(string text)
    {
        if (text.All(char.IsAscii))
        {
            var length = "Subject: ".Length;
            return string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word =>
            {
                var isNext = length + word.Length + 1 > LongestLine;
                length = (isNext ? 0 : length) + word.Length + 1;
                return isNext ? "\r\n " + word : word;
            })).Replace(" \r\n ", "\r\n ", StringComparison.Ordinal);
        }

        var (words, word) = (new List<string>(), new StringBuilder());
        foreach (var rune in text.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(word.ToString()) + rune.Utf8SequenceLength > LongestWord)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            word.Append(rune.ToString());
        }

        words.Add(word.ToString());
        return string.Join("\r\n ", words.Select(one => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(one))}?="));
    }
}
