using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using LegTracker.Legislature;
using LegTracker.Replay.Histories;

namespace LegTracker.Replay.Bulk;

/// <summary>The zip files of the download site; one build has the same bytes however often it is fetched.</summary>
/// <remarks>Safe for concurrent use. Keeps the newest build of each file.</remarks>
internal sealed class BulkArchive(Library library)
{
    private readonly ConcurrentDictionary<string, (DateTimeOffset Built, byte[] Zip)> kept = new();

    /// <summary>A file's newest build and bytes; null when there is none yet.</summary>
    public (BulkFile Build, byte[] Zip)? TryOpen(string name, DateTimeOffset now)
    {
        if (BulkFile.TryFind(name, now, library.StartYears) is not { } build)
        {
            return null;
        }

        if (!kept.TryGetValue(name, out var found) || found.Built != build.Built)
        {
            found = (build.Built, Pack(build));
            kept[name] = found;
        }

        return (build, found.Zip);
    }

    private byte[] Pack(BulkFile build)
    {
        var bills = library.Known(build.Day)
            .Where(bill => build.IsIncrement ? bill.Touched == build.Day : bill.Bill.Id.Session.StartYear == build.StartYear)
            .ToList();
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            var texts = bills.Where(bill => bill.Bill.HasTextsAndHearings).SelectMany(bill => bill.Versions.Select(version => (ReplayedText.NameOf(bill.Bill, version), ReplayedText.Of(bill, version))));
            var analyses = AnalysisTable.Write(bills, build.Day) is { } rows ? new[] { ("BILL_ANALYSIS_TBL.dat", rows) } : [];
            foreach (var (name, content) in BulkTables.Write(bills).Concat(texts).Append(("COMMITTEE_HEARING_TBL.dat", HearingTable.Write(library.Bills, build))).Concat(analyses))
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                entry.LastWriteTime = CaliforniaTime.InLosAngeles(build.Built);
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }
}
