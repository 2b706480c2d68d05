using System.Text;

namespace LegTracker.Server.Sources.Pages;

/// <summary>What a robots.txt says to one product (RFC 9309).</summary>
/// <remarks>
/// Groups that name the product count, all of them together; else those for <c>*</c>. The longest matching rule wins, Allow on a tie;
/// <c>*</c> and a final <c>$</c> are understood (in a path they are themselves, written <c>%2A</c> and <c>%24</c> in a rule); lengths and matches go
/// by percent-encoded octets in one normal form.
/// </remarks>
internal sealed class RobotsRules
{
    /// <summary>What of a file counts: RFC 9309, section 2.5, asks for 500 KiB at least.</summary>
    public const int MostBytes = 500 << 10;

    private readonly List<(string Pattern, bool Allow)> rules;

    private RobotsRules(List<(string Pattern, bool Allow)> rules) => this.rules = rules;

    /// <summary>Reads a robots.txt; what cannot be understood is passed over. Text after 500 KiB does not count, nor the line that the limit cuts.</summary>
    public static RobotsRules Parse(string text, string product)
    {
        var own = new List<(string, bool)>();
        var general = new List<(string, bool)>();
        var (named, isOwn, isGeneral, inAgents) = (false, false, false, false);
        foreach (var line in Limited(text).TrimStart('\uFEFF').Split(['\n', '\r']))
        {
            var content = line.AsSpan(0, line.IndexOf('#') is var comment and >= 0 ? comment : line.Length);
            var colon = content.IndexOf(':');
            if (colon < 0)
            {
                continue;
            }

            var key = content[..colon].Trim().ToString().ToLowerInvariant();
            var value = content[(colon + 1)..].Trim().ToString();
            if (key == "user-agent")
            {
                (isOwn, isGeneral) = inAgents ? (isOwn, isGeneral) : (false, false);
                isOwn |= ProductOf(value).Equals(product, StringComparison.OrdinalIgnoreCase);
                isGeneral |= value == "*";
                named |= isOwn;
                inAgents = true;
            }
            else if (key is "allow" or "disallow")
            {
                inAgents = false;
                if (value.Length > 0)
                {
                    AddTo(isOwn ? own : null, isGeneral ? general : null, (Normal(value, isRule: true), key == "allow"));
                }
            }
        }

        return new RobotsRules(named ? own : general);
    }

    /// <param name="pathAndQuery">From the first slash: <c>/faces/billStatusClient.xhtml?bill_id=…</c>.</param>
    public bool Allows(string pathAndQuery)
    {
        var path = Normal(pathAndQuery, isRule: false);
        if (path == "/robots.txt")
        {
            return true;
        }

        var (longest, allowed) = (-1, true);
        foreach (var (pattern, allow) in rules)
        {
            if ((pattern.Length > longest || (pattern.Length == longest && allow)) && Matches(pattern, path))
            {
                (longest, allowed) = (pattern.Length, allow);
            }
        }

        return allowed;
    }

    private static string Limited(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length < MostBytes)
        {
            return text;
        }

        var end = bytes.AsSpan(0, MostBytes).LastIndexOfAny((byte)'\n', (byte)'\r');
        return Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Max(0, end)));
    }

    private static void AddTo(List<(string, bool)>? own, List<(string, bool)>? general, (string, bool) rule)
    {
        own?.Add(rule);
        general?.Add(rule);
    }

    private static string ProductOf(string agent) => new([.. agent.TakeWhile(letter => char.IsAsciiLetter(letter) || letter is '-' or '_')]);

    private static bool Matches(string pattern, string path)
    {
        var anchored = pattern.EndsWith('$');
        var parts = (anchored ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = parts[0].Length;
        for (var index = 1; index < parts.Length; index++)
        {
            if (anchored && index == parts.Length - 1)
            {
                return path.Length - at >= parts[index].Length && path.EndsWith(parts[index], StringComparison.Ordinal);
            }

            var found = path.IndexOf(parts[index], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + parts[index].Length;
        }

        return !anchored || at == path.Length;
    }

    // Octets outside ASCII are encoded, and * and $ where they mean themselves; encoded unreserved ASCII is decoded; other codes are written in capitals.
    private static string Normal(string text, bool isRule)
    {
        var normal = new StringBuilder(text.Length);
        var octets = Encoding.UTF8.GetBytes(text);
        for (var index = 0; index < octets.Length; index++)
        {
            var octet = octets[index];
            if (octet == '%' && index + 2 < octets.Length && Uri.IsHexDigit((char)octets[index + 1]) && Uri.IsHexDigit((char)octets[index + 2]))
            {
                var code = Convert.ToByte(Encoding.ASCII.GetString(octets, index + 1, 2), 16);
                normal.Append(char.IsAsciiLetterOrDigit((char)code) || code is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~' ? ((char)code).ToString() : $"%{code:X2}");
                index += 2;
            }
            else
            {
                var isSign = octet is (byte)'*' or (byte)'$' && !(isRule && (octet == '*' || index == octets.Length - 1));
                normal.Append(octet < 0x80 && !isSign ? ((char)octet).ToString() : $"%{octet:X2}");
            }
        }

        return normal.ToString();
    }
}
