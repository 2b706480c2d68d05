using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Update;

namespace LegTracker.Dashboard.Views;

/// <summary>A row or two above a list: the tour, how old a kept list is, how far a first reading is, or what is new since the last visit.</summary>
internal static class BannerView
{
    public static void Draw(DashboardModel model, FrameBuilder frame)
    {
        foreach (var (words, role) in Rows(model).Take(model.BannerRows(model.Screen)))
        {
            frame.Add(frame.Line().Add(" ").Add(words, role).Build());
        }
    }

    /// <summary>What the banner says, a row each.</summary>
    public static IEnumerable<(string Words, Role Role)> Rows(DashboardModel model) => model.BannerOf(model.Screen) switch
    {
        Banner.Tour => Steps(model, Tour.Steps[model.TourStep!.Value]),
        Banner.Kept => [($"Not live: what was known at {TimeWords.Clock(model.KeptAsOf!.Value, model.Zone, model.Now)}; {WhyKept(model)}", Role.Warning)],
        Banner.FirstReading => FirstReading(model),
        Banner.SinceVisit => [(Since(model), Role.Strong)],
        _ => [],
    };

    /// <summary>"as of 09:30, not yet confirmed".</summary>
    public static string Age(DashboardModel model) => model.KeptAsOf is { } at ? $"as of {TimeWords.Clock(at, model.Zone, model.Now)}, not yet confirmed" : "";

    private static string WhyKept(DashboardModel model) => model.Connection switch
    {
        { Link: LinkMark.Offline, Reason.Length: > 0 } down => $"no server at {down.Address} ({down.Reason})",
        { Link: LinkMark.Offline } down => $"no server at {down.Address}",
        { Link: LinkMark.Live } => "the server is sending its list",
        _ => "asking the server",
    };

    private static IEnumerable<(string, Role)> Steps(DashboardModel model, TourStep step) =>
    [
        (FormattableString.Invariant($"Tour {model.TourStep + 1}/{Tour.Steps.Length}: {Tour.Key(model, step.Command)} {step.Does}  ({Tour.Key(model, "tour")} ends the tour)"), Role.Heading),
        (step.See, Role.Text),
    ];

    private static IEnumerable<(string, Role)> FirstReading(DashboardModel model) =>
    [
        (FormattableString.Invariant($"First reading: {model.Bills.Count} bills, {model.Confirmed} confirmed; nothing is known of the others until then"), Role.Warning),
        (string.Join("; ", model.Sources.Select(source => Waits(model, source))), Role.Text),
        ($"{Tour.Key(model, "view.sources")}: the sources  {Tour.Key(model, "help")}: the keys  {Tour.Key(model, "tour")}: a tour  {Tour.Key(model, "quit")}: quit, the server goes on", Role.Dim),
    ];

    private static string Waits(DashboardModel model, SourceItem source) => source switch
    {
        { Mark: SourceMark.Paused } => $"{source.Title}: {source.State}",
        { Failures: > 0 } => $"{source.Title}: failed ({source.Reason}){Next(model, source)}",
        { NextAttempt: { } next } when next > model.RecordNow => $"{source.Title}: {Next(model, source)[2..]}",
        { NextAttempt: { } next } => $"{source.Title}: due since {TimeWords.Clock(next, model.Zone, model.RecordNow)}, not finished yet",
        _ => $"{source.Title}: not finished yet",
    };

    private static string Next(DashboardModel model, SourceItem source) =>
        source.NextAttempt is { } next && next > model.RecordNow ? $", next try {TimeWords.Clock(next, model.Zone, model.RecordNow)}" : "";

    private static string Since(DashboardModel model)
    {
        var count = model.UnreadSinceVisit;
        return FormattableString.Invariant($"{count} unread {(count == 1 ? "change" : "changes")} since your last visit ({TimeWords.Visit(model.LastVisit!.At, model)}): {Tour.Key(model, "unread.next")} next, {Tour.Key(model, "read.all")} marks all");
    }
}
