using System.IO.Compression;
using LegTracker.Legislature;
using LegTracker.Server.Sources.Bulk.Hearings;
using LegTracker.Server.Sources.Bulk.Texts;

namespace LegTracker.Server.Sources.Bulk;

/// <summary>Fetches one bulk file and takes the wanted bills' rows from its four tables, and every row for the catalog when it needs them.</summary>
/// <remarks>
/// No robots.txt is asked for here: the host exists to hand these files to programs. A row with another number of columns than its table, or
/// with a date of a wanted bill that cannot be read, makes the whole file unbelieved, since the table's layout may have changed.
/// </remarks>
internal sealed class BulkFileReader(PoliteClient client, BulkSourceOptions options, TimeProvider time)
{
    private const int Attempts = 3;
    private const int NotFound = 404;
    private const long RowsPerReport = 20_000;

    private readonly Persistence persistence = new(options.RetryRests, time);

    public async Task<BulkFileOutcome> ReadAsync(BulkFileWish wish, Action<SourceEvent.Progress> report, CancellationToken cancellationToken)
    {
        BulkFileOutcome outcome = new BulkFileOutcome.NotModified();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            outcome = await AttemptAsync(wish, report, cancellationToken);
            if (outcome is not BulkFileOutcome.Failed { Fault.Reason: "CHANGED" })
            {
                break;
            }
        }

        return outcome;
    }

    private async Task<BulkFileOutcome> AttemptAsync(BulkFileWish wish, Action<SourceEvent.Progress> report, CancellationToken cancellationToken)
    {
        var (name, ifModifiedSince, supersededBy, wanted) = wish;
        var address = new Uri(options.BaseAddress, name);
        var since = ifModifiedSince is { } own && supersededBy is { } other ? (own > other ? own : other) : ifModifiedSince ?? supersededBy;
        var (opened, answer) = await BulkFile.OpenAsync(client, options, persistence, address, since, (done, total) => report(new SourceEvent.Progress(name, done, total, 0)), cancellationToken);
        if (opened is null)
        {
            return answer switch
            {
                // The host may answer 304 for either date: only the file's own says that it was applied.
                FetchOutcome.NotModified when ifModifiedSince is { } applied && (supersededBy is null || applied > supersededBy) => new BulkFileOutcome.NotModified { LastModified = applied },
                FetchOutcome.NotModified when supersededBy is not null => new BulkFileOutcome.Superseded { LastModified = ifModifiedSince },
                FetchOutcome.Failed { Status: NotFound } missing => new BulkFileOutcome.Missing(missing.Detail),
                FetchOutcome.Failed failed => new BulkFileOutcome.Failed(failed),
                _ => new BulkFileOutcome.Failed(new FetchOutcome.Failed("HTTP_STATUS", $"{address} answered 304 to a request that set no condition", 304)),
            };
        }

        await using var file = opened;
        var modified = file.Head.LastModified;
        if (supersededBy is { } newer && modified <= newer)
        {
            return new BulkFileOutcome.Superseded { LastModified = modified };
        }

        if (ifModifiedSince is { } seen && modified <= seen)
        {
            return new BulkFileOutcome.NotModified { LastModified = seen };
        }

        var broken = new BulkFileOutcome.Broken("BROKEN_ZIP", "", address, file.Sample, file.Status) { LastModified = modified };
        if (IsMarkup(file))
        {
            return broken with { Reason = "NOT_THE_FILE", Detail = $"{address} answered with a web page instead of a zip file" };
        }

        try
        {
            var bills = new WantedBills(wanted);
            using var feed = modified is { } built ? wish.FeedFor(built) : null;
            await using var zip = await ZipArchive.CreateAsync(file.Content, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
            return await TakeAsync(name, zip, bills, feed, broken, report, cancellationToken)
                ?? new BulkFileOutcome.Read(address, bills.Found, file.Status, file.BytesFetched)
                {
                    LastModified = modified,
                    LacksTexts = bills.LackTexts,
                    Hearings = await HearingTableReader.ReadAsync(zip, wanted, options.LargestTable, cancellationToken),
                    CatalogFault = feed?.Complete(),
                };
        }
        catch (FetchFaultException fault) when (fault.Failure.Reason == "TOO_LARGE")
        {
            return broken with { Reason = "TOO_LARGE", Detail = fault.Failure.Detail };
        }
        catch (FetchFaultException fault)
        {
            return new BulkFileOutcome.Failed(fault.Failure) { LastModified = fault.Failure.Reason == "CHANGED" ? null : modified };
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or ArgumentException or OverflowException)
        {
            return broken with { Detail = $"{address} is no whole zip file: {fault.Message}" };
        }
    }

    private async Task<BulkFileOutcome?> TakeAsync(
        string name, ZipArchive zip, WantedBills bills, CatalogFeed? feed, BulkFileOutcome.Broken broken, Action<SourceEvent.Progress> report, CancellationToken cancellationToken)
    {
        foreach (var table in BulkTable.All)
        {
            if (zip.Entries.FirstOrDefault(entry => entry.Name.Equals(table.FileName, StringComparison.OrdinalIgnoreCase)) is not { } entry)
            {
                return broken with { Reason = "MISSING_TABLE", Detail = $"{broken.Address} holds no {table.FileName}", Body = [] };
            }

            if (entry.Length > options.LargestTable)
            {
                return broken with { Reason = "TOO_LARGE", Detail = $"{table.FileName} in {broken.Address} is {entry.Length} bytes long", Body = [] };
            }

            await using var content = new CheckedEntryStream(await entry.OpenAsync(cancellationToken), entry.Length, entry.Crc32);
            var reader = new DatReader(content);
            var what = $"{name}, {table.Name}";
            while (await reader.ReadAsync(cancellationToken))
            {
                if (reader.FieldCount != table.Columns || !table.Take(reader, bills))
                {
                    return broken with { Reason = "BROKEN_TABLE", Detail = $"{table.FileName} in {broken.Address}, row {reader.Row}: {Fault(reader, table)}", Body = reader.RowBytes };
                }

                feed?.Take(table, reader);
                if (reader.Row % RowsPerReport == 0)
                {
                    report(new SourceEvent.Progress(what, reader.BytesRead, entry.Length, reader.Row));
                }
            }

            if (reader.Fault is { } fault)
            {
                return broken with { Reason = "BROKEN_TABLE", Detail = $"{table.FileName} in {broken.Address}: {fault}", Body = reader.RowBytes[..Math.Min(reader.RowBytes.Length, 64 << 10)] };
            }

            report(new SourceEvent.Progress(what, entry.Length, entry.Length, reader.Row));
        }

        if (feed is not null)
        {
            await feed.TakeTextsAsync(zip, broken.Address, cancellationToken);
        }

        await AnalysisTableReader.ReadAsync(zip, bills, options.LargestTable, cancellationToken);
        bills.LackTexts = !await LobTexts.ReadAsync(zip, broken.Address, bills.Found.Values, cancellationToken);
        return null;
    }

    private static string Fault(DatReader reader, BulkTable table) =>
        reader.FieldCount != table.Columns ? $"{reader.FieldCount} columns instead of {table.Columns}" : "a date or number cannot be read";

    private static bool IsMarkup(BulkFile file)
    {
        var first = file.Sample.AsSpan().TrimStart(" \t\r\n\uFEFF"u8);
        return file.Head.ContentType?.MediaType is "text/html" or "application/xhtml+xml" || (!first.IsEmpty && first[0] == (byte)'<');
    }
}
