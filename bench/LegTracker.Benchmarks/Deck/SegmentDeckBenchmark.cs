using System.Diagnostics;
using System.Globalization;
using LegTracker.Dashboard.Commands;
using LegTracker.Dashboard.Writing;

namespace LegTracker.Benchmarks.Deck;

/// <summary>The slides of a segment of 30 bills: written in this process, warm, and by <c>segment build</c> as a process against a running server.</summary>
internal static class SegmentDeckBenchmark
{
    private const int Runs = 9;
    private const int Settle = 15;

    public static async Task RunAsync()
    {
        await using var world = await DeckWorld.StartAsync();
        foreach (var minutes in new[] { 10, 60 })
        {
            var content = WrittenSegment.Prepared(SegmentContentMapping.From(await world.SegmentAsync(minutes)));
            var (slides, bytes) = (0, Array.Empty<byte>());
            var deck = Measure.Repeat($"30 bills, {minutes} minutes: the deck, warm", 200, () =>
            {
                using var stream = new MemoryStream();
                PptxSegment.Write(content, stream);
                bytes = stream.ToArray();
            }, Settle);
            slides = CountSlides(bytes);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {slides} slides, {bytes.Length / 1024.0:0} KiB, {deck / slides:0.00} ms a slide"));
            Measure.Repeat($"30 bills, {minutes} minutes: deck and its claims, warm", 100, () => WrittenSegment.Of("pptx", content), Settle);
        }

        var program = Path.Combine(BuiltPrograms.Dashboard, "legtracker");
        var file = Path.Combine(world.Folder, "update.pptx");
        string[] period = ["--since", DeckWorld.Since, "--until", DeckWorld.Until, "--minutes", "10"];
        (string What, string[] Arguments)[] commands =
        [
            ("as a process: legtracker version", ["version"]),
            ("as a process: the segment to stdout (json)", ["segment", "build", .. period, "--json"]),
            ("as a process: the segment as txt", ["segment", "build", .. period, "--format", "txt"]),
            ("as a process: 30 bills to slides and claims", ["segment", "build", .. period, "--out", file]),
        ];
        foreach (var (_, arguments) in commands)
        {
            await OnceAsync(program, world.Address, arguments);
        }

        // In turns, so that a busy minute falls on all.
        var times = commands.Select(_ => new List<double>()).ToList();
        for (var run = 0; run < Runs; run++)
        {
            for (var at = 0; at < commands.Length; at++)
            {
                times[at].Add(await OnceAsync(program, world.Address, commands[at].Arguments));
            }
        }

        for (var at = 0; at < commands.Length; at++)
        {
            Measure.Print(commands[at].What, times[at]);
        }
    }

    private static async Task<double> OnceAsync(string program, Uri server, string[] arguments)
    {
        var start = new ProcessStartInfo(program, [.. arguments, "--server", server.ToString()]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var began = TimeProvider.System.GetTimestamp();
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var took = TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
        return process.ExitCode == 0 ? took : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}: {await said}");
    }

    private static int CountSlides(byte[] deck)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(deck));
        return zip.Entries.Count(entry => entry.FullName.StartsWith("ppt/slides/slide", StringComparison.Ordinal));
    }
}
