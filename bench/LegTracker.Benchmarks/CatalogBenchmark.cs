using System.Diagnostics;
using System.Globalization;
using LegTracker.Legislature;
using LegTracker.Server.Recording.Catalog;
using LegTracker.Server.Sources.Bulk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LegTracker.Benchmarks;

/// <summary>A session file of real scale into an empty catalog, then an increment of 200 bills, over HTTP on loopback; the same tables by Python beside it.</summary>
/// <remarks>The loading runs in a process of its own, so that its peak memory is its own.</remarks>
internal static class CatalogBenchmark
{
    public const string Child = "catalog-child";
    private const int TextBytes = 60_000;
    private const int Rounds = 3;
    private const string SessionFile = "pubinfo_2025.zip";
    private const string IncrementFile = "pubinfo_Mon.zip";

    private static readonly DateTimeOffset Sunday = new(2026, 3, 2, 5, 25, 0, TimeSpan.Zero);
    private static readonly BillId Tracked = BillId.FromLeginfoId("202520260AB35");

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("legtracker-bench-").FullName;
        var file = Path.Combine(folder, SessionFile);
        var session = GeneratedSession.Whole(file, TextBytes);
        var increment = GeneratedSession.Increment(Path.Combine(folder, "increment.zip"), 200, TextBytes);
        var length = new FileInfo(file).Length;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{SessionFile}: {length / 1e6:0} MB, {session.Rows} rows; increment: {new FileInfo(Path.Combine(folder, "increment.zip")).Length / 1e6:0.0} MB, {increment.Rows} rows"));

        var sent = 0L;
        await using var host = await HostAsync(folder, bytes => Interlocked.Add(ref sent, bytes));
        for (var round = 1; round <= Rounds; round++)
        {
            Interlocked.Exchange(ref sent, 0);
            Console.WriteLine(await OutputOfAsync(BuiltPrograms.Own, Child, host.Urls.First() + "/", Path.Combine(folder, $"data{round}")));
            Console.WriteLine(await OutputOfAsync("python3", Path.Combine(RepositoryRoot, "bench/python/load_catalog.py"), file, Path.Combine(folder, "increment.zip"), Path.Combine(folder, $"python{round}.db")));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bytes sent for the session file: {sent / 1e6:0.0} MB, {100.0 * sent / length:0.00} % of it"));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Loads both files and prints times and peak.</summary>
    public static async Task<int> LoadAsync(string address, string folder)
    {
        var time = TimeProvider.System;
        var clock = new LegislativeClock(time, Sunday.AddDays(1).AddHours(1), 0, time.GetUtcNow());
        using var catalog = CatalogStore.Open(folder, clock);
        using var source = new BulkSource(new BulkSourceOptions(new Uri(address), Path.Combine(folder, "downloads"), TimeSpan.Zero, ""), clock, time);
        var (whole, first) = await PollAsync(source, catalog, null, time);
        using (var client = new HttpClient())
        {
            await client.PostAsync(new Uri(address + "increment"), null);
        }

        using var self = Process.GetCurrentProcess();
        var wholeCpu = self.TotalProcessorTime;
        var (added, _) = await PollAsync(source, catalog, first, time);
        var counts = await catalog.CountsAsync(CancellationToken.None);
        self.Refresh();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"LegTracker: session {whole.TotalSeconds:0.00} s (processor {wholeCpu.TotalSeconds:0.00} s with start), increment {added.TotalSeconds:0.00} s (processor {(self.TotalProcessorTime - wholeCpu).TotalSeconds:0.00} s), peak {self.PeakWorkingSet64 / 1e6:0} MB; {counts.Measures} measures, {counts.Actions} actions, {counts.Versions} versions, {counts.Authors} authors"));
        return 0;
    }

    private static async Task<(TimeSpan Took, SourceEvent.ValidatorsSeen Validators)> PollAsync(BulkSource source, CatalogStore catalog, SourceEvent.ValidatorsSeen? seen, TimeProvider time)
    {
        var began = time.GetTimestamp();
        var hash = seen is null ? null : "known";
        var request = new SourceRequest("polls/1", [new BillRequest(Tracked, hash)], seen?.Validators ?? []) { Catalog = catalog };
        SourceEvent.ValidatorsSeen? validators = null;
        await foreach (var told in source.ReadAsync(request, CancellationToken.None))
        {
            validators = told as SourceEvent.ValidatorsSeen ?? validators;
            if (told is SourceEvent.FetchFailed or SourceEvent.Quarantined)
            {
                throw new InvalidOperationException(told.ToString());
            }
        }

        return (time.GetElapsedTime(began), validators!);
    }

    private static async Task<WebApplication> HostAsync(string folder, Action<long> sent)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var ready = false;
        app.MapPost("/increment", () => ready = true);
        app.MapGet("/" + SessionFile, context =>
        {
            ready = ready && context.Request.Headers.IfModifiedSince.Count > 0;
            context.Response.OnCompleted(() => { sent(context.Response.ContentLength ?? 0); return Task.CompletedTask; });
            return Results.File(Path.Combine(folder, SessionFile), "application/zip", lastModified: Sunday, enableRangeProcessing: true).ExecuteAsync(context);
        });
        app.MapGet("/" + IncrementFile, context => ready
            ? Results.File(Path.Combine(folder, "increment.zip"), "application/zip", lastModified: Sunday.AddDays(1), enableRangeProcessing: true).ExecuteAsync(context)
            : Results.NotFound().ExecuteAsync(context));
        await app.StartAsync();
        return app;
    }

    private static async Task<string> OutputOfAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output.TrimEnd() : throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }

    private static string RepositoryRoot
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "LegTracker.sln")))
            {
                folder = folder.Parent!;
            }

            return folder.FullName;
        }
    }
}
