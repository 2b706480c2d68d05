using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Writing;

/// <summary>How long each slide may be shown: what a person gave a bill is kept, the rest of the minutes is shared by what the other words need.</summary>
internal static class SlideTimes
{
    private const int Step = 5;
    private const int SecondsOfWeight = 10;

    /// <summary>Seconds of each slide, at least 5; together the minutes allowed, or more where those given by hand leave no room.</summary>
    public static ImmutableArray<int> Of(ImmutableArray<SlidePlan> slides, int minutes)
    {
        var slot = minutes * 60;
        var byHand = slides.Select((slide, index) => slide.Entries.Where(entry => entry.SecondsByHand).Sum(entry => Share(entry, slides, index))).ToArray();
        var needs = slides.Select((slide, index) => Need(slide, slides, index)).ToArray();
        var least = byHand.Select(seconds => seconds > 0 ? seconds : Step).ToArray();
        var rest = Math.Max(0, slot - byHand.Sum());
        var seconds = needs.Select((need, index) => Math.Max(least[index], byHand[index] + (int)((long)rest * need / needs.Sum() / Step * Step))).ToArray();
        var free = needs.Select((need, index) => need > 0 ? index : -1).Where(index => index >= 0).ToArray();
        seconds[free.MaxBy(index => seconds[index] - byHand[index])] += Math.Max(0, slot - seconds.Sum());
        while (seconds.Sum() > slot && free.MaxBy(index => seconds[index] - least[index]) is var longest && seconds[longest] > least[longest])
        {
            seconds[longest] -= Math.Min(seconds[longest] - least[longest], seconds.Sum() - slot);
        }

        return [.. seconds];
    }

    /// <summary>What a person is told when times given by hand leave no room for the others; null when they do.</summary>
    public static string? Over(ImmutableArray<SlidePlan> slides, int minutes)
    {
        var over = Of(slides, minutes).Sum() - (minutes * 60);
        return over <= 0 ? null : $"The times given by hand leave no room: together the slides need {Words(over)} more than {Wording.Count(minutes, "minute", "minutes")}.";
    }

    /// <summary>"1 minute 35 seconds".</summary>
    public static string Words(int seconds) => (seconds / 60, seconds % 60) switch
    {
        (0, var rest) => Wording.Count(rest, "second", "seconds"),
        (var whole, 0) => Wording.Count(whole, "minute", "minutes"),
        var (whole, rest) => $"{Wording.Count(whole, "minute", "minutes")} {Wording.Count(rest, "second", "seconds")}",
    };

    /// <summary>What a slide needs beside times given by hand; 0 only where it tells nothing else.</summary>
    private static int Need(SlidePlan slide, ImmutableArray<SlidePlan> slides, int index)
    {
        var said = slide.Entries.Where(entry => !entry.SecondsByHand).Sum(entry => Share(entry, slides, index));
        return said > 0 || slide.Entries.Any(entry => entry.SecondsByHand) ? said : slide.Weight * SecondsOfWeight;
    }

    /// <summary>An entry's seconds on one of the slides that it stands on; the first has what does not divide.</summary>
    private static int Share(SegmentEntry entry, ImmutableArray<SlidePlan> slides, int index)
    {
        var on = slides.Count(slide => slide.Entries.Contains(entry));
        var each = entry.Seconds / on;
        return slides.Take(index).Any(slide => slide.Entries.Contains(entry)) ? each : entry.Seconds - (each * (on - 1));
    }
}
