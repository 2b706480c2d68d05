using Google.Protobuf;
using LegTracker.V1;

namespace LegTracker.Server.Api;

/// <summary>Snapshots and pages of changes cut into messages of a size that any client receives.</summary>
internal static class WatchParts
{
    private const int MostBills = 200;
    private const int LargestMessage = 512 * 1024;

    /// <summary>At least one part; the last says so.</summary>
    public static IEnumerable<Snapshot> Snapshot(IEnumerable<Bill> bills)
    {
        var part = new Snapshot();
        var size = 0;
        foreach (var bill in bills)
        {
            var next = bill.CalculateSize();
            if (part.Bills.Count > 0 && (part.Bills.Count >= MostBills || size + next > LargestMessage))
            {
                yield return part;
                (part, size) = (new Snapshot(), 0);
            }

            part.Bills.Add(bill);
            size += next;
        }

        part.Last = true;
        yield return part;
    }

    /// <summary>Whole revisions in each part; only a revision that is larger than a message is cut, and each part but its last says so.</summary>
    public static IEnumerable<ChangeBatch> Changes(IEnumerable<Change> changes)
    {
        var part = new ChangeBatch();
        var size = 0;
        foreach (var revision in changes.GroupBy(change => change.Revision))
        {
            var whole = revision.Sum(change => change.CalculateSize());
            if (part.Changes.Count > 0 && size + whole > LargestMessage)
            {
                yield return part;
                (part, size) = (new ChangeBatch(), 0);
            }

            foreach (var change in revision)
            {
                var next = change.CalculateSize();
                if (part.Changes.Count > 0 && size + next > LargestMessage)
                {
                    part.MoreOfRevision = true;
                    yield return part;
                    (part, size) = (new ChangeBatch(), 0);
                }

                part.Changes.Add(change);
                size += next;
            }
        }

        if (part.Changes.Count > 0)
        {
            yield return part;
        }
    }
}
