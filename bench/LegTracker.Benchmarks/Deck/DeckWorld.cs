using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using LegTracker.Client;
using LegTracker.V1;

namespace LegTracker.Benchmarks.Deck;

/// <summary>A server that has read 30 bills of a generated season (seed 7, as of April 1, 2026), each with people's texts, as real processes.</summary>
internal sealed class DeckWorld : IAsyncDisposable
{
    public const int Bills = 30;
    public const string Since = "2025-01-01";
    public const string Until = "2026-04-01";

    private const string Start = "2026-04-01T08:00:00-07:00";

    private readonly List<Process> processes = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("legtracker-bench-").FullName;

    public Uri Address { get; private set; } = null!;

    /// <summary>Starts both programs, polls once and writes two texts for each bill.</summary>
    public static async Task<DeckWorld> StartAsync()
    {
        var world = new DeckWorld();
        var names = Enumerable.Range(0, Bills).Select(index => index < Bills * 3 / 5 ? $"AB {9001 + index}" : $"SB {9001 + index - (Bills * 3 / 5)}");
        var list = Path.Combine(world.Folder, "watch-list.yaml");
        await File.WriteAllLinesAsync(list, ["bills:", .. names.Select(name => $"  - bill: {name}\n    session: 2025-26")]);
        var legislature = await world.BeginAsync(BuiltPrograms.Replay, "legtracker-replay", "--season", Bills.ToString(CultureInfo.InvariantCulture), "--seed", "7", "--start", Start, "--speed", "0");
        world.Address = await world.BeginAsync(
            BuiltPrograms.Server,
            "legtracker-server",
            [.. new[]
            {
                "Listen=http://127.0.0.1:0", $"DataDirectory={world.Folder}/data", $"WatchList={list}", $"Sources:Bulk:BaseAddress={legislature}", "Sources:Pages:Enabled=false",
                $"Clock:Start={Start}", "Clock:Speed=0",
            }.Select(setting => $"--LegTracker:{setting}")]);
        using var connection = new LegTrackerConnection(world.Address);
        using var poll = connection.Sources.RunPoll(new RunPollRequest());
        await foreach (var told in poll.ResponseStream.ReadAllAsync())
        {
            _ = told;
        }

        foreach (var bill in (await connection.Bills.ListBillsAsync(new ListBillsRequest { PageSize = 1000 })).Bills)
        {
            bill.WhatItDoes = new HumanText { Text = "requires each county to train the people who meet children at risk, and to write down how many were helped" };
            bill.WhyItMatters = new HumanText { Text = "Training reached few of the people whom children meet first." };
            await connection.Bills.UpdateBillAsync(new UpdateBillRequest { Bill = bill, UpdateMask = new() { Paths = { "what_it_does", "why_it_matters" } }, Author = "Ada" });
        }

        return world;
    }

    public async Task<Segment> SegmentAsync(int minutes)
    {
        using var connection = new LegTrackerConnection(Address);
        var segment = (await connection.Meetings.DraftSegmentAsync(new DraftSegmentRequest { Since = Since, Until = Until, Minutes = minutes })).Segment;
        var told = segment.Sections.SelectMany(section => section.Items).Where(item => item.Bill.Length > 0).Select(item => item.Bill).Distinct().Count();
        return told == Bills ? segment : throw new InvalidOperationException($"the segment tells of {told} bills, not of {Bills}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private async Task<Uri> BeginAsync(string folder, string program, params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(Path.Combine(folder, program), arguments) { RedirectStandardOutput = true })!;
        processes.Add(process);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf("http://", StringComparison.Ordinal) is >= 0 and var at)
            {
                return new Uri(line[at..].Split(';', ' ', ',')[0]);
            }
        }

        throw new InvalidOperationException($"{program} did not start");
    }
}
