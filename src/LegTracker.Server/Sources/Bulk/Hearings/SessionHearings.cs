using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Bulk.Hearings;

/// <summary>What the files of one session, as they were found in one poll, say of hearings.</summary>
internal static class SessionHearings
{
    /// <summary>Name and version of this reader.</summary>
    public const string Reader = "hearings/1";

    /// <summary>A reading of each bill that the files say something of, then one word on what could not be read.</summary>
    /// <param name="files">The session file first.</param>
    public static IEnumerable<SourceEvent> Tell(string source, string poll, IEnumerable<BillId> bills, ImmutableArray<SessionFile> files, DateTimeOffset now)
    {
        foreach (var bill in bills)
        {
            if (Of(source, poll, bill, files, now) is { } reading)
            {
                yield return new SourceEvent.HearingsRead(reading);
            }
        }

        foreach (var file in files)
        {
            if (file.Outcome is BulkFileOutcome.Read { Hearings: HearingTableOutcome.NotRead fault })
            {
                yield return new SourceEvent.HearingsNotRead(fault.Reason, $"{file.Name}: {fault.Detail}");
            }
        }
    }

    /// <summary>Whether the file's hearings have still to be read: then it is looked at again in the next poll.</summary>
    public static bool IsUnread(SessionFile file) => file.Outcome is BulkFileOutcome.Read { Hearings: HearingTableOutcome.NotRead };

    private static HearingReading? Of(string source, string poll, BillId bill, ImmutableArray<SessionFile> files, DateTimeOffset now)
    {
        var read = files
            .Where(file => file.Outcome is BulkFileOutcome.Read { Hearings: HearingTableOutcome.Found })
            .OrderByDescending(file => file.Age)
            .Select(file => (File: (BulkFileOutcome.Read)file.Outcome, Table: (HearingTableOutcome.Found)((BulkFileOutcome.Read)file.Outcome).Hearings))
            .ToList();
        var holding = read.Where(file => file.Table.Bills.ContainsKey(bill)).ToList();
        if (holding.Count == 0 && files[0].Outcome is not BulkFileOutcome.Read { Hearings: HearingTableOutcome.Found })
        {
            return null;
        }

        var rows = holding.SelectMany(file => file.Table.Bills[bill].Days).Distinct().Order().ToList();
        var newest = holding.Count > 0 ? holding[0].File : (BulkFileOutcome.Read)files[0].Outcome;
        var text = string.Join('\n', rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Date:yyyy-MM-dd} {row.Committee}")));
        var hash = EvidenceText.Sha256(Encoding.UTF8.GetBytes(text));
        var provenance = new Provenance(source, newest.Address.ToString(), now, hash, poll, Reader);
        return new HearingReading(bill, [.. rows.Select(row => new HearingRow(row.Date, row.Committee, null, null, provenance, null))], IsWhole(bill, files), provenance);
    }

    // An increment adds rows and takes none out. A whole file speaks for what it lacks only when its table has rows of other bills of the
    // session, and no file that may be newer went unread.
    private static bool IsWhole(BillId bill, ImmutableArray<SessionFile> files) =>
        files[0] is { Outcome: BulkFileOutcome.Read { Hearings: HearingTableOutcome.Found whole } } session
        && whole.RowsOfSessions.GetValueOrDefault(bill.Session.Years) > (whole.Bills.TryGetValue(bill, out var own) ? own.Count : 0)
        && files.Skip(1).All(file => file.Outcome switch
        {
            BulkFileOutcome.Read { Hearings: not HearingTableOutcome.NotRead } or BulkFileOutcome.Superseded or BulkFileOutcome.Missing => true,
            BulkFileOutcome.NotModified => file.Age <= session.Age,
            _ => false,
        });
}
