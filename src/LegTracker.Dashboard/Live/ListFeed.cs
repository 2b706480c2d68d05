using System.Collections.Immutable;
using System.Globalization;
using System.Threading.Channels;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.Dashboard.Model;
using LegTracker.V1;

namespace LegTracker.Dashboard.Live;

/// <summary>Fetches the calendar and the candidates, which no stream carries, and posts them whole; and the bills anew when the record's day has turned, since their next dates follow from it.</summary>
internal sealed class ListFeed(LegTrackerConnection connection, ChannelWriter<Msg> messages, TimeProvider clock)
{
    // A clock that runs a day a second passes days between two fetches; looking back asks for 30 days at most.
    private const int DaysBack = 60;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private DateTimeOffset last = DateTimeOffset.MinValue;
    private string day = "";

    /// <summary>Fetches both, unless that was done a moment ago: where changes are many, each need not fetch anew.</summary>
    public Task FetchNowAndThenAsync(CancellationToken cancellationToken) =>
        clock.GetUtcNow() - last < Pause ? Task.CompletedTask : FetchAsync(cancellationToken);

    public async Task FetchAsync(CancellationToken cancellationToken)
    {
        last = clock.GetUtcNow();
        await CalendarAsync(cancellationToken);
        await CandidatesAsync(cancellationToken);
    }

    private async Task CalendarAsync(CancellationToken cancellationToken)
    {
        try
        {
            // The first answer tells the record's day, which a virtual clock sets.
            var first = await connection.Calendar.ListCalendarAsync(new ListCalendarRequest { PageSize = 1 }, cancellationToken: cancellationToken);
            await TurnAsync(first.AsOf, cancellationToken);
            var since = DateOnly.ParseExact(first.AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(-DaysBack);
            var request = new ListCalendarRequest { Since = since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Until = since.AddDays(DaysBack + 400).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), PageSize = 1000 };
            var items = ImmutableArray.CreateBuilder<CalendarItem>();
            ListCalendarResponse page;
            do
            {
                page = await connection.Calendar.ListCalendarAsync(request, cancellationToken: cancellationToken);
                items.AddRange(page.Entries.Select(ListMapping.From));
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);
            messages.TryWrite(new Msg.CalendarArrived(items.ToImmutable(), ListMapping.Basis(first)));
        }
        catch (RpcException fault) when (fault.StatusCode == StatusCode.Unimplemented)
        {
            messages.TryWrite(new Msg.CalendarArrived([], new CalendarBasis(0, 0, null, []) { Fault = "This server is of an older version and tells no calendar." }));
        }
    }

    // On the day of the first fetch a snapshot brings them.
    private async Task TurnAsync(string today, CancellationToken cancellationToken)
    {
        if (day.Length > 0 && day != today)
        {
            var request = new ListBillsRequest { PageSize = 1000 };
            var bills = ImmutableArray.CreateBuilder<BillItem>();
            do
            {
                var page = await connection.Bills.ListBillsAsync(request, cancellationToken: cancellationToken);
                bills.AddRange(page.Bills.Select(BillItemMapping.From));
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);
            messages.TryWrite(new Msg.SnapshotArrived(bills.ToImmutable()));
        }

        day = today;
    }

    private async Task CandidatesAsync(CancellationToken cancellationToken)
    {
        var topics = (await connection.Discovery.ListTopicsAsync(new ListTopicsRequest(), cancellationToken: cancellationToken)).Topics.ToDictionary(topic => topic.Name, StringComparer.Ordinal);
        var request = new ListCandidatesRequest { PageSize = 1000 };
        var items = ImmutableArray.CreateBuilder<CandidateItem>();
        do
        {
            var page = await connection.Discovery.ListCandidatesAsync(request, cancellationToken: cancellationToken);
            items.AddRange(page.Candidates.Select(candidate => ListMapping.From(candidate, topics)));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        messages.TryWrite(new Msg.CandidatesArrived(items.ToImmutable()));
    }
}
