using System.Globalization;
using LegTracker.Benchmarks;
using LegTracker.Benchmarks.Deck;
using LegTracker.Benchmarks.Screen;
using LegTracker.Benchmarks.Watch;

var benchmarks = new Dictionary<string, Func<Task>>
{
    ["action-lines"] = ActionLinesBenchmark.RunAsync,
    ["history-page"] = HistoryPageBenchmark.RunAsync,
    ["startup"] = StartupBenchmark.RunAsync,
    ["idle"] = IdleBenchmark.RunAsync,
    ["catalog"] = CatalogBenchmark.RunAsync,
    ["watch"] = WatchBenchmark.RunAsync,
    ["screen"] = ScreenBenchmark.RunAsync,
    ["segment-deck"] = SegmentDeckBenchmark.RunAsync,
};
foreach (var (part, run) in WatchBenchmark.Parts.Concat(ScreenBenchmark.Parts))
{
    benchmarks[part] = run;
}

if (args is [CatalogBenchmark.Child, var address, var data])
{
    return await CatalogBenchmark.LoadAsync(address, data);
}

if (args is [WatchChild.Name, var kind, var folderOfChild])
{
    return await WatchChild.RunAsync(kind, folderOfChild);
}

if (args is [ScreenChild.Name, var changesASecond])
{
    return await ScreenChild.RunAsync(int.Parse(changesASecond, CultureInfo.InvariantCulture));
}

if (args is ["--published", var folder, ..])
{
    BuiltPrograms.Published = folder;
    args = args[2..];
}

if (args.Length == 0 || args.Any(arg => !benchmarks.ContainsKey(arg)))
{
    Console.Error.WriteLine($"""
        Measures what docs/benchmarks.md quotes. Ratios of one run count; these machines are noisy.

        usage: dotnet run -c Release --project bench/LegTracker.Benchmarks -- [--published FOLDER] NAME ...

        --published FOLDER: the programs as published there (README, "Use it"), not as built

        names: {string.Join(", ", benchmarks.Keys)}
        """);
    return 2;
}

foreach (var name in args)
{
    await benchmarks[name]();
}

return 0;
