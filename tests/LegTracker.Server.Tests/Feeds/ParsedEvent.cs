using System.Collections.Immutable;
using System.Text;

namespace LegTracker.Server.Tests.Feeds;

/// <summary>A VEVENT as a strict reader of RFC 5545 sees it: names with parameters, values unfolded and unescaped.</summary>
/// <remarks>Fails on lines of more than 75 octets, line ends other than CRLF, properties that stand twice, and components that do not nest.</remarks>
internal sealed record ParsedEvent(ImmutableDictionary<string, string> Values)
{
    public string this[string name] => Values[name];

    public int Sequence => int.Parse(Values["SEQUENCE"], System.Globalization.CultureInfo.InvariantCulture);

    public static ImmutableArray<ParsedEvent> Parse(string text)
    {
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var raw = text[..^2].Split("\r\n");
        Assert.All(raw, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, 75));

        var events = ImmutableArray.CreateBuilder<ParsedEvent>();
        var open = new Stack<string>();
        ImmutableDictionary<string, string>.Builder? values = null;
        foreach (var line in text[..^2].Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n"))
        {
            Assert.Matches(@"^[A-Z-]+(;[A-Z-]+=[^:;,""]+)*:", line);
            var (name, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            if (name == "BEGIN")
            {
                open.Push(value);
                values = value == "VEVENT" ? ImmutableDictionary.CreateBuilder<string, string>() : values;
            }
            else if (name == "END")
            {
                Assert.Equal(open.Pop(), value);
                if (value == "VEVENT")
                {
                    events.Add(new ParsedEvent(values!.ToImmutable()));
                }
            }
            else if (open.Peek() == "VEVENT")
            {
                values!.Add(name, Unescape(value));
            }
        }

        Assert.Empty(open);
        Assert.Equal(events.Count, events.Select(one => one["UID"]).Distinct().Count());
        return events.ToImmutable();
    }

    private static string Unescape(string value)
    {
        var text = new StringBuilder();
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] != '\\')
            {
                Assert.False(value[at] is ';' or ',' && !value.StartsWith("http", StringComparison.Ordinal), $"not escaped: {value}");
                text.Append(value[at]);
                continue;
            }

            at++;
            text.Append(value[at] switch
            {
                'n' => '\n',
                '\\' or ';' or ',' => value[at],
                _ => throw new FormatException($"\\{value[at]} in {value}"),
            });
        }

        return text.ToString();
    }
}
