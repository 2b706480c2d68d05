using System.Threading.RateLimiting;
using Grpc.Core;

namespace LegTracker.Server.Api.Access;

/// <summary>Counts what each caller asks for. Safe for any number of threads.</summary>
/// <remarks>Each counter is made when the first caller who is limited comes, so that a server for this machine alone has none of their timers.</remarks>
internal sealed class CallLimits(CallLimitOptions options) : IDisposable
{
    private const string PollMethod = "/legtracker.v1.SourceService/RunPoll";
    private static readonly TimeSpan StreamRetry = TimeSpan.FromSeconds(5);

    private readonly Lazy<PartitionedRateLimiter<string>> calls = new(() => Bucket(options.CallBurst, options.CallsPerSecond, TimeSpan.FromSeconds(1)));
    private readonly Lazy<PartitionedRateLimiter<string>> polls = new(() => Bucket(options.PollsPerMinute, 1, TimeSpan.FromMinutes(1) / options.PollsPerMinute));
    private readonly Lazy<PartitionedRateLimiter<string>> failures = new(() => Bucket(options.FailuresPerMinute, 1, TimeSpan.FromMinutes(1) / options.FailuresPerMinute));
    private readonly Lazy<PartitionedRateLimiter<string>> streams = new(() => PartitionedRateLimiter.Create<string, string>(caller =>
        RateLimitPartition.GetConcurrencyLimiter(caller, _ => new ConcurrencyLimiterOptions { PermitLimit = options.Streams })));

    /// <summary>Counts a call that is answered once.</summary>
    /// <exception cref="ApiError">RATE_LIMITED.</exception>
    public void Call(CallerIdentity caller)
    {
        if (caller.IsLimited)
        {
            Take(calls.Value, caller.Key, "calls");
        }
    }

    /// <summary>Counts a stream until it is disposed.</summary>
    /// <exception cref="ApiError">TOO_MANY_STREAMS; RATE_LIMITED for polls.</exception>
    public IDisposable? Stream(CallerIdentity caller, string method)
    {
        if (!caller.IsLimited)
        {
            return null;
        }

        if (method == PollMethod)
        {
            Take(polls.Value, caller.Key, "polls");
        }

        var place = streams.Value.AttemptAcquire(caller.Key);
        if (place.IsAcquired)
        {
            return place;
        }

        place.Dispose();
        throw new ApiError(StatusCode.ResourceExhausted, "TOO_MANY_STREAMS", $"You have {options.Streams} streams open, the most there may be: end one first, or filter one stream by several bills.")
        {
            RetryAfter = StreamRetry,
        };
    }

    /// <summary>Counts a credential that was refused.</summary>
    /// <exception cref="ApiError">RATE_LIMITED: too many from there.</exception>
    public void Failure(string address) => Take(failures.Value, address, "wrong credentials");

    public void Dispose()
    {
        foreach (var limiter in new[] { calls, polls, failures, streams }.Where(limiter => limiter.IsValueCreated))
        {
            limiter.Value.Dispose();
        }
    }

    private static void Take(PartitionedRateLimiter<string> limiter, string caller, string what)
    {
        using var lease = limiter.AttemptAcquire(caller);
        if (!lease.IsAcquired)
        {
            throw new ApiError(StatusCode.ResourceExhausted, "RATE_LIMITED", $"Too many {what} in a short time: wait a little, then go on more slowly.")
            {
                RetryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1),
            };
        }
    }

    private static PartitionedRateLimiter<string> Bucket(int most, int each, TimeSpan period) => PartitionedRateLimiter.Create<string, string>(caller =>
        RateLimitPartition.GetTokenBucketLimiter(caller, _ => new TokenBucketRateLimiterOptions { TokenLimit = most, TokensPerPeriod = each, ReplenishmentPeriod = period }));
}
