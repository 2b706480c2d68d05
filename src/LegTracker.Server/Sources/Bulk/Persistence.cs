using System.Collections.Immutable;

namespace LegTracker.Server.Sources.Bulk;

/// <summary>How often a request is made again when a connection broke or a host faltered, and the rests between.</summary>
/// <remarks>A host that names a time to come back (Retry-After) is not asked before: that is the circuit's business.</remarks>
internal sealed class Persistence(ImmutableArray<TimeSpan> rests, TimeProvider time)
{
    /// <summary>Asks until an answer comes that another attempt would not better.</summary>
    public async Task<FetchOutcome> AskAsync(Func<Task<FetchOutcome>> ask, CancellationToken cancellationToken)
    {
        var outcome = await ask();
        foreach (var rest in rests)
        {
            if (!IsPassing(outcome))
            {
                break;
            }

            if (rest > TimeSpan.Zero)
            {
                await Task.Delay(rest, time, cancellationToken);
            }

            outcome = await ask();
        }

        return outcome;
    }

    /// <summary>Whether another attempt may better an outcome.</summary>
    public static bool IsPassing(FetchOutcome outcome) => outcome is FetchOutcome.Failed
    {
        Reason: "CONNECTION" or "TIMEOUT" or "TRUNCATED",
    } or FetchOutcome.Failed { Reason: "HTTP_STATUS", Status: 500 or 502 or 503 or 504, RetryAfter: null };
}
