using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using LegTracker.Legislature;
using LegTracker.Server;
using LegTracker.Server.Api;
using LegTracker.Server.Discovery;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;
using LegTracker.Server.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LegTracker.Benchmarks.Watch;

/// <summary>The server that is measured, or the echo that it is measured against, in a process of its own that is told by lines what to do.</summary>
/// <remarks>
/// <c>commit CHARS</c> records one change, <c>fill COUNT</c> many, <c>read</c> reads the log from the store, <c>memory</c> says how much there is.
/// Each answer is one line: ticks after the commit, milliseconds, bytes.
/// </remarks>
internal static class WatchChild
{
    public const string Name = "watch-child";
    private const int ChangesARevision = 50;
    private const int DirectPage = 5000;

    private static readonly BillId Bill = BillId.FromLeginfoId("202520260AB831");

    public static async Task<int> RunAsync(string kind, string folder)
    {
        await using var app = kind == "echo" ? Echo() : await TrackerAsync(folder);
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            var number = words.Length > 1 ? int.Parse(words[1], CultureInfo.InvariantCulture) : 0;
            Console.WriteLine((words[0], kind) switch
            {
                ("commit", "echo") => app.Services.GetRequiredService<EchoSource>().Send(number),
                ("commit", _) => await CommitAsync(app.Services, 1, number),
                ("fill", _) => await FillAsync(app.Services, number),
                ("read", _) => await ReadAsync(app.Services),
                _ => Memory(),
            });
        }

        await app.StopAsync();
        return 0;
    }

    private static async Task<WebApplication> TrackerAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder(["--LegTracker:Listen=http://127.0.0.1:0", $"--LegTracker:DataDirectory={folder}", "--LegTracker:Sources:Bulk:Enabled=false", "--LegTracker:Sources:Pages:Enabled=false"]);
        var (settings, faults) = SettingsReader.Read(builder.Configuration);
        var clock = new LegislativeClock(TimeProvider.System);
        var store = await RecordStore.OpenAsync(folder, clock, CancellationToken.None);
        await store.TrackAsync(Bill, null, HumanFields.Empty, "benchmark", CancellationToken.None);
        builder.AddServer(settings ?? throw new InvalidOperationException(string.Join(' ', faults)), () => store, TopicFile.BuiltIn(), clock, LegislativeCalendar.Official);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapLegTrackerApi();
        app.Services.GetRequiredService<RevisionSignal>().Publish(await store.HeadRevisionAsync(CancellationToken.None));
        return app;
    }

    // The same server settings and the same messages; nothing recorded, nothing read.
    private static WebApplication Echo()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.ConfigureKestrelForApi([]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<EchoSource>().AddGrpc();
        var app = builder.Build();
        app.MapGrpcService<EchoService>();
        return app;
    }

    // A reading with made-up lines, recorded and published as a poll does it.
    private static async Task<long> CommitAsync(IServiceProvider services, int count, int characters)
    {
        var store = services.GetRequiredService<RecordStore>();
        var clock = services.GetRequiredService<LegislativeClock>();
        var before = (await store.FindBillAsync(Bill, CancellationToken.None))!;
        var poll = string.Create(CultureInfo.InvariantCulture, $"polls/{Stopwatch.GetTimestamp()}");
        var provenance = new Provenance("bulk", "https://example.org/pubinfo.zip", clock.Now, poll, poll, "benchmark/1");
        var line = new HistoryLine(new DateOnly(2025, 9, 1), "Read first time. To print.");
        var differences = Enumerable.Range(0, count).Select(_ => new Difference(ChangeKind.ActionAdded, null, null, new string('x', characters), line.Date, "On September 1, AB 831 was read for the first time.")).ToImmutableArray();
        var revision = await store.RecordReadingAsync(
            before, new BillRecord { Id = Bill, Topic = "Gambling.", History = [line] }, [new RecordedAction(line, 1, clock.Now, false, provenance)], differences, provenance, ReadOnlyMemory<byte>.Empty,
            new PollEntry(poll, "bulk", Bill, PollOutcome.Changed, clock.Now, clock.Now, 200, 1, count, null, null), CancellationToken.None);
        var committed = Stopwatch.GetTimestamp();
        services.GetRequiredService<RevisionSignal>().Publish(revision ?? 0);
        return committed;
    }

    private static async Task<long> FillAsync(IServiceProvider services, int count)
    {
        for (var left = count; left > 0; left -= ChangesARevision)
        {
            await CommitAsync(services, ChangesARevision, 60);
        }

        return await services.GetRequiredService<RecordStore>().HeadRevisionAsync(CancellationToken.None);
    }

    private static async Task<long> ReadAsync(IServiceProvider services)
    {
        var store = services.GetRequiredService<RecordStore>();
        var began = Stopwatch.GetTimestamp();
        var after = 0L;
        while (await store.ReadChangesAsync(after, DirectPage, CancellationToken.None) is [.., var last])
        {
            after = last.Revision;
        }

        return (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static long Memory()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }
}
