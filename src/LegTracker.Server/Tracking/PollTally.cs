using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tracking;

/// <summary>Why a poll did not go well.</summary>
/// <param name="Reason">Upper snake case.</param>
/// <param name="Detail">In words.</param>
internal sealed record PollFault(PollOutcome Outcome, SourceState State, string Reason, string Detail);

/// <summary>What a poll of a source has met so far: which bills are done and how, bytes, the first fault.</summary>
internal sealed class PollTally
{
    /// <summary>The reason of a bill that its source does not hold: no fault of the source.</summary>
    public const string NotInSource = "BILL_NOT_IN_SOURCE";

    private readonly HashSet<BillId> done = [];

    public int Good { get; private set; }

    public int Bad { get; private set; }

    public int Changes { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>HTTP status of the last answer.</summary>
    public int? Status { get; private set; }

    public ImmutableDictionary<string, string>? Validators { get; private set; }

    /// <summary>The host's own wish to be left alone until then.</summary>
    public DateTimeOffset? RetryAfter { get; private set; }

    /// <summary>Why hearings were not read or recorded, in words: no fault of the bills.</summary>
    public string? HearingsFault { get; private set; }

    /// <summary>Whether what was read of hearings has to be seen once more before it is believed.</summary>
    public bool LookAgain { get; private set; }

    /// <summary>The first fault names the poll: what follows it is most often its consequence.</summary>
    public PollFault? Fault { get; private set; }

    public bool IsDone(BillId bill) => done.Contains(bill);

    /// <summary>Counts what a source told, before it is acted upon.</summary>
    public void Meet(SourceEvent told)
    {
        switch (told)
        {
            case SourceEvent.BillRead read:
                Count(read.HttpStatus, read.BodyBytes);
                break;
            case SourceEvent.BillUnchanged unchanged:
                Count(unchanged.HttpStatus, unchanged.BodyBytes);
                break;
            case SourceEvent.BillNotFound missing:
                Count(missing.HttpStatus, 0);
                break;
            case SourceEvent.FetchFailed failed:
                Count(failed.HttpStatus, 0);
                RetryAfter = failed.RetryAfter ?? RetryAfter;
                Blame(new PollFault(PollOutcome.FetchFailed, SourceState.Degraded, failed.Reason, failed.Detail));
                break;
            case SourceEvent.Quarantined quarantined:
                Count(quarantined.HttpStatus, quarantined.Body.Length);
                Blame(new PollFault(PollOutcome.Quarantined, SourceState.Degraded, quarantined.Reason, quarantined.Detail));
                break;
            case SourceEvent.NotPermitted refused:
                Blame(new PollFault(PollOutcome.Skipped, SourceState.NotPermitted, "NOT_PERMITTED", refused.Reason));
                break;
            case SourceEvent.ValidatorsSeen seen:
                Validators = seen.Validators;
                break;
            case SourceEvent.HearingsRead:
                break;
            case SourceEvent.HearingsNotRead notRead:
                HearingsFault ??= $"hearings not read ({notRead.Reason}): {notRead.Detail}";
                break;
            default:
                throw new InvalidOperationException($"unknown source event {told.GetType().Name}");
        }
    }

    /// <summary>Counts a bill that is done.</summary>
    public void Done(PollEntry entry)
    {
        done.Add(entry.Bill!.Value);
        Changes += entry.ChangeCount;
        if (entry.Outcome is PollOutcome.FetchFailed or PollOutcome.Quarantined && entry.ErrorReason != NotInSource)
        {
            Bad++;
        }
        else if (entry.ErrorReason != NotInSource)
        {
            Good++;
        }
    }

    /// <summary>Counts what became of a bill's hearings.</summary>
    public void Heard(HearingsRecorded heard)
    {
        Changes += heard.Changes;
        LookAgain |= heard.LookAgain;
        HearingsFault ??= heard.Fault;
    }

    public void Blame(PollFault fault) => Fault ??= fault;

    /// <summary>The poll broke by a fault of ours.</summary>
    public void Break(Exception broken)
    {
        Blame(new PollFault(PollOutcome.FetchFailed, SourceState.Degraded, "INTERNAL", $"a fault of the server ({broken.GetType().Name}); its log has the details"));
        Bad++;
    }

    private void Count(int? httpStatus, long body)
    {
        Status = httpStatus ?? Status;
        Bytes += body;
    }
}
