using System.Net.Http.Headers;

namespace LegTracker.Server.Sources;

/// <summary>A host's Retry-After, in either of its forms, as an instant.</summary>
internal static class RetryWish
{
    /// <summary>The longest wish that is believed.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>The instant, never before now nor more than <see cref="Longest"/> after it; null without a readable wish.</summary>
    public static DateTimeOffset? Read(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - now : null);
        return wait is { } length ? now + TimeSpan.FromTicks(Math.Clamp(length.Ticks, 0, Longest.Ticks)) : null;
    }
}
