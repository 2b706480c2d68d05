using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Bulk;

/// <summary>The files of one two-year session, as they were found in one poll: the session file first, then the increments.</summary>
/// <remarks>
/// Which files are asked for: the session file; while the session sits and a month after, the six weekday increments; and when one of them was
/// missed, the newest nightly snapshot. Each is asked for "if modified since it was last applied", by the bills and by the catalog; whatever its
/// date when a wanted bill has never been read. An increment that is not newer than the session file adds nothing to it and is left alone. Two
/// cases make files be read again although the host says 304: a changed file is older than an unchanged one, which may hold the newer state of
/// the same bill; or an increment holds only part of a bill's rows (increments go row by row), so that its earlier prints have to come from the
/// session file and the increments before.
/// </remarks>
internal sealed class SessionFiles(BulkFileReader reader, SourceRequest request, int startYear, ImmutableArray<BillRequest> bills, Action<SourceEvent.Progress> report)
{
    private readonly HashSet<BillId> wanted = [.. bills.Select(bill => bill.Bill)];
    private readonly bool anew = bills.Any(bill => bill.ContentSha256 is null);
    private readonly CatalogNeeds catalog = new(request.Catalog, startYear);

    private string SessionName => CatalogFile.OfSession(startYear);

    private DateTimeOffset? AppliedSnapshot => IncrementNights.Snapshots.Max(SeenOf);

    /// <summary>Key of a file's validator: <c>bulk/20252026/pubinfo_Mon.zip</c>.</summary>
    public string KeyOf(string file) => $"bulk/{new Session(startYear).Years}/{file}";

    /// <summary>Last-Modified of a file when it was last applied to the bills.</summary>
    public DateTimeOffset? AppliedOf(string file) =>
        request.Validators.TryGetValue(KeyOf(file), out var text)
        && DateTimeOffset.TryParseExact(text, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var applied) ? applied : null;

    /// <summary>The newest date that was ever applied to the bills of this session.</summary>
    public DateTimeOffset NewestApplied => IncrementNights.Names.Concat(IncrementNights.Snapshots).Append(SessionName).Max(AppliedOf) ?? DateTimeOffset.MinValue;

    /// <param name="now">The Legislature's time.</param>
    public async Task<ImmutableArray<SessionFile>> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = CaliforniaTime.DayOf(now);
        var session = await ReadAsync(SessionName, Since(SessionName), null, cancellationToken);
        if (session.Outcome is BulkFileOutcome.Missing missing && !IsNew(today))
        {
            session = session with { Outcome = new BulkFileOutcome.Failed(new FetchOutcome.Failed("HTTP_STATUS", missing.Detail, 404)) };
        }

        var files = new List<SessionFile> { session };
        if (!IsSitting(today))
        {
            return [session];
        }

        var covered = Latest(session.Outcome.LastModified ?? Since(SessionName), anew ? null : AppliedSnapshot);
        foreach (var name in IncrementNights.Names)
        {
            files.Add(await ReadAsync(name, Since(name), covered, cancellationToken));
        }

        files.AddRange(await SnapshotsAsync([.. files.Skip(1)], covered, now, cancellationToken));
        await ReadAgainAsync(files, covered, cancellationToken);
        return [.. files];
    }

    // A snapshot taken in before stands by for its rows; a new one is asked for when a night is missing.
    private async Task<List<SessionFile>> SnapshotsAsync(ImmutableArray<SessionFile> increments, DateTimeOffset? covered, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var snapshots = IncrementNights.Snapshots
            .Select(name => new SessionFile(name, new BulkFileOutcome.NotModified { LastModified = AppliedOf(name) }))
            .Where(file => file.Outcome.LastModified == covered)
            .ToList();
        foreach (var name in IncrementNights.SnapshotsFor(increments, covered, now))
        {
            var snapshot = await ReadAsync(name, Since(name), covered, cancellationToken);
            if (snapshot.Outcome is BulkFileOutcome.Read)
            {
                snapshots.RemoveAll(file => file.Name == name);
                snapshots.Add(snapshot);
                break;
            }
        }

        return snapshots;
    }

    private async Task ReadAgainAsync(List<SessionFile> files, DateTimeOffset? covered, CancellationToken cancellationToken)
    {
        var oldest = files.Where(file => file.Outcome is BulkFileOutcome.Read).Select(file => file.Age).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        var partial = wanted.Any(bill => Merge(files, bill) is { IsWhole: false });
        for (var index = 0; index < files.Count; index++)
        {
            var (name, outcome) = files[index];
            if (wanted.Count > 0 && outcome is BulkFileOutcome.NotModified && (partial || files[index].Age > oldest))
            {
                files[index] = await ReadAsync(name, null, IncrementNights.Names.Contains(name) ? covered : null, cancellationToken);
            }
        }
    }

    /// <summary>The rows of one bill over the files that were read, newer over older; null when none holds it.</summary>
    public static BillRows? Merge(IEnumerable<SessionFile> files, BillId bill)
    {
        BillRows? merged = null;
        foreach (var file in files.Where(file => file.Outcome is BulkFileOutcome.Read).OrderByDescending(file => file.Age))
        {
            if (((BulkFileOutcome.Read)file.Outcome).Bills.TryGetValue(bill, out var rows))
            {
                merged ??= new BillRows(bill);
                merged.LayOver(rows);
            }
        }

        return merged;
    }

    private async Task<SessionFile> ReadAsync(string name, DateTimeOffset? since, DateTimeOffset? covered, CancellationToken cancellationToken)
    {
        var wish = new BulkFileWish(name, since, covered, wanted) { FeedFor = built => catalog.FeedFor(name, built) };
        var outcome = await reader.ReadAsync(wish, report, cancellationToken);
        return new SessionFile(name, outcome is BulkFileOutcome.Read { LastModified: { } built } && built < AppliedOf(name) ? Stale(name, built) : outcome);
    }

    /// <summary>The failure of a host that hands out an older build than one that was read before, as a cache may.</summary>
    public static BulkFileOutcome Stale(string name, DateTimeOffset built) => new BulkFileOutcome.Failed(new FetchOutcome.Failed(
        "STALE_FILE", string.Create(CultureInfo.InvariantCulture, $"the host gave the build of {built:R} of {name}, and a newer one was read before"), 200));

    private DateTimeOffset? Since(string file) => anew ? null : SeenOf(file);

    private DateTimeOffset? SeenOf(string file) => catalog.SeenByBoth(file, AppliedOf(file), bills.IsEmpty);

    private static DateTimeOffset? Latest(DateTimeOffset? one, DateTimeOffset? other) => one > other || other is null ? one : other;

    private bool IsSitting(DateOnly today)
    {
        var session = new Session(startYear);
        return Session.On(today) == session || (today > session.LastDay && today <= session.LastDay.AddMonths(1));
    }

    // A session's own file may come some weeks after its first bills; before the session convenes there is none.
    private bool IsNew(DateOnly today) => today.DayNumber - new Session(startYear).FirstDay.DayNumber <= 60;
}
