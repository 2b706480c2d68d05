using System.Runtime.CompilerServices;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Tests.Model;
using LegTracker.Dashboard.Views;

namespace LegTracker.Dashboard.Tests.Views;

/// <summary>Frames as text, with a second plane that has one letter a role (capital under the cursor).</summary>
public sealed class FrameGoldenTests
{
    private static readonly (string Name, Func<DashboardModel, DashboardModel> To)[] Scenes =
    [
        ("bills", model => model),
        ("detail", model => Invented.Keys(model, "j", "j", "enter")),
        ("changes", model => Invented.Keys(model, "2", "j")),
        ("calendar", model => Invented.Keys(model, "3", "j", "j")),
        ("calendar-back", model => Invented.Keys(model, "3", "[")),
        ("calendar-empty", model => Invented.Keys(Invented.Play(model, new Msg.CalendarArrived([], InventedLists.Basis(model.Now))), "3")),
        ("candidates", model => Invented.Keys(Arrive(model), "6")),
        ("candidate", model => Invented.Keys(model, "6", "j", "enter")),
        ("candidates-empty", model => Invented.Keys(Invented.Play(model, new Msg.CandidatesArrived([])), "6")),
        ("sources", model => Invented.Keys(model, "5", "j")),
        ("help", model => Invented.Keys(model, "?")),
        ("help-word", model => Invented.Keys(model, "?", "u", "n", "r", "down")),
        ("commands", model => Invented.Keys(model, ":", "9", "1")),
        ("columns", model => Invented.Keys(Chosen(model), "c", "down", "enter")),
        ("sorted", model => Invented.Keys(Chosen(model), "s", "p", "b")),
        ("views", model => Invented.Keys(model, "v")),
        ("chord", model => Invented.Keys(model, "s")),
        ("pane", model => Invented.Keys(model, "j", "j", "tab", "j", "j", "j", "j", "j", "j")),
        ("zoom", model => Invented.Keys(model, "j", "j", "z", "G")),
        ("filter", model => Invented.Keys(model, "/", "f", "l", "o", "o", "r")),
        ("offline", model => Invented.Play(model, new Msg.ConnectionChanged(new(LinkMark.Offline, model.Now.AddMinutes(1)) { Address = "http://127.0.0.1:5210", RetryAt = model.Now.AddSeconds(8), Reason = "connection refused" }))),
        ("demo", model => Invented.Play(model, new Msg.ClockSet(new(new(2024, 9, 12, 8, 0, 0, TimeSpan.FromHours(-7)), model.Now, 86_400)))),
        ("alarm", model => Invented.Play(model, Alarmed(model))),
        ("alarmed-source", model => Invented.Keys(Invented.Play(model, Alarmed(model)), "5")),
        ("meetings", model => Invented.Keys(InventedMeetings.Know(model), "4")),
        ("meetings-none", model => Invented.Keys(Invented.Play(model, new Msg.MeetingsArrived([], 0)), "4")),
        ("meeting-remove", model => Invented.Keys(InventedMeetings.Know(model), "4", "x")),
        ("builder", model => Invented.Keys(InventedMeetings.Builder(model), "j", "j")),
        ("builder-text", model => Invented.Keys(InventedMeetings.Builder(model), "j", "j", "tab")),
        ("builder-freeze", model => Invented.Keys(InventedMeetings.Builder(model), "F")),
        ("kept", model => Invented.Play(Fresh(model), new Msg.Recalled(Invented.Kept(model.Now)))),
        ("kept-offline", model => Invented.Play(Fresh(model), new Msg.Recalled(Invented.Kept(model.Now)), new Msg.ConnectionChanged(new(LinkMark.Offline, model.Now) { Address = "127.0.0.1:5210", RetryAt = model.Now.AddSeconds(8), Reason = "connection refused" }), new Msg.Tick(model.Now.AddSeconds(1)))),
        ("first-reading", model => Invented.Play(Fresh(model), Invented.FirstReading(model.Now))),
        ("since-visit", model => Invented.Play(model, new Msg.Greeted("a", new LastVisit(model.Now.AddDays(-4), 1_200)))),
        ("tour", model => Invented.Keys(model, "ctrl+g", "j", "enter")),
        ("ask-read", model => Invented.Keys(model, "M")),
        ("empty", model => Invented.Play(model, new Msg.SnapshotArrived([]))),
        ("start", Fresh),
    ];

    public static TheoryData<string, int, int, bool> Frames()
    {
        var data = new TheoryData<string, int, int, bool>();
        foreach (var (name, _) in Scenes)
        {
            foreach (var (columns, rows) in new[] { (40, 8), (60, 20), (80, 24), (120, 40), (200, 60) })
            {
                data.Add(name, columns, rows, false);
                data.Add(name, columns, rows, true);
            }
        }

        data.Add("bills", 39, 24, false);
        return data;
    }

    [Theory]
    [MemberData(nameof(Frames))]
    public void A_frame_is_as_it_was_approved(string scene, int columns, int rows, bool ascii)
    {
        var model = Scenes.Single(known => known.Name == scene).To(Invented.Model(columns, rows, ascii));

        Approve(DashboardView.Render(model), $"{scene}-{columns}x{rows}{(ascii ? "-ascii" : "")}.txt", columns, ascii);
    }

    /// <summary>The frame is as wide as said, and as its file.</summary>
    internal static void Approve(Frame frame, string name, int columns, bool ascii)
    {
        Assert.All(frame.Rows, row => Assert.Equal(columns, TextWidth.Of(row.ToString())));
        if (ascii)
        {
            Assert.All(frame.Rows, row => Assert.True(System.Text.Ascii.IsValid(row.ToString()), row.ToString()));
        }

        Compare(name, Plane(frame, span => span.Text) + "\n" + Plane(frame, Letters));
    }

    // One of the candidates was found while the dashboard was open.
    private static DashboardModel Arrive(DashboardModel model) => Invented.Play(
        model with { Candidates = new() }, new Msg.CandidatesArrived(InventedLists.Candidates(model.Now).RemoveAt(0)), new Msg.CandidatesArrived(InventedLists.Candidates(model.Now)));

    private static DashboardModel Chosen(DashboardModel model) => model with { View = model.View with { Columns = ListColumns.All } };

    private static DashboardModel Fresh(DashboardModel model) => new()
    {
        Columns = model.Columns,
        Rows = model.Rows,
        Now = model.Now,
        Zone = model.Zone,
        Ascii = model.Ascii,
        Keys = model.Keys,
        Connection = new(LinkMark.Connecting, model.Now) { Address = "http://127.0.0.1:5210" },
    };

    private static Msg.SourcesArrived Alarmed(DashboardModel model) => new(
    [
        model.Sources[0] with
        {
            Mark = SourceMark.Failing,
            State = "not believed",
            Alarm = "it gives what cannot be true, so nothing of it is recorded",
            Reason = "AB 1394 (2023-24) was chaptered on October 8, 2023, so its history stands still, yet its line of September 7, 2023 “In Assembly. Concurrence in Senate amendments pending.” is gone",
            ToDo = "Look at what it gave: legtracker sources --quarantine",
        },
        .. model.Sources.Skip(1),
    ]);

    private static string Plane(Frame frame, Func<Span, string> what) =>
        string.Concat(frame.Rows.Select(row => string.Concat(row.Spans.Select(span => what(span with { Selected = span.Selected || row.Selected }))).TrimEnd() + "\n"));

    private static string Letters(Span span)
    {
        var letter = (char)('a' + (int)span.Role);
        return new(span.Selected ? char.ToUpperInvariant(letter) : letter, TextWidth.Of(span.Text));
    }

    private static void Compare(string name, string actual, [CallerFilePath] string here = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(here)!, "Frames", name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        Assert.True(File.Exists(file), $"{file} does not exist: run with UPDATE_GOLDEN=1 and look at it");
        Assert.Equal(File.ReadAllText(file), actual);
    }
}
