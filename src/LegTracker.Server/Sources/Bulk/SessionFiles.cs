using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Bulk;

/// <summary>One file of a session with what became of it.</summary>
internal sealed record SessionFile(string Name, BulkFileOutcome Outcome)
{
    /// <summary>The age that decides which file is newer; a file without a date counts as just built.</summary>
    public DateTimeOffset Age => Outcome.LastModified ?? DateTimeOffset.MaxValue;
}

/// <summary>The files of one two-year session, as they were found in one poll: the session file first, then the increments.</summary>
/// <remarks>
/// Which files are asked for: the session file, and while the session sits and a month after, the six weekday increments. Each is asked
/// for "if modified since it was last applied"; whatever its date when a wanted bill has never been read. An increment that is not newer than
/// the session file adds nothing to it and is left alone. Two cases make files be read again although the host says 304:
/// a changed file is older than an unchanged one, which may hold the newer state of the same bill; or an increment holds only part of a bill's
/// rows (increments go row by row), so that its earlier prints have to come from the session file and the increments before.
/// </remarks>
internal sealed class SessionFiles(BulkFileReader reader, SourceRequest request, int startYear, ImmutableArray<BillRequest> bills, Action<SourceEvent.Progress> report)
{
    private static readonly ImmutableArray<string> Increments = ["pubinfo_Mon.zip", "pubinfo_Tue.zip", "pubinfo_Wed.zip", "pubinfo_Thu.zip", "pubinfo_Fri.zip", "pubinfo_Sat.zip"];

    private readonly HashSet<BillId> wanted = [.. bills.Select(bill => bill.Bill)];
    private readonly bool anew = bills.Any(bill => bill.ContentSha256 is null);

    private string SessionName => string.Create(CultureInfo.InvariantCulture, $"pubinfo_{startYear}.zip");

    /// <summary>Key of a file's validator: <c>bulk/20252026/pubinfo_Mon.zip</c>.</summary>
    public string KeyOf(string file) => $"bulk/{new Session(startYear).Years}/{file}";

    /// <summary>Last-Modified of a file when it was last applied.</summary>
    public DateTimeOffset? AppliedOf(string file) =>
        request.Validators.TryGetValue(KeyOf(file), out var text)
        && DateTimeOffset.TryParseExact(text, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var applied) ? applied : null;

    /// <summary>The newest date that was ever applied for this session.</summary>
    public DateTimeOffset NewestApplied => Increments.Add(SessionName).Max(AppliedOf) ?? DateTimeOffset.MinValue;

    /// <param name="today">The Legislature's day.</param>
    public async Task<ImmutableArray<SessionFile>> ReadAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var session = await ReadAsync(SessionName, anew ? null : AppliedOf(SessionName), null, cancellationToken);
        if (session.Outcome is BulkFileOutcome.Missing missing && !IsNew(today))
        {
            session = session with { Outcome = new BulkFileOutcome.Failed(new FetchOutcome.Failed("HTTP_STATUS", missing.Detail, 404)) };
        }

        var files = new List<SessionFile> { session };
        if (IsSitting(today))
        {
            var covered = session.Outcome.LastModified ?? (anew ? null : AppliedOf(SessionName));
            foreach (var name in Increments)
            {
                files.Add(await ReadAsync(name, anew ? null : AppliedOf(name), covered, cancellationToken));
            }

            await ReadAgainAsync(files, covered, cancellationToken);
        }

        return [.. files];
    }

    private async Task ReadAgainAsync(List<SessionFile> files, DateTimeOffset? covered, CancellationToken cancellationToken)
    {
        var oldest = files.Where(file => file.Outcome is BulkFileOutcome.Read).Select(file => file.Age).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        var partial = wanted.Any(bill => Merge(files, bill) is { IsWhole: false });
        for (var index = 0; index < files.Count; index++)
        {
            var (name, outcome) = files[index];
            if (outcome is BulkFileOutcome.NotModified && (partial || files[index].Age > oldest))
            {
                files[index] = await ReadAsync(name, null, index == 0 ? null : covered, cancellationToken);
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

    private async Task<SessionFile> ReadAsync(string name, DateTimeOffset? since, DateTimeOffset? covered, CancellationToken cancellationToken) =>
        new(name, await reader.ReadAsync(name, since, covered, wanted, report, cancellationToken));

    private bool IsSitting(DateOnly today)
    {
        var session = new Session(startYear);
        return Session.On(today) == session || (today > session.LastDay && today <= session.LastDay.AddMonths(1));
    }

    // A session's own file may come some weeks after its first bills; before the session convenes there is none.
    private bool IsNew(DateOnly today) => today.DayNumber - new Session(startYear).FirstDay.DayNumber <= 60;
}
