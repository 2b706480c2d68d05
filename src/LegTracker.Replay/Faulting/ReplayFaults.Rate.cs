using System.Text.RegularExpressions;
using LegTracker.Replay.Faulting;

namespace LegTracker.Replay;

/// <content>Faults by chance.</content>
public sealed partial class ReplayFaults
{
    private static readonly FaultKind[] WithoutBody =
        [FaultKind.Reset, FaultKind.Blocked, FaultKind.Maintenance, FaultKind.SessionExpired, FaultKind.Status, FaultKind.Redirect, FaultKind.Slow];

    private readonly Dictionary<string, int> asked = new(StringComparer.Ordinal);
    private readonly Dictionary<FaultKind, int> drawn = [];
    private FaultRate? rate;
    private int answers;

    /// <summary>Faults by chance in force beside the others, which come first; null for none.</summary>
    public FaultRate? Rate
    {
        get
        {
            lock (gate)
            {
                return rate;
            }
        }

        set
        {
            if (value is { Share: < 0 or > 1 or double.NaN })
            {
                throw new ArgumentOutOfRangeException(nameof(value), value.Share, "a share is 0 to 1");
            }

            lock (gate)
            {
                rate = value;
            }
        }
    }

    /// <summary>Answers given since a rate was first in force, and how many of them a fault of each kind met.</summary>
    public (int Answers, IReadOnlyDictionary<FaultKind, int> ByKind) Drawn
    {
        get
        {
            lock (gate)
            {
                return (answers, new Dictionary<FaultKind, int>(drawn));
            }
        }
    }

    /// <summary>The fault that chance gives a request; null for none.</summary>
    internal ReplayFault? Draw(string pathAndQuery, AnswerScope scope)
    {
        lock (gate)
        {
            if (rate is null)
            {
                return null;
            }

            answers++;
            var address = ChangingParameter().Replace(pathAndQuery, "");
            var times = asked[address] = asked.GetValueOrDefault(address) + 1;
            var dice = new Random(HashOf(address, times, rate.Seed));
            var kinds = rate.Kinds.Where(kind => Shows(kind, scope)).ToList();
            if (dice.NextDouble() >= rate.Share || kinds.Count == 0)
            {
                return null;
            }

            var kind = kinds[dice.Next(kinds.Count)];
            drawn[kind] = drawn.GetValueOrDefault(kind) + 1;
            return new ReplayFault(kind) { Status = rate.Statuses[dice.Next(rate.Statuses.Count)], Delay = rate.Delay };
        }
    }

    private static bool Shows(FaultKind kind, AnswerScope scope) => scope switch
    {
        AnswerScope.NotModified => WithoutBody.Contains(kind),
        AnswerScope.File => kind is not (FaultKind.OtherBill or FaultKind.EmptyHistory or FaultKind.DeepNesting),
        _ => kind is not FaultKind.GarbageZip,
    };

    // FNV-1a: string hashes of the framework differ from run to run.
    private static int HashOf(string address, int times, int seed)
    {
        var hash = 2166136261u;
        foreach (var value in address.Select(letter => (uint)letter).Append((uint)times).Append((uint)seed))
        {
            hash = unchecked((hash ^ value) * 16777619u);
        }

        return (int)(hash & int.MaxValue);
    }

    [GeneratedRegex(@"[?&]rev=\d+")]
    private static partial Regex ChangingParameter();
}
