using System.Globalization;

namespace LegTracker.Dashboard.Commands;

/// <summary>A date as people type it for a command: ISO only, so that no month is taken for a day.</summary>
internal static class DateArgument
{
    /// <returns>The date in ISO form.</returns>
    /// <exception cref="CommandFault">It is no date.</exception>
    public static string Read(string name, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : throw new CommandFault(ExitCode.Usage, $"{name} '{text}' is no date: write it as 2025-03-03");
}
