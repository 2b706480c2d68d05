namespace LegTracker.EndToEnd.Tests;

/// <summary>Waits for something to become true in another process, by looking again and again in real time.</summary>
public static class Eventually
{
    /// <summary>The first value that is there.</summary>
    /// <exception cref="TimeoutException">Nothing was there in time; carries the explanation.</exception>
    public static async Task<T> GetAsync<T>(Func<Task<T?>> look, int seconds, Func<string> explain)
        where T : class
    {
        for (var began = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(seconds);)
        {
            if (await look() is { } found)
            {
                return found;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        throw new TimeoutException($"{seconds} s passed: {explain()}");
    }

    /// <inheritdoc cref="GetAsync{T}(Func{Task{T}}, int, Func{string})"/>
    public static Task<T> GetAsync<T>(Func<T?> look, int seconds, Func<string> explain)
        where T : class => GetAsync(() => Task.FromResult(look()), seconds, explain);
}
