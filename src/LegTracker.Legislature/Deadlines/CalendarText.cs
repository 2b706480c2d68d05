using System.Globalization;

namespace LegTracker.Legislature;

/// <summary>The text form of a calendar, read line by line.</summary>
internal static class CalendarText
{
    private const string Columns = "date, kind, rule and words, with a tab between";

    public static IReadOnlyList<LegislativeDeadline> Read(string text)
    {
        var days = new List<LegislativeDeadline>();
        var number = 0;
        foreach (var line in text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (line.Trim() is { Length: > 0 } content && content[0] != '#')
            {
                var day = Day(line, number);
                if (days.Any(other => (other.Date, other.Kind, other.What) == (day.Date, day.Kind, day.What)))
                {
                    throw Fault(number, $"{day.Date:yyyy-MM-dd} {day.Kind} is there already");
                }

                days.Add(day);
            }
        }

        return days;
    }

    private static LegislativeDeadline Day(string line, int number)
    {
        var cells = line.Split('\t', StringSplitOptions.TrimEntries);
        if (cells.Length != 4)
        {
            throw Fault(number, $"{cells.Length} columns instead of 4 ({Columns})");
        }

        var ends = cells[0].Split("..");
        var start = Date(ends[0], number);
        DateOnly? until = ends.Length switch
        {
            1 => null,
            2 => Date(ends[1], number),
            _ => throw Fault(number, $"'{cells[0]}' is no period such as 2027-06-01..2027-06-04"),
        };
        if (until <= start)
        {
            throw Fault(number, $"the period '{cells[0]}' ends before it begins");
        }

        if (!Enum.GetNames<DeadlineKind>().Contains(cells[1], StringComparer.OrdinalIgnoreCase))
        {
            throw Fault(number, $"'{cells[1]}' is no kind of day; the kinds are {string.Join(", ", Enum.GetNames<DeadlineKind>())}");
        }

        var kind = Enum.Parse<DeadlineKind>(cells[1], ignoreCase: true);
        var rule = SourceText.Clean(cells[2]);
        var what = SourceText.Clean(cells[3]).TrimEnd('.', ' ');
        return what.Length == 0
            ? throw Fault(number, "the words are missing in column 4")
            : new LegislativeDeadline(start, kind, rule.Length > 0 ? rule : null, what) { Until = until };
    }

    private static DateOnly Date(string text, int number) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Fault(number, $"'{text}' is no date such as 2027-02-19");

    private static FormatException Fault(int number, string fault) =>
        new(string.Create(CultureInfo.InvariantCulture, $"calendar line {number}: {fault}"));
}
