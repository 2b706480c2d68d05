using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tracking;

/// <summary>Why a poll did not go well.</summary>
/// <param name="Reason">Upper snake case.</param>
/// <param name="Detail">In words.</param>
internal sealed record PollFault(PollOutcome Outcome, SourceState State, string Reason, string Detail);

/// <summary>What a poll of a source has met so far: which bills are done and how, bytes, the first fault.</summary>
internal sealed class PollTally(LegislativeClock clock)
{
    /// <summary>The reason of a bill that its source does not hold: no fault of the source.</summary>
    public const string NotInSource = "BILL_NOT_IN_SOURCE";

    /// <summary>How long a source polled bill by bill is left alone when its site does not permit it: robots.txt itself is kept for a day.</summary>
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromHours(1);

    /// <summary>As <see cref="AfterRefusal"/>, for a fault of ours.</summary>
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(15);

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

    /// <summary>By the record's clock: before then a source polled bill by bill is not to be asked again; null when nothing speaks against it.</summary>
    public DateTimeOffset? NotBefore { get; private set; }

    /// <summary>Whether the source gave anything of a bill, believed or not.</summary>
    public bool Answered { get; private set; }

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
                Answered = true;
                Count(read.HttpStatus, read.BodyBytes);
                break;
            case SourceEvent.BillUnchanged unchanged:
                Answered = true;
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
                NotBefore = clock.Now + AfterRefusal;
                Blame(new PollFault(PollOutcome.Skipped, SourceState.NotPermitted, "NOT_PERMITTED", refused.Reason));
                break;
            case SourceEvent.SitePaused paused:
                NotBefore = paused.Until;
                Blame(new PollFault(PollOutcome.Skipped, SourceState.Ok, "SITE_PAUSED", paused.Detail));
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
        NotBefore = clock.Now + AfterFault;
    }

    private void Count(int? httpStatus, long body)
    {
        Status = httpStatus ?? Status;
        Bytes += body;
    }
}
