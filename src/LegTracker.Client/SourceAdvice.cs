using System.Globalization;
using LegTracker.V1;

namespace LegTracker.Client;

/// <summary>What is wrong with a source and what to do, in words.</summary>
public static class SourceAdvice
{
    /// <summary>What is the matter, a sentence each; one sentence when nothing is.</summary>
    public static IEnumerable<string> Matter(Source source)
    {
        if (source.Alarm is { } alarm)
        {
            yield return $"ALARM: {alarm.Reason}.";
        }

        yield return (source.State, source.LastAttemptTime) switch
        {
            (SourceState.Paused, _) => $"It is not polled: {Reason(source)}.",
            (SourceState.CircuitOpen, _) => $"It rests, because its host failed again and again: {Reason(source)}.",
            (SourceState.Drifted, _) => $"Its readings are held back: {Reason(source)}.",
            (SourceState.NotPermitted, _) => $"The site does not permit it: {Reason(source)}.",
            (SourceState.Degraded, _) => $"Its last poll failed, or a part of it: {Reason(source)}.",
            (SourceState.Ok, null) => "It has not been polled yet.",
            (SourceState.Ok, _) => source.Alarm is null ? "It is well." : "Its last poll succeeded, but that was long ago.",
            _ => $"Its state is not known to this version{(source.StateReason.Length > 0 ? $": {Reason(source)}" : "")}.",
        };
        if (source.NextAttemptTime is not null && source.NextAttemptReason.Length > 0)
        {
            yield return $"Its next bill is due then because {source.NextAttemptReason}.";
        }

        if (source.UnknownActionCount > 0)
        {
            yield return Count(source.UnknownActionCount, "recorded history line was", "recorded history lines were") + " not recognized: shown as unknown, and stages are read without them.";
        }
    }

    /// <summary>What to do, a sentence each; one sentence when nothing is to be done.</summary>
    public static IEnumerable<string> ToDo(Source source)
    {
        var name = source.Name[(source.Name.IndexOf('/', StringComparison.Ordinal) + 1)..];
        foreach (var step in Steps(source, name))
        {
            yield return step;
        }

        if (source.QuarantinedCount > 0 && source.State != SourceState.Drifted)
        {
            yield return $"{Count(source.QuarantinedCount, "body that was not believed is", "bodies that were not believed are")} kept; to look: legtracker sources --quarantine";
        }
    }

    private static IEnumerable<string> Steps(Source source, string name) => (source.State, source.LastAttemptTime) switch
    {
        (SourceState.Paused, _) when source.StateReason.StartsWith("paused by hand", StringComparison.Ordinal) => [$"When it should be polled again: legtracker sources --resume {name}"],
        (SourceState.Paused, _) => ["If it should be polled, change that setting and restart the server."],
        (SourceState.CircuitOpen, _) => [$"Nothing: it is asked again by itself. If it goes on, see in a browser whether {source.Host} answers."],
        (SourceState.Drifted, _) =>
        [
            "Look at what it gave: legtracker sources --quarantine",
            $"Compare with {source.Host} in a browser. If that is wrong, or the reader misreads it, wait or report it: when the bills concerned are as recorded again, recording goes on by itself.",
            $"If it is right, say so: legtracker sources --resume {name}",
        ],
        (SourceState.NotPermitted, _) => ["Nothing, unless the site gave permission: then change the setting named and restart the server."],
        (SourceState.Degraded, _) =>
        [
            "Bills keep what was last confirmed, and it is tried again by itself.",
            $"If it goes on, see in a browser whether {source.Host} answers; to try now: legtracker poll --source {name} --wait",
        ],
        (SourceState.Ok, _) when source.Alarm is not null => [$"See whether the server has run and is connected, then try now: legtracker poll --source {name} --wait"],
        (SourceState.Ok, null) => [$"Nothing: it is polled when its time comes. To poll now: legtracker poll --source {name} --wait"],
        (SourceState.Ok, _) => ["Nothing."],
        _ => ["Use a newer legtracker."],
    };

    private static string Reason(Source source) => source.StateReason.TrimEnd('.') is { Length: > 0 } reason ? reason : "no reason is given";

    private static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
