using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>Minutes of a segment and how they stand to its slot, in figures and in words.</summary>
internal static class SlotWords
{
    /// <summary>"2:40".</summary>
    public static string Minutes(int seconds) => FormattableString.Invariant($"{seconds / 60}:{seconds % 60:00}");

    /// <summary>"target 10:00, now 12:40 ▲2:40 too long".</summary>
    public static (string Words, Role Role) Of(SegmentSheet sheet, Glyphs glyphs)
    {
        var over = sheet.Seconds - (sheet.Minutes * 60);
        var start = $"target {Minutes(sheet.Minutes * 60)}, now {Minutes(sheet.Seconds)} ";
        return over > 0 ? ($"{start}{glyphs.Up}{Minutes(over)} too long", Role.Warning)
            : over < 0 ? ($"{start}{glyphs.Down}{Minutes(-over)} left", Role.Good)
            : (start + "just full", Role.Good);
    }

    /// <summary>The slot as a bar that fills up; what is too long goes over its end.</summary>
    public static string Bar(SegmentSheet sheet, int width, Glyphs glyphs)
    {
        var filled = (int)Math.Round(Math.Min(1.0, sheet.Seconds / (sheet.Minutes * 60.0)) * width);
        return string.Concat(Enumerable.Repeat(glyphs.Done, filled)) + string.Concat(Enumerable.Repeat(glyphs.ToCome, width - filled)) + (sheet.Seconds > sheet.Minutes * 60 ? "!" : "");
    }
}
