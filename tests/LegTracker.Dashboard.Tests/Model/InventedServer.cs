using System.Collections.Immutable;
using System.Text.Json;
using LegTracker.Dashboard.Live;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Update;

namespace LegTracker.Dashboard.Tests.Model;

/// <summary>A dashboard and a server of one bill, in memory: edits with etags, a log, a line that breaks, a program that crashes.</summary>
internal sealed class InventedServer
{
    private readonly Dictionary<string, (string Text, string Author)> fields = [];
    private readonly Queue<BillEdit> asked = new();
    private int version = 1;

    public InventedServer()
    {
        Dashboard = Started();
        Apply(new Msg.ConnectionChanged(new(LinkMark.Live, Invented.Now)));
    }

    public static string Bill { get; } = "states/ca/sessions/20232024-0/bills/AB9101";

    public DashboardModel Dashboard { get; private set; }

    /// <summary>Every value that was ever written.</summary>
    public List<string> Log { get; } = [];

    /// <summary>What the dashboard last asked to be kept, as the file holds it.</summary>
    public string Kept { get; private set; } = "null";

    public string this[string field] => fields.GetValueOrDefault(field).Text ?? "";

    public BillItem Known => new(Bill, "AB 9101", "2023-24")
    {
        Etag = $"v{version}",
        Position = this["position"],
        Written = [.. EditField.All.Select(one => one.Id).Where(id => this[id].Length > 0).Select(id => new WrittenText(id, this[id]) { Author = fields[id].Author })],
    };

    public void Apply(Msg msg)
    {
        (Dashboard, var commands) = DashboardUpdate.Apply(Dashboard, msg);
        foreach (var command in commands)
        {
            if (command is Cmd.KeepEdits keep)
            {
                Kept = JsonSerializer.Serialize(new KeptEdits("", keep.Queue, keep.Drafts));
            }
            else if (command is Cmd.SendEdit send)
            {
                asked.Enqueue(send.Edit);
            }
        }
    }

    public void Keys(params string[] keys)
    {
        foreach (var key in keys)
        {
            Apply(new Msg.KeyPressed(key.Length == 1 ? KeyStroke.Typed(key) : new(key)));
        }
    }

    /// <summary>A person writes a field, made from what is shown.</summary>
    public void Write(string field, string text) => Apply(new Msg.Write(Begun(field) with { Text = text }));

    /// <summary>A person types a text and leaves it.</summary>
    public void Type(string field, string text) => Apply(new Msg.Drafted(Begun(field) with { Text = text }));

    /// <summary>Somebody else writes a field.</summary>
    public void Other(string field, string text, bool told = true)
    {
        Store(field, text, "Ana");
        if (told && Dashboard.Connection.Link == LinkMark.Live)
        {
            Apply(new Msg.BillChanged(Known));
        }
    }

    /// <summary>Answers one edit; a line may break before it arrives, or before the answer does.</summary>
    public bool Answer(bool arrives = true, bool returns = true)
    {
        if (!asked.TryDequeue(out var edit))
        {
            return false;
        }

        var taken = edit.Etag == $"v{version}";
        if (arrives && taken)
        {
            Store(edit.Field, edit.After, "me");
        }

        Apply(!arrives || !returns ? new Msg.EditNotSent(edit.Id, "broken") : taken ? new Msg.EditTaken(edit.Id, Known) : new Msg.EditMismatched(edit.Id, Known));
        return true;
    }

    public void Settle()
    {
        while (Answer())
        {
        }
    }

    public void Offline()
    {
        Apply(new Msg.ConnectionChanged(new(LinkMark.Offline, Dashboard.Now)));
        while (Answer(arrives: false))
        {
        }
    }

    public void Online()
    {
        Apply(new Msg.SnapshotArrived([Known]));
        Apply(new Msg.ConnectionChanged(new(LinkMark.Live, Dashboard.Now)));
    }

    public void Later(int seconds) => Apply(new Msg.Tick(Dashboard.Now.AddSeconds(seconds)));

    /// <summary>The program ends without warning, an edit under way may or may not arrive, and is started again.</summary>
    public void Crash(bool arrives)
    {
        while (asked.TryDequeue(out var edit))
        {
            if (arrives && edit.Etag == $"v{version}")
            {
                Store(edit.Field, edit.After, "me");
            }
        }

        var now = Dashboard.Now;
        Dashboard = Started();
        Apply(new Msg.Tick(now.AddSeconds(1)));
        if (JsonSerializer.Deserialize<KeptEdits>(Kept) is { } kept)
        {
            Apply(new Msg.EditsRestored(kept.Queue, kept.Drafts));
        }
    }

    public ImmutableArray<string> Choices() => [.. Dashboard.Picker!.Rows.Select(choice => choice.Label)];

    private static DashboardModel Started() => Invented.Play(DashboardUpdate.Start(Invented.Now, Invented.Zone, ascii: false), new Msg.Resized(80, 24), new Msg.SnapshotArrived([new(Bill, "AB 9101", "2023-24") { Etag = "v1" }]));

    private Draft Begun(string field)
    {
        var bill = Dashboard.Bills[Bill];
        var value = Dashboard.Editing.ValueOf(bill, field);
        return Dashboard.Editing.DraftOf(Bill, field) ?? new(Bill, bill.Measure, field, value, value, Dashboard.Editing.EtagOf(bill, field));
    }

    private void Store(string field, string text, string author)
    {
        fields[field] = (text, author);
        version++;
        Log.Add(text);
    }
}
