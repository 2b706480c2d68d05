using System.Globalization;
using LegTracker.Client;
using LegTracker.Legislature;
using LegTracker.Tests;

namespace LegTracker.EndToEnd.Tests;

/// <summary>A replayed legislature and a server on one virtual clock, as real processes with a data folder of their own.</summary>
public sealed class World : IAsyncDisposable
{
    // A machine that builds meanwhile may take long to start a process.
    private const int StartSeconds = 120;

    private readonly string[] clock;
    private readonly string speed;
    private readonly List<IDisposable> owned = [];

    private World(DateOnly from, double daysASecond)
    {
        Folder = Directory.CreateTempSubdirectory("legtracker-e2e-").FullName;
        speed = (daysASecond * 86_400).ToString(CultureInfo.InvariantCulture);
        clock = [CaliforniaTime.At(from, new TimeOnly(8, 0)).ToString("O", CultureInfo.InvariantCulture), speed, TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)];
    }

    public string Folder { get; }

    public Uri Legislature { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    /// <summary>The legislature's process; killed, its host refuses every connection.</summary>
    public Program Replay { get; private set; } = null!;

    public Program Server { get; private set; } = null!;

    public LegTrackerConnection Connection { get; private set; } = null!;

    /// <param name="daysASecond">0 stands still.</param>
    public static Task<World> StartAsync(DateOnly from, double daysASecond, params string[] settings) => StartAsync(from, daysASecond, null, settings);

    /// <param name="daysASecond">0 stands still.</param>
    /// <param name="histories">Name of a file in <c>Histories</c> whose measures the legislature has too; null for none.</param>
    public static async Task<World> StartAsync(DateOnly from, double daysASecond, string? histories, string[] settings)
    {
        var world = new World(from, daysASecond);
        try
        {
            string[] more = histories is null ? [] : ["--histories", Path.Combine(SharedData.RepositoryRoot, "tests", "LegTracker.EndToEnd.Tests", "Histories", histories)];
            var replay = Program.Replay(["--listen", "http://127.0.0.1:0", "--start", world.clock[0], "--speed", world.clock[1], "--anchor", world.clock[2], .. more]);
            world.owned.Add(replay);
            world.Replay = replay;
            world.Legislature = AddressIn(await replay.LineAsync("listening on", StartSeconds));
            await world.StartServerAsync("http://127.0.0.1:0", settings);
            world.Connection = new LegTrackerConnection(world.Address);
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }

        return world;
    }

    /// <summary>Starts the server again at the address it had, on the same data and clock.</summary>
    public Task RestartServerAsync(params string[] settings) => StartServerAsync(Address.GetLeftPart(UriPartial.Authority), settings);

    public string[] ServerArguments(string listen, params string[] settings) =>
    [
        $"--LegTracker:Listen={listen}", $"--LegTracker:DataDirectory={Folder}/data",
        $"--LegTracker:Sources:Bulk:BaseAddress={Legislature}", $"--LegTracker:Sources:Pages:BaseAddress={Legislature}", "--LegTracker:Sources:Pages:MinimumGap=00:00:00",
        "--LegTracker:Sources:Bulk:Schedule=0 30 21 ? * *", "--LegTracker:Sources:Pages:Schedule=0 0 20 ? * *",
        $"--LegTracker:Clock:Start={clock[0]}", $"--LegTracker:Clock:Speed={clock[1]}", $"--LegTracker:Clock:Anchor={clock[2]}",
        .. settings,
    ];

    public async Task<(int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Errors)> RunAsync(params string[] arguments)
    {
        using var command = Program.LegTracker(Address, arguments);
        var exit = await command.ExitAsync();
        return (exit, command.Output, command.Errors);
    }

    public Program Begin(params string[] arguments)
    {
        var command = Program.LegTracker(Address, arguments);
        owned.Add(command);
        return command;
    }

    public ValueTask DisposeAsync()
    {
        Connection?.Dispose();
        owned.Reverse<IDisposable>().ToList().ForEach(one => one.Dispose());
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task StartServerAsync(string listen, string[] settings)
    {
        Server = Program.Server(ServerArguments(listen, settings));
        owned.Add(Server);
        Address = AddressIn(await Server.LineAsync("listening on", StartSeconds));
    }

    private static Uri AddressIn(string line) => new(line[line.IndexOf("http://", StringComparison.Ordinal)..].Split(';', ' ', ',')[0]);
}
