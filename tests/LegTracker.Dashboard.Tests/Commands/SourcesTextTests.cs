using System.Runtime.CompilerServices;
using Google.Protobuf.WellKnownTypes;
using LegTracker.Dashboard.Commands;
using LegTracker.V1;

namespace LegTracker.Dashboard.Tests.Commands;

/// <summary>What <c>legtracker sources</c> says of a source in each state, as approved texts.</summary>
public sealed class SourcesTextTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 5, 20, 0, 0, TimeSpan.Zero);

    private static readonly Source Well = new()
    {
        Name = "sources/bulk",
        Host = "downloads.leginfo.legislature.ca.gov",
        State = SourceState.Ok,
        LastSuccessTime = At(-22),
        LastAttemptTime = At(-22),
        NextAttemptTime = At(2),
    };

    public static TheoryData<string> States => [.. Sources.Keys];

    private static Dictionary<string, Source> Sources => new()
    {
        ["ok"] = Well,
        ["never-polled"] = new Source { Name = "sources/bulk", Host = Well.Host, State = SourceState.Ok },
        ["degraded"] = With(source =>
        {
            (source.State, source.StateReason, source.ConsecutiveFailures, source.QuarantinedCount, source.UnknownActionCount) =
                (SourceState.Degraded, "/faces/billStatusClient.xhtml: the page is of AB-380, asked was AB-379", 2, 1, 3);
        }),
        ["circuit-open"] = With(source =>
            (source.State, source.StateReason, source.ConsecutiveFailures) =
                (SourceState.CircuitOpen, "5 failure(s) in a row; downloads.leginfo.legislature.ca.gov is left alone until 2026-03-05 12:15 Los Angeles time", 5)),
        ["paused"] = With(source => (source.State, source.StateReason, source.NextAttemptTime) = (SourceState.Paused, "turned off by LegTracker:Sources:Bulk:Enabled=false", null)),
        ["paused-by-hand"] = With(source => (source.State, source.StateReason, source.NextAttemptTime) = (SourceState.Paused, "paused by hand: the site asked us to", null)),
        ["bill-by-bill"] = With(source => source.NextAttemptReason = "it is on the floor while the houses hold floor sessions only"),
        ["drifted"] = With(source =>
        {
            (source.State, source.QuarantinedCount) = (SourceState.Drifted, 2);
            source.StateReason = "AB 1394 (2023-24) was chaptered on October 8, 2023, so its history stands still, yet its line of September 7, 2023 “\u001b[31mAssembly Rule 77 suspended.” is gone";
            source.Alarm = new SourceAlarm { Reason = "it gives what cannot be true, so nothing of it is recorded", SinceTime = At(-1) };
        }),
        ["not-permitted"] = With(source =>
            (source.Name, source.Host, source.State, source.StateReason, source.LastSuccessTime) =
                ("sources/pages", "leginfo.legislature.ca.gov", SourceState.NotPermitted, "robots.txt of the site forbids /faces/billHistoryClient.xhtml. With the site's permission, set LegTracker:Sources:Pages:Access to Permitted (and LegTracker:Contact).", null)),
        ["alarm"] = With(source =>
        {
            source.LastSuccessTime = source.LastAttemptTime = At(-60);
            source.Alarm = new SourceAlarm { Reason = "no poll has succeeded since 2026-03-03 00:00, for more than 36 hours in session", SinceTime = At(-24) };
        }),
    };

    [Theory]
    [MemberData(nameof(States))]
    public void Says_what_is_wrong_and_what_to_do(string state) =>
        Compare($"{state}.txt", string.Join('\n', SourcesText.Lines([Sources[state]], Now, 0)) + "\n");

    [Fact]
    public void A_body_from_outside_is_shown_without_what_it_could_do_to_a_terminal()
    {
        var lines = CleanLines.Of("<html>\r\n  <b>\u001b]0;owned\u0007\u202Etext</b>\u009b2J\n"u8).ToList();

        Assert.Equal(["<html>", "  <b>]0;ownedtext</b>2J"], lines);
    }

    [Fact]
    public void Bodies_that_were_not_believed_are_listed_with_where_they_came_from()
    {
        var body = new QuarantinedBody
        {
            Name = "quarantined/17",
            Source = "sources/pages",
            Bill = "states/ca/sessions/20252026-0/bills/AB379",
            Reason = "WRONG_BILL",
            BodyBytes = 18_423,
            KeepTime = At(-1),
            Url = "https://leginfo.legislature.ca.gov/faces/billStatusClient.xhtml",
        };

        Compare("quarantine.txt", string.Join('\n', SourcesText.Table([body, new QuarantinedBody(body) { Name = "quarantined/9", Bill = "" }]).Lines(0)) + "\n");
    }

    private static Source With(Action<Source> change)
    {
        var source = Well.Clone();
        change(source);
        return source;
    }

    private static Timestamp At(int hours) => Timestamp.FromDateTimeOffset(Now.AddHours(hours));

    private static void Compare(string name, string actual, [CallerFilePath] string here = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(here)!, "Sources", name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        Assert.True(File.Exists(file), $"{file} does not exist: run with UPDATE_GOLDEN=1 and look at it");
        Assert.Equal(File.ReadAllText(file), actual);
    }
}
