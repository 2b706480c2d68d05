// Lists the watch list, then follows every change: follow ADDRESS STATE_FILE [STOP_AFTER]
using System.Globalization;
using System.Text.Json;
using LegTracker.Client;
using LegTracker.V1;

var stateFile = args[1];
var stopAfter = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : int.MaxValue;
using var connection = new LegTrackerConnection(new Uri(args[0]), Environment.GetEnvironmentVariable("LEGTRACKER_TOKEN"));

// The revision of the first page: a watch begun after it misses nothing.
var request = new ListBillsRequest { ReadMask = new() { Paths = { "measure", "session", "stage", "freshness" } } };
long? listedAt = null;
do
{
    var page = await connection.Bills.ListBillsAsync(request, deadline: TimeProvider.System.GetUtcNow().AddSeconds(30).UtcDateTime);
    foreach (var bill in page.Bills)
    {
        Console.WriteLine($"bill {bill.Measure} {bill.Session} {bill.Stage} {bill.Freshness}");
    }

    listedAt ??= page.Revision;
    request.PageToken = page.NextPageToken;
}
while (request.PageToken.Length > 0);

var state = File.Exists(stateFile) ? JsonSerializer.Deserialize<State>(File.ReadAllText(stateFile))! : new State("", listedAt.Value);
Console.WriteLine($"following after revision {state.Revision}");

// The watcher comes back by itself and tells each change once; what is kept here is for the next run of this program.
List<Change> pending = [];
var told = 0;
await foreach (var happened in new ChangeWatcher(connection).WatchAsync(WatchStart.After(state.Revision, [], state.Epoch), TimeProvider.System, CancellationToken.None))
{
    switch (happened)
    {
        case WatchEvent.Changed changed:
            pending.AddRange(changed.Changes);
            if (!changed.MoreOfRevision)
            {
                pending.ForEach(change => Console.WriteLine($"{change.Name} {change.Kind} {change.Summary}"));
                told += pending.Count;
                pending.Clear();
                Save(changed.At);
            }

            break;
        case WatchEvent.SnapshotPart part:
            foreach (var bill in part.Bills)
            {
                Console.WriteLine($"now {bill.Measure} {bill.Session} {bill.Stage}");
            }

            if (part.Last)
            {
                Save(part.At);
            }

            break;
        case WatchEvent.Reset reset:
            pending.Clear();
            Console.Error.WriteLine($"reset: {reset.Reason}");
            break;
        case WatchEvent.Heartbeat beat when pending.Count == 0:
            Save(beat.At);
            break;
        case WatchEvent.Disconnected lost:
            Console.Error.WriteLine($"{lost.Reason}; back in {lost.RetryIn.TotalSeconds:0.0} s");
            break;
        default:
            break;
    }

    if (told >= stopAfter)
    {
        break;
    }
}

// All or nothing: a crash leaves the old position, never half of a new one.
void Save(WatchPosition at)
{
    File.WriteAllText($"{stateFile}.new", JsonSerializer.Serialize(new State(at.Epoch, at.Revision)));
    File.Move($"{stateFile}.new", stateFile, overwrite: true);
}

internal sealed record State(string Epoch, long Revision);
