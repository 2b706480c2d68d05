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
        ("sources", model => Invented.Keys(model, "5", "j")),
        ("help", model => Invented.Keys(model, "?")),
        ("filter", model => Invented.Keys(model, "/", "f", "l", "o", "o", "r")),
        ("offline", model => Invented.Play(model, new Msg.ConnectionChanged(new(LinkMark.Offline, model.Now.AddMinutes(1)) { Address = "http://127.0.0.1:5210", RetryAt = model.Now.AddSeconds(8), Reason = "connection refused" }))),
        ("demo", model => Invented.Play(model, new Msg.ClockSet(new(new(2024, 9, 12, 8, 0, 0, TimeSpan.FromHours(-7)), model.Now, 86_400)))),
        ("alarm", model => Invented.Play(model, Alarmed(model))),
        ("alarmed-source", model => Invented.Keys(Invented.Play(model, Alarmed(model)), "5")),
        ("kept", model => Invented.Play(Fresh(model), new Msg.Recalled(Invented.Kept(model.Now)))),
        ("kept-offline", model => Invented.Play(Fresh(model), new Msg.Recalled(Invented.Kept(model.Now)), new Msg.ConnectionChanged(new(LinkMark.Offline, model.Now) { Address = "127.0.0.1:5210", RetryAt = model.Now.AddSeconds(8), Reason = "connection refused" }), new Msg.Tick(model.Now.AddSeconds(1)))),
        ("first-reading", model => Invented.Play(Fresh(model), Invented.FirstReading(model.Now))),
        ("since-visit", model => Invented.Play(model, new Msg.Greeted("a", new LastVisit(model.Now.AddDays(-4), 1_200)))),
        ("tour", model => Invented.Keys(model, "ctrl+t", "j", "enter")),
        ("ask-read", model => Invented.Keys(model, "M")),
        ("empty", model => Invented.Play(model, new Msg.SnapshotArrived([]))),
        ("start", Fresh),
    ];

    public static TheoryData<string, int, int, bool> Frames()
    {
        var data = new TheoryData<string, int, int, bool>();
        foreach (var (name, _) in Scenes)
        {
            foreach (var (columns, rows) in new[] { (80, 24), (120, 40), (60, 20) })
            {
                data.Add(name, columns, rows, false);
                data.Add(name, columns, rows, true);
            }
        }

        data.Add("bills", 39, 24, false);
        data.Add("bills", 40, 8, false);
        return data;
    }

    [Theory]
    [MemberData(nameof(Frames))]
    public void A_frame_is_as_it_was_approved(string scene, int columns, int rows, bool ascii)
    {
        var model = Scenes.Single(known => known.Name == scene).To(Invented.Model(columns, rows, ascii));

        var frame = DashboardView.Render(model);

        Assert.All(frame.Rows, row => Assert.Equal(columns, TextWidth.Of(row.ToString())));
        if (ascii)
        {
            Assert.All(frame.Rows, row => Assert.True(System.Text.Ascii.IsValid(row.ToString()), row.ToString()));
        }

        Compare($"{scene}-{columns}x{rows}{(ascii ? "-ascii" : "")}.txt", Plane(frame, span => span.Text) + "\n" + Plane(frame, Letters));
    }

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
            State = "drifted",
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
