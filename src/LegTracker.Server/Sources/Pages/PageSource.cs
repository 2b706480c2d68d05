using System.Globalization;
using System.Runtime.CompilerServices;
using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Pages;

/// <summary>leginfo's public pages as a source of bills: two requests a bill.</summary>
/// <remarks>
/// Two, because neither page has all: the history page lacks authors, versions and status, the status page all but the newest five lines,
/// and a line is reworded or posted with a past date anywhere in the list. A refusal (403, 429, 503, a challenge or maintenance page) or three
/// failures in a row end the poll: a site that says no is not asked forty times. In the site's daily pause nothing is asked, and an outage near it is
/// taken for the pause: what is left stays as it is.
/// </remarks>
internal sealed class PageSource : IBillSource, IDisposable
{
    private const string Reader = "pages/2";
    private const string HistoryName = "billHistoryClient";
    private const string StatusName = "billStatusClient";
    private const long MostPageBytes = 4 << 20;
    private const int MostFailuresInARow = 3;

    private readonly PoliteClient client;
    private readonly RobotsGate robots;
    private readonly PageSourceOptions options;
    private readonly LegislativeClock clock;
    private readonly TimeProvider time;

    /// <param name="time">The real clock, for time-outs and rests.</param>
    /// <param name="turns">The turns that other sources of the same host take too; null when there are none.</param>
    public PageSource(PageSourceOptions options, LegislativeClock clock, TimeProvider time, HostTurns? turns = null)
    {
        this.options = options;
        this.clock = clock;
        this.time = time;
        client = new PoliteClient(new Manners(options.Contact, options.MinimumGap), time, turns);
        robots = new RobotsGate(client, options.BaseAddress, time);
    }

    public string Name => "pages";

    public string Host => options.BaseAddress.Authority;

    public DateTimeOffset? RestsUntil(DateTimeOffset instant) => options.Pause?.EndAt(instant);

    public async IAsyncEnumerable<SourceEvent> ReadAsync(SourceRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (failures, bytes) = (0, 0L);
        foreach (var (bill, index) in request.Bills.Select((bill, index) => (bill, index)))
        {
            if (await RefusalAsync(bill.Bill, cancellationToken) is { } refusal)
            {
                yield return IsPausing() ? Paused() : new SourceEvent.NotPermitted(refusal);
                yield break;
            }

            var outcome = await ReadAsync(request.Poll, bill, cancellationToken);
            if (IsPause(outcome))
            {
                yield return Paused();
                yield break;
            }

            yield return outcome;
            bytes += BytesOf(outcome);
            yield return new SourceEvent.Progress($"bill pages, {index + 1} of {request.Bills.Length}", bytes, null, index + 1);
            failures = outcome is SourceEvent.FetchFailed ? failures + 1 : 0;
            if (index + 1 < request.Bills.Length && ReasonToStop(outcome, failures) is { } stop)
            {
                yield return stop;
                yield break;
            }
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<string?> RefusalAsync(BillId bill, CancellationToken cancellationToken)
    {
        if (options.Access == PageAccess.Permitted)
        {
            return null;
        }

        var refusal = await robots.RefusalAsync(AddressOf(HistoryName, bill), IsPausing, cancellationToken)
            ?? await robots.RefusalAsync(AddressOf(StatusName, bill), IsPausing, cancellationToken);
        return refusal is null ? null : $"{refusal}. With the site's permission, set LegTracker:Sources:Pages:Access to Permitted (and LegTracker:Contact).";
    }

    private bool IsPausing() => RestsUntil(clock.Now) is not null;

    private bool IsPause(SourceEvent outcome) => outcome switch
    {
        SourceEvent.FetchFailed { Reason: "NOT_NOW" } => true,
        SourceEvent.FetchFailed { HttpStatus: 503 } or SourceEvent.FetchFailed { Reason: "CONNECTION" } or SourceEvent.Quarantined { Reason: "MAINTENANCE" } =>
            options.Pause?.MayExplain(clock.Now) is true,
        _ => false,
    };

    private SourceEvent.SitePaused Paused()
    {
        var until = RestsUntil(clock.Now) ?? clock.Now + options.Pause!.Length;
        return new SourceEvent.SitePaused(until, string.Create(
            CultureInfo.InvariantCulture,
            $"{Host} has its daily maintenance: it is asked again after {CaliforniaTime.InLosAngeles(until):HH:mm} Los Angeles time"));
    }

    private static long BytesOf(SourceEvent outcome) => outcome switch
    {
        SourceEvent.BillRead read => read.BodyBytes,
        SourceEvent.BillUnchanged unchanged => unchanged.BodyBytes,
        SourceEvent.Quarantined doubted => doubted.Body.Length,
        _ => 0,
    };

    private async Task<SourceEvent> ReadAsync(string poll, BillRequest bill, CancellationToken cancellationToken)
    {
        var (history, fault) = await FetchAsync(HistoryName, bill.Bill, cancellationToken);
        if (history is null)
        {
            return fault!;
        }

        // A history page that proves nothing spares its bill the second request.
        if (PageSlice.Find(history.Html, "billhistory").IsEmpty && ProblemOf(HistoryPage.TryParse(history.Html, bill.Bill), bill.Bill, history) is { } early)
        {
            return early;
        }

        (var status, fault) = await FetchAsync(StatusName, bill.Bill, cancellationToken);
        if (status is null)
        {
            return fault!;
        }

        var bytes = history.WireBytes + status.WireBytes;
        using var evidence = PageFingerprint.Of(Reader, bill.Bill, history.Html, status.Html);
        return evidence is not null && evidence.Sha256() == bill.ContentSha256
            ? new SourceEvent.BillUnchanged(bill.Bill, NotModified: false, 200, bytes)
            : Parse(poll, bill.Bill, history, status, evidence, bytes);
    }

    private SourceEvent Parse(string poll, BillId bill, PageBody history, PageBody status, EvidenceText? evidence, long bytes)
    {
        var lines = HistoryPage.TryParse(history.Html, bill);
        if (ProblemOf(lines, bill, history) is { } first)
        {
            return first;
        }

        var facts = StatusPage.TryParse(status.Html, bill);
        if (ProblemOf(facts, bill, status) is { } second)
        {
            return second;
        }

        var (whole, newest) = (((PageVerdict<HistoryPage>.Proved)lines).Page, ((PageVerdict<StatusPage>.Proved)facts).Page);
        if (!newest.NewestLines.IsEmpty && !(newest.NewestLines.Contains(whole.Lines[^1]) && whole.Lines.Contains(newest.NewestLines[^1])))
        {
            // The site's cache was seen to serve pages without their newest lines.
            return new SourceEvent.FetchFailed(bill, "STALE_PAGE", "the status and the history page disagree on the newest action: one of them is old", 200, null);
        }

        var record = PageRecord.From(bill, whole, newest);
        var provenance = new Provenance(Name, AddressOf(HistoryName, bill).ToString(), clock.Now, evidence!.Sha256(), poll, Reader);
        return new SourceEvent.BillRead(record, provenance, 200, bytes) { Evidence = evidence!.Bytes() };
    }

    private static SourceEvent? ProblemOf<TPage>(PageVerdict<TPage> verdict, BillId bill, PageBody body)
        where TPage : class => verdict switch
        {
            PageVerdict<TPage>.NoSuchBill missing => new SourceEvent.BillNotFound(bill, missing.Detail, 200),
            PageVerdict<TPage>.Doubted doubt => new SourceEvent.Quarantined(bill, doubt.Reason, $"{body.Address.AbsolutePath}: {doubt.Detail}", body.Address.ToString(), body.Bytes, 200),
            _ => null,
        };

    private async Task<(PageBody? Body, SourceEvent? Fault)> FetchAsync(string page, BillId bill, CancellationToken cancellationToken)
    {
        // A changing parameter: without one the site's cache was seen to serve pages of weeks ago.
        var address = new Uri($"{AddressOf(page, bill)}&rev={time.GetUtcNow().ToUnixTimeMilliseconds()}");
        return await client.GetAsync(new FetchRequest(address) { Html = true, MaximumBytes = MostPageBytes, NotNow = IsPausing }, cancellationToken) switch
        {
            FetchOutcome.Fetched fetched => (PageBody.Of(fetched), null),
            FetchOutcome.Failed failed => (null, new SourceEvent.FetchFailed(bill, failed.Reason, failed.Detail, failed.Status, failed.RetryAfter)),
            _ => (null, new SourceEvent.FetchFailed(bill, "HTTP_STATUS", $"{address} answered 304 to a request that set no condition", 304, null)),
        };
    }

    private static SourceEvent.FetchFailed? ReasonToStop(SourceEvent outcome, int failures) => outcome switch
    {
        SourceEvent.FetchFailed { HttpStatus: 403 or 429 or 503 } failed => failed with { Bill = null },
        SourceEvent.FetchFailed failed when failures >= MostFailuresInARow => failed with { Bill = null },
        SourceEvent.Quarantined { Reason: "BLOCKED" or "CHALLENGE" or "LOGIN" or "MAINTENANCE" } refused =>
            new SourceEvent.FetchFailed(null, refused.Reason, "the site refuses; the other bills were not asked for", refused.HttpStatus, null),
        _ => null,
    };

    private Uri AddressOf(string page, BillId bill) => new(options.BaseAddress, $"faces/{page}.xhtml?bill_id={bill.LeginfoId}");
}
