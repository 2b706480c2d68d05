using System.Globalization;
using LegTracker.Client;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary>Sources and the bodies they gave in vain, as text for the command line.</summary>
internal static class SourcesText
{
    /// <summary>A row a source, then what is the matter with each and what to do.</summary>
    /// <param name="now">The time that ages go by.</param>
    /// <param name="width">Columns that the table has; 0 for no limit.</param>
    public static IEnumerable<string> Lines(IReadOnlyCollection<Source> sources, DateTimeOffset now, int width)
    {
        var table = new TextTable("SOURCE", "STATE", "LAST SUCCESS", "AGE", "LAST TRY", "NEXT", "FAILURES", "UNKNOWN LINES", "NOT BELIEVED", "HOST");
        foreach (var source in sources)
        {
            table.Add(
                Name(source.Name),
                (source.Alarm is null ? "" : "! ") + ApiWords.Of(source.State),
                Words.Of(source.LastSuccessTime),
                source.LastSuccessTime is { } good ? Age(now - good.ToDateTimeOffset()) : "—",
                Words.Of(source.LastAttemptTime),
                source.State == SourceState.Paused ? "—" : source.NextAttemptTime is null ? "at once" : Words.Of(source.NextAttemptTime),
                Number(source.ConsecutiveFailures),
                Number(source.UnknownActionCount),
                Number(source.QuarantinedCount),
                source.Host);
        }

        foreach (var line in table.Lines(width))
        {
            yield return line;
        }

        foreach (var source in sources)
        {
            yield return "";
            yield return $"{Name(source.Name)}{(source.Alarm is { } alarm ? $" (alarm since {Words.Of(alarm.SinceTime)})" : "")}";
            foreach (var matter in SourceAdvice.Matter(source))
            {
                yield return $"  {CleanLines.Line(matter)}";
            }

            foreach (var (step, at) in SourceAdvice.ToDo(source).Select((step, at) => (step, at)))
            {
                yield return $"  {(at == 0 ? "to do:" : "      ")} {CleanLines.Line(step)}";
            }
        }
    }

    /// <summary>A row a body that was not believed, newest first.</summary>
    public static TextTable Table(IEnumerable<QuarantinedBody> bodies)
    {
        var table = new TextTable("ID", "SOURCE", "KEPT", "BILL", "REASON", "BYTES", "FROM");
        foreach (var body in bodies)
        {
            table.Add(Name(body.Name), Name(body.Source), Words.Of(body.KeepTime), body.Bill.Length > 0 ? Words.Measure(body.Bill) : "—", body.Reason, Number(body.BodyBytes), CleanLines.Line(body.Url));
        }

        return table;
    }

    private static string Name(string resource) => resource[(resource.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Age(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => "now",
        { TotalHours: < 1 } => Invariant($"{(int)age.TotalMinutes} min"),
        { TotalHours: < 48 } => Invariant($"{(int)age.TotalHours} h"),
        _ => Invariant($"{(int)age.TotalDays} days"),
    };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
