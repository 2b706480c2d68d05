using System.CommandLine;
using System.Globalization;
using LegTracker.Client;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>calendar</c>: hearings, deadlines, the Legislature's days and meetings of a period, by day.</summary>
internal static class CalendarCommand
{
    private static readonly Option<string?> From = new("--from") { Description = "First day; today when not given", HelpName = "DATE" };
    private static readonly Option<string?> To = new("--to") { Description = "Last day, included; 400 days after the first when not given", HelpName = "DATE" };

    public static Command Make() => CommandLine.Make(
        "calendar",
        """
        What is ahead by day: hearings and deadlines of tracked bills, the Legislature's own days, meetings

        examples:
          legtracker calendar
          legtracker calendar --from 2026-05-01 --to 2026-05-31
          legtracker calendar --json
        """,
        RunAsync,
        From,
        To);

    private static async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var request = new ListCalendarRequest { Since = Day(scope, From), Until = Day(scope, To), PageSize = 1000 };
        var table = new TextTable("Day", "", "Bill", "Known from", "What");
        var (count, before) = (0, "");
        ListCalendarResponse page;
        do
        {
            page = await scope.Connection.Calendar.ListCalendarAsync(request, deadline: Deadlines.Short(), cancellationToken: cancellationToken);
            foreach (var entry in page.Entries)
            {
                count++;
                if (scope.Json)
                {
                    CommandScope.WriteJson(entry);
                }

                table.Add(entry.Date == before ? "" : Weekday(entry.Date), entry.Date == before ? "" : Left(entry.DaysLeft), entry.Measure, entry.Source, What(entry));
                before = entry.Date;
            }

            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        if (!scope.Json && count > 0)
        {
            table.Write();
        }

        foreach (var sentence in Basis(page, count))
        {
            scope.Say(sentence);
        }

        return ExitCode.Done;
    }

    // What was looked at: that nothing is listed is no proof that nothing happens.
    private static IEnumerable<string> Basis(ListCalendarResponse page, int count)
    {
        if (count == 0)
        {
            yield return "No date is known in this period. That is no proof that nothing happens.";
        }

        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"As of {page.AsOf}: {page.BillCount - page.UnreadBillCount} of {page.BillCount} tracked bills have been read, last at {Words.Of(page.LastConfirmedTime)}. Times are given only where a source gives one.");
        if (page.UnpublishedYears.Count > 0)
        {
            yield return $"No legislative calendar of {string.Join(", ", page.UnpublishedYears)} is published: only the Constitution's days are known.";
        }
    }

    private static string What(CalendarEntry entry)
    {
        var standing = ApiWords.Standing(entry);
        var doubt = entry.Bill.Length > 0 && entry.Freshness != Freshness.Current ? $" ({ApiWords.Of(entry.Freshness)}, last confirmed {Words.Of(entry.LastConfirmedTime)})" : "";
        return string.Concat(
            entry.Kind == CalendarEntryKind.Meeting ? "Meeting: " : "",
            standing.Length > 0 ? standing + ": " : "",
            entry.What,
            entry.Time.Length > 0 ? ", " + entry.Time : "",
            entry.LastDate.Length > 0 ? ", until " + entry.LastDate : "",
            doubt);
    }

    private static string Weekday(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Left(int days) => days switch
    {
        0 => "today",
        1 => "tomorrow",
        < 0 => string.Create(CultureInfo.InvariantCulture, $"{-days} days ago"),
        _ => string.Create(CultureInfo.InvariantCulture, $"in {days} days"),
    };

    private static string Day(CommandScope scope, Option<string?> option) => scope.Parsed.GetValue(option) is { } text ? DateArgument.Read(option.Name, text) : "";
}
