using System.Net.Http.Headers;

namespace LegTracker.Server.Sources;

/// <summary>A host's Retry-After, in either of its forms, as an instant.</summary>
internal static class RetryWish
{
    /// <summary>The longest wish that is believed.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>The instant, never before now nor more than <see cref="Longest"/> after it; null without a readable wish.</summary>
    /// <remarks>The framework drops a number of seconds that does not fit 32 bits; it is the longest wish all the same.</remarks>
    public static DateTimeOffset? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (!headers.NonValidated.TryGetValues("Retry-After", out var values))
        {
            return null;
        }

        var text = values.ToString().Trim();
        var wait = text.Length > 9 && text.All(char.IsAsciiDigit) ? Longest
            : !RetryConditionHeaderValue.TryParse(text, out var wish) ? null
            : wish.Delta ?? wish.Date - now;
        return wait is { } length ? now + TimeSpan.FromTicks(Math.Clamp(length.Ticks, 0, Longest.Ticks)) : null;
    }
}
