using LegTracker.Client;
using LegTracker.Legislature;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary>The bill a person means: read generously, looked up among the tracked bills when no session is said.</summary>
internal static class BillArgument
{
    /// <exception cref="CommandFault">Wrong usage, several fit, or none does.</exception>
    public static async Task<string> ResolveAsync(LegTrackerConnection connection, string text, string? session, CancellationToken cancellationToken)
    {
        var spelling = Spell(text, session);
        if (spelling.Session is { } said)
        {
            return spelling.In(said).ResourceName;
        }

        var tracked = await AllAsync(connection, "", summaryOnly: true, cancellationToken);
        var fitting = tracked.Where(bill => BillId.TryFromResourceName(bill.Name, out var id) && spelling.Fits(id)).ToList();
        return fitting.Count switch
        {
            1 => fitting[0].Name,
            0 => throw new CommandFault(ExitCode.NotFound, $"{spelling.Measure} is not on the watch list.{Near(spelling, tracked)} Add it with: legtracker bills track \"{spelling.Measure}\" --session 2025-26"),
            _ => throw new CommandFault(ExitCode.Usage, $"{spelling.Measure} is tracked in more than one session; say which:\n{string.Join('\n', fitting.Select(bill => $"  \"{bill.Measure} {bill.Session}\"  {bill.Topic}"))}"),
        };
    }

    /// <exception cref="CommandFault">The text names no bill, or two sessions are said.</exception>
    public static BillSpelling Spell(string text, string? session)
    {
        var spelling = BillSpelling.TryParse(text)
            ?? throw new CommandFault(ExitCode.Usage, $"'{text}' is no bill: write it as \"AB 1394\", \"AB1394 2023-24\" or a leginfo address");
        if (session is null)
        {
            return spelling;
        }

        if (!Session.TryParse(session, out var said))
        {
            throw new CommandFault(ExitCode.Usage, $"'{session}' is no session: write it as 2023-24");
        }

        said = said with { Extraordinary = spelling.Extraordinary };
        return spelling.Session is { } other && other != said
            ? throw new CommandFault(ExitCode.Usage, $"'{text}' says {other.Display}, --session says {said.Display}")
            : spelling with { Session = said };
    }

    /// <summary>Every tracked bill that fits a filter, over all pages.</summary>
    public static async Task<List<Bill>> AllAsync(LegTrackerConnection connection, string filter, bool summaryOnly, CancellationToken cancellationToken)
    {
        var bills = new List<Bill>();
        var token = "";
        do
        {
            var page = await connection.Bills.ListBillsAsync(
                new ListBillsRequest { Filter = filter, SummaryOnly = summaryOnly, PageToken = token, PageSize = 500 },
                deadline: Deadlines.Short(),
                cancellationToken: cancellationToken);
            bills.AddRange(page.Bills);
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        return bills;
    }

    private static string Near(BillSpelling spelling, List<Bill> tracked)
    {
        var near = tracked.Select(bill => BillId.FromResourceName(bill.Name))
            .Where(id => id.Number == spelling.Number || IsOneSlipAway(id.Number, spelling.Number))
            .OrderByDescending(id => id.Number == spelling.Number).ThenByDescending(id => id.Type == spelling.Type).Take(5).ToList();
        return near.Count == 0 ? "" : $" Near: {string.Join(", ", near)}.";
    }

    private static bool IsOneSlipAway(int left, int right)
    {
        var (a, b) = (left.ToString(System.Globalization.CultureInfo.InvariantCulture), right.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return a.Length == b.Length
            ? a.Zip(b).Count(pair => pair.First != pair.Second) == 1 || a.Order().SequenceEqual(b.Order())
            : Math.Abs(a.Length - b.Length) == 1 && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal));
    }
}
