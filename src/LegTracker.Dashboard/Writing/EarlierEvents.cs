using System.Globalization;

namespace LegTracker.Dashboard.Writing;

/// <summary>The events of an iCalendar that was written before, by their lines.</summary>
internal sealed record EarlierEvent(string Uid, DateOnly Day, IReadOnlyList<string> Lines)
{
    private bool IsCanceled => Lines.Contains("STATUS:CANCELLED");

    /// <summary>The event called off; as it was when it was called off before.</summary>
    public IEnumerable<string> Canceled(long sequence, string stamp, string why) => IsCanceled ? Lines : Lines.Select(line => line.Split(':', ';')[0] switch
    {
        "STATUS" => "STATUS:CANCELLED",
        "SEQUENCE" => string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{Math.Max(sequence, Number(line) + 1)}"),
        "DTSTAMP" or "LAST-MODIFIED" => $"{line.Split(':')[0]}:{stamp}",
        "SUMMARY" => $"{line} (canceled)",
        "DESCRIPTION" => $"DESCRIPTION:{Legislature.ICalendarText.Escape(why)}\\n{line["DESCRIPTION:".Length..]}",
        _ => line,
    });

    private static long Number(string line) => long.TryParse(line.AsSpan(line.IndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>Reads them.</summary>
internal static class EarlierEvents
{
    /// <summary>Lines of an iCalendar, folded ones whole again.</summary>
    public static string[] Unfolded(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The events with a day; what is no iCalendar has none.</summary>
    public static IEnumerable<EarlierEvent> Of(string text)
    {
        List<string>? lines = null;
        foreach (var line in Unfolded(text))
        {
            lines = line == "BEGIN:VEVENT" ? [] : lines;
            lines?.Add(line);
            if (line == "END:VEVENT" && lines is not null)
            {
                if (Value(lines, "UID:") is { } uid && DateOnly.TryParseExact(Value(lines, "DTSTART;VALUE=DATE:"), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                {
                    yield return new EarlierEvent(uid, day, lines);
                }

                lines = null;
            }
        }
    }

    private static string? Value(List<string> lines, string name) => lines.Find(line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
}
