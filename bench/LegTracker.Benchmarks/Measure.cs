using System.Globalization;

namespace LegTracker.Benchmarks;

/// <summary>Times something again and again, after a time of it to let the compiler settle, and prints the median, the spread and the count.</summary>
internal static class Measure
{
    private static readonly TimeProvider Time = TimeProvider.System;

    /// <param name="settle">Seconds before the first time counts: much code takes long to be compiled for the last time.</param>
    /// <returns>Median in milliseconds.</returns>
    public static double Repeat(string what, int times, Action action, int settle = 1)
    {
        for (var started = Time.GetTimestamp(); Time.GetElapsedTime(started) < TimeSpan.FromSeconds(settle);)
        {
            action();
        }

        var milliseconds = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var began = Time.GetTimestamp();
            action();
            milliseconds.Add(Time.GetElapsedTime(began).TotalMilliseconds);
        }

        return Print(what, milliseconds);
    }

    /// <returns>Median in milliseconds.</returns>
    public static double Print(string what, List<double> milliseconds)
    {
        milliseconds.Sort();
        var median = milliseconds[milliseconds.Count / 2];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-52} median {median,9:0.000} ms   p90 {milliseconds[(int)(milliseconds.Count * 0.9)],9:0.000} ms   n {milliseconds.Count}"));
        return median;
    }
}
