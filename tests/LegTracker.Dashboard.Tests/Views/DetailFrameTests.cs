using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Tests.Model;
using LegTracker.Dashboard.Views;

namespace LegTracker.Dashboard.Tests.Views;

/// <summary>Pictures of a bill in detail and of editing it.</summary>
public sealed class DetailFrameTests
{
    private static readonly (string Name, Func<DashboardModel, DashboardModel> To)[] Scenes =
    [
        ("history", model => model),
        ("status", model => Invented.Keys(model, "s")),
        ("text", model => Invented.Keys(model, "t", "j")),
        ("analyses", model => Invented.Keys(model, "a")),
        ("votes", model => Invented.Keys(model, "v")),
        ("notes", model => Invented.Keys(model, "n")),
        ("related", model => Invented.Keys(model, "l")),
        ("evidence", model => Invented.Keys(model, "E")),
        ("unfetched", model => Invented.Keys(Offline(model) with { Detail = null }, "t")),
        ("fields", model => Invented.Keys(model, "e")),
        ("typing", model => Invented.Play(Invented.Keys(model, "e", "n", "o", "t", "e", "s", "enter", "up"), new Msg.Pasted(" More words that I type,\nand a line"))),
        ("waiting", model => Invented.Keys(Written(Offline(model)), "n")),
        ("conflict", Conflict),
        ("partial", Partial),
        ("deadline", model => Invented.Play(model, new Msg.BillChanged(model.Bills[model.DetailBill] with { NextDates = [], Deadline = "Last day for each house to pass bills: August 31, 2024 (Art. IV, Sec. 10(c)), 16 days left, at the latest: the calendar of 2024 does not give the earlier deadlines." }))),
        ("failed", model => Invented.Play(Invented.Keys(model, "v"), new Msg.DetailFailed(new(model.DetailBill, model.Now.AddSeconds(-20), "the server did not answer within 20 seconds")))),
    ];

    public static TheoryData<string, int, int, bool> Frames()
    {
        var data = new TheoryData<string, int, int, bool>();
        foreach (var (columns, rows) in new[] { (40, 8), (60, 20), (80, 24), (120, 40), (200, 60) })
        {
            data.Add("history", columns, rows, false);
            data.Add("history", columns, rows, true);
        }

        foreach (var (name, _) in Scenes.Skip(1))
        {
            data.Add(name, 80, 24, false);
        }

        data.Add("partial", 120, 40, false);
        foreach (var name in new[] { "notes", "waiting", "typing", "partial" })
        {
            data.Add(name, 120, 40, true);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Frames))]
    public void A_frame_is_as_it_was_approved(string scene, int columns, int rows, bool ascii)
    {
        var model = Scenes.Single(known => known.Name == scene).To(InventedDetail.Open(Invented.Model(columns, rows, ascii)));

        FrameGoldenTests.Approve(DashboardView.Render(model), $"bill-{scene}-{columns}x{rows}{(ascii ? "-ascii" : "")}.txt", columns, ascii);
    }

    private static DashboardModel Offline(DashboardModel model) => Invented.Play(model, new Msg.ConnectionChanged(new(LinkMark.Offline, model.Now.AddMinutes(-3)) { RetryAt = model.Now.AddSeconds(8) }));

    private static DashboardModel Written(DashboardModel model) => Invented.Keys(model, "e", "p", "o", "s", "enter", "o", "p", "p", "enter", "e", "o", "w", "n", "enter", "!", "esc", "enter");

    // As AB 379 in the replay: the record begins on the floor of the first house.
    private static DashboardModel Partial(DashboardModel model)
    {
        var bill = model.Bills[model.DetailBill];
        return Invented.Play(model, new Msg.BillChanged(bill with { Lanes = [.. bill.Lanes.Select((step, at) => at < 3 ? step with { Mark = StepMark.Unknown, Date = null } : step)] }));
    }

    private static DashboardModel Conflict(DashboardModel model)
    {
        var (bill, written) = (model.Bills[model.DetailBill], Written(Offline(model)));
        var sent = Invented.Play(written, new Msg.ConnectionChanged(new(LinkMark.Live, model.Now)));
        return Invented.Play(sent, new Msg.EditMismatched(sent.Editing.Queue[0].Id, bill with { Etag = "v2", Written = [new("position", "neutral") { Author = "Ana Díaz", Written = model.Now.AddMinutes(-1) }, .. bill.Written.RemoveAt(0)] }));
    }
}
