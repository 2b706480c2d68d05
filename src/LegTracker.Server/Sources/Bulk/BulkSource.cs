using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using LegTracker.Legislature;
using LegTracker.Server.Sources.Bulk.Hearings;

namespace LegTracker.Server.Sources.Bulk;

/// <summary>The Legislature's bulk files ("pubinfo") as a source of bills.</summary>
/// <remarks>Which files are asked for: <see cref="SessionFiles"/>; which of them counts: <see cref="BillVerdict"/>. One poll at a time.</remarks>
internal sealed class BulkSource : IBillSource, IDisposable
{
    /// <summary>Key of the validator that names the reader of the last poll.</summary>
    private const string ReaderKey = "bulk/reader";

    private readonly PoliteClient client;
    private readonly BulkFileReader reader;
    private readonly BulkSourceOptions options;
    private readonly LegislativeClock clock;
    private readonly ConcurrentDictionary<BillId, DateTimeOffset> told = new();
    private bool swept;

    /// <param name="time">The real clock, for time-outs and rests.</param>
    public BulkSource(BulkSourceOptions options, LegislativeClock clock, TimeProvider time, HostTurns? turns = null)
    {
        this.options = options;
        this.clock = clock;
        client = new PoliteClient(new Manners(options.Contact, options.MinimumGap), time, turns);
        reader = new BulkFileReader(client, options, time);
    }

    public string Name => "bulk";

    public string Host => options.BaseAddress.Authority;

    public async IAsyncEnumerable<SourceEvent> ReadAsync(SourceRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var events = Channel.CreateUnbounded<SourceEvent>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        var work = WorkAsync(request, events.Writer, left.Token);
        try
        {
            await foreach (var told in events.Reader.ReadAllAsync(CancellationToken.None))
            {
                yield return told;
            }
        }
        finally
        {
            await left.CancelAsync();
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => client.Dispose();

    private async Task WorkAsync(SourceRequest request, ChannelWriter<SourceEvent> events, CancellationToken cancellationToken)
    {
        try
        {
            RemoveLeftovers();
            var validators = request.Validators.SetItem(ReaderKey, BulkRecord.Reader);
            var isOtherReader = request.Validators.GetValueOrDefault(ReaderKey) != BulkRecord.Reader;
            foreach (var startYear in SessionsOf(request))
            {
                ImmutableArray<BillRequest> bills = [.. request.Bills.Where(bill => bill.Bill.Session.StartYear == startYear)];

                // What another reader took from the files may lack what this one finds: they are read anew.
                ImmutableArray<BillRequest> wanted = isOtherReader ? [.. bills.Select(bill => bill with { ContentSha256 = null })] : bills;
                var files = new SessionFiles(reader, request, startYear, wanted, progress => events.TryWrite(progress));
                var read = await files.ReadAsync(clock.Now, cancellationToken);
                validators = validators.SetItems(Tell(request.Poll, bills, files, read, events));
                foreach (var told in SessionHearings.Tell(Name, request.Poll, bills.Select(bill => bill.Bill), read, clock.Now))
                {
                    events.TryWrite(told);
                }

                events.TryWrite(new SourceEvent.ValidatorsSeen(validators));
            }

            events.Complete();
        }
        catch (Exception fault)
        {
            events.Complete(fault);
        }
    }

    // The sessions of the wanted bills and those that the catalog keeps, the newest first.
    private IEnumerable<int> SessionsOf(SourceRequest request)
    {
        var sitting = Session.On(clock.Today).StartYear;
        return request.Bills.Select(bill => bill.Bill.Session.StartYear)
            .Concat(new[] { sitting, sitting - 2 }.Where(startYear => request.Catalog?.Keeps(startYear) == true))
            .Distinct().OrderDescending();
    }

    // A process that was killed while it read a host without parts leaves up to a gigabyte behind.
    private void RemoveLeftovers()
    {
        if (swept || !Directory.Exists(options.TemporaryFolder))
        {
            return;
        }

        swept = true;
        foreach (var left in Directory.EnumerateFiles(options.TemporaryFolder, "*.zip"))
        {
            File.Delete(left);
        }
    }

    private Dictionary<string, string> Tell(string poll, IEnumerable<BillRequest> bills, SessionFiles files, ImmutableArray<SessionFile> read, ChannelWriter<SourceEvent> events)
    {
        foreach (var fault in read.SelectMany(FaultsOf))
        {
            events.TryWrite(fault);
        }

        var kept = new HashSet<BillId>();
        var counted = new HashSet<BulkFileOutcome.Read>(ReferenceEqualityComparer.Instance);
        foreach (var bill in bills)
        {
            DateTimeOffset? ownTold = told.TryGetValue(bill.Bill, out var age) ? age : null;
            var verdict = BillVerdict.Of(read, bill.Bill, bill.ContentSha256 is not null, ownTold > files.NewestApplied ? age : files.NewestApplied, ownTold);
            var bytes = verdict is BillVerdict.Found found && counted.Add(found.Newest) ? found.Newest.Bytes : 0;
            var outcome = EventOf(poll, bill, verdict, bytes);
            events.TryWrite(outcome);
            if (outcome is SourceEvent.FetchFailed or SourceEvent.Quarantined)
            {
                kept.Add(bill.Bill);
            }
            else if (verdict is BillVerdict.Found { Newest.LastModified: { } date })
            {
                told[bill.Bill] = date;
            }
        }

        // A file that holds a bill without a good outcome has to be looked at again.
        return read
            .Where(file => file.Outcome is BulkFileOutcome.Superseded || (file.Outcome is BulkFileOutcome.Read { LacksTexts: false } seen && !seen.Bills.Keys.Any(kept.Contains) && !SessionHearings.IsUnread(file)))
            .Where(file => file.Outcome.LastModified is not null)
            .ToDictionary(file => files.KeyOf(file.Name), file => file.Outcome.LastModified!.Value.ToString("R"));
    }

    private SourceEvent EventOf(string poll, BillRequest bill, BillVerdict verdict, long bytes)
    {
        switch (verdict)
        {
            case BillVerdict.Unchanged:
                return new SourceEvent.BillUnchanged(bill.Bill, NotModified: true, 304, 0);
            case BillVerdict.NotHeld:
                return new SourceEvent.BillNotFound(bill.Bill, $"no bulk file of {bill.Bill.Session.Display} holds {bill.Bill.Measure}", null);
            case BillVerdict.Undecided { InTheWay: var file }:
                var (reason, detail, status, retryAfter) = file.Outcome is BulkFileOutcome.Failed { Fault: var fault }
                    ? (fault.Reason, fault.Detail, fault.Status, fault.RetryAfter)
                    : file.Outcome is BulkFileOutcome.Broken broken ? (broken.Reason, broken.Detail, broken.Status, null) : ("HTTP_STATUS", "", (int?)null, (DateTimeOffset?)null);
                return new SourceEvent.FetchFailed(bill.Bill, reason, $"{file.Name} may hold a newer state: {detail}", status, retryAfter);
            case BillVerdict.Found found when BulkRecord.From(found.Rows) is { } record:
                var evidence = EvidenceText.Of(BulkRecord.Reader, record);
                var hash = EvidenceText.Sha256(evidence);
                return hash == bill.ContentSha256
                    ? new SourceEvent.BillUnchanged(bill.Bill, NotModified: false, found.Newest.Status, bytes)
                    : new SourceEvent.BillRead(record, new Provenance(Name, found.Newest.Address.ToString(), clock.Now, hash, poll, BulkRecord.Reader), found.Newest.Status, bytes) { Evidence = evidence };
            default:
                var newest = ((BillVerdict.Found)verdict).Newest;
                return new SourceEvent.Quarantined(bill.Bill, "EMPTY_HISTORY", $"the bulk files hold {bill.Bill.Measure} without any history", newest.Address.ToString(), [], newest.Status);
        }
    }

    private static IEnumerable<SourceEvent> FaultsOf(SessionFile file) => file.Outcome switch
    {
        BulkFileOutcome.Failed { Fault: var fault } => [new SourceEvent.FetchFailed(null, fault.Reason, fault.Detail, fault.Status, fault.RetryAfter)],
        BulkFileOutcome.Broken broken => [new SourceEvent.Quarantined(null, broken.Reason, broken.Detail, broken.Address.ToString(), broken.Body, broken.Status)],
        BulkFileOutcome.Read { CatalogFault: { } fault } read => [new SourceEvent.FetchFailed(null, "CATALOG", fault, read.Status, null)],
        _ => [],
    };
}
