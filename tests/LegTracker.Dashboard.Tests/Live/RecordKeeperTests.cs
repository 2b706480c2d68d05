using System.Threading.Channels;
using LegTracker.Dashboard.Live;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Tests.Model;

namespace LegTracker.Dashboard.Tests.Live;

/// <summary>The last known list on disk.</summary>
public sealed class RecordKeeperTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("legtracker-kept-").FullName;
    private readonly Channel<Msg> messages = Channel.CreateUnbounded<Msg>();
    private readonly StoppedClock clock = new();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_a_server_told_is_kept_and_comes_back_as_it_was()
    {
        var file = KeptRecordFile.Of(folder, new Uri("http://127.0.0.1:5210"));
        var keeper = new RecordKeeper(messages.Writer, file, clock);
        using var ending = new CancellationTokenSource();
        var running = keeper.RunAsync(ending.Token);

        keeper.TryWrite(new Msg.Greeted("a", null));
        foreach (var msg in Invented.Events(Invented.Now))
        {
            keeper.TryWrite(msg);
        }

        var renamed = Invented.Bills(Invented.Now)[0] with { Title = "Renamed" };
        keeper.TryWrite(new Msg.BillChanged(renamed));
        keeper.TryWrite(new Msg.BillRemoved(Invented.Bills(Invented.Now)[1].Name));
        await ending.CancelAsync();
        await running;

        var kept = file.Read()!;
        Assert.Equal(("a", Invented.Now.ToUniversalTime()), (kept.Epoch, kept.AsOf));
        Assert.Equal(Invented.Bills(Invented.Now).Length - 1, kept.Bills.Length);
        var bill = Assert.Single(kept.Bills, bill => bill.Name == renamed.Name);
        Assert.Equal(renamed.Actions.AsEnumerable(), bill.Actions);
        Assert.Equal((renamed.Title, renamed.StageSince, renamed.Mark, renamed.LastConfirmed), (bill.Title, bill.StageSince, bill.Mark, bill.LastConfirmed));
        Assert.Equal(renamed.Lanes.AsEnumerable(), bill.Lanes);
        Assert.Equal(Invented.Changes(Invented.Now).OrderBy(change => change.Revision), kept.Changes.AsEnumerable());
        Assert.Equal(Invented.Sources(Invented.Now).AsEnumerable(), kept.Sources);
        Assert.Equal(Invented.Events(Invented.Now).Count() + 3, messages.Reader.Count);
    }

    [Fact]
    public async Task Half_a_list_is_never_kept()
    {
        var file = KeptRecordFile.Of(folder, new Uri("http://127.0.0.1:5210"));
        var keeper = new RecordKeeper(messages.Writer, file, clock);
        using var ending = new CancellationTokenSource();
        var running = keeper.RunAsync(ending.Token);

        keeper.TryWrite(new Msg.Greeted("a", null));
        keeper.TryWrite(new Msg.BillChanged(Invented.Bills(Invented.Now)[0]));
        await ending.CancelAsync();
        await running;

        Assert.False(File.Exists(file.FullPath));
    }

    [Fact]
    public void Another_address_has_another_file_and_no_address_leaves_the_folder()
    {
        var names = new[] { "http://127.0.0.1:5210", "http://127.0.0.1:5211", "https://laws.example.org", "http://[::1]:5210" }.Select(address => KeptRecordFile.Of(folder, new Uri(address)).FullPath).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.All(names, name => Assert.Equal(folder, Path.GetDirectoryName(name)));
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Invented.Now.ToUniversalTime();
    }
}
