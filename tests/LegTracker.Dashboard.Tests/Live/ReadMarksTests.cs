using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LegTracker.Dashboard.Live;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Tests.Live;

/// <summary>What has been read, over restarts and beside other dashboards.</summary>
public sealed class ReadMarksTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 8, 5, 17, 40, 0, TimeSpan.Zero);
    private readonly string folder = Directory.CreateTempSubdirectory("legtracker-marks-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_first_visit_counts_what_was_recorded_before_it_as_read_and_what_comes_later_as_unread()
    {
        var marks = Open("a", head: 12);

        Assert.False(marks.Ledger.IsUnread("changes/12.3"));
        Assert.True(marks.Ledger.IsUnread("changes/13.0"));
        Assert.Null(marks.Visit);
    }

    [Fact]
    public void After_a_restart_what_came_meanwhile_is_unread_and_the_visit_before_is_known()
    {
        var first = Open("a", head: 12);
        first.Mark(["changes/13.0"], read: true);
        first.Mark(["changes/12.0"], read: false);
        first.Stay(Now.AddMinutes(5), 14);

        var second = Open("a", head: 20);

        Assert.False(second.Ledger.IsUnread("changes/13.0"));
        Assert.True(second.Ledger.IsUnread("changes/14.0"));
        Assert.True(second.Ledger.IsUnread("changes/20.0"));
        Assert.True(second.Ledger.IsUnread("changes/12.0"));
        Assert.Equal(new(Now.AddMinutes(5), 14), second.Visit);
    }

    [Fact]
    public void Each_store_has_its_own_marks()
    {
        Open("a", head: 12).Mark(["changes/13.0"], read: true);

        var other = Open("b", head: 3);

        Assert.True(other.Ledger.IsUnread("changes/13.0"));
        Assert.False(Open("a", head: 20).Ledger.IsUnread("changes/13.0"));
    }

    [Fact]
    public void Two_dashboards_on_one_file_add_to_each_other()
    {
        var (left, right) = (Open("a", head: 10), Open("a", head: 10));

        left.Mark(["changes/11.0"], read: true);
        right.Mark(["changes/12.0"], read: true);
        left.Mark(["changes/9.0"], read: false);

        var later = Open("a", head: 12).Ledger;
        Assert.False(later.IsUnread("changes/11.0"));
        Assert.False(later.IsUnread("changes/12.0"));
        Assert.True(later.IsUnread("changes/9.0"));
        Assert.False(left.Ledger.IsUnread("changes/12.0"));
    }

    [Fact]
    public async Task What_one_dashboard_marks_the_other_is_told_while_both_run()
    {
        var told = System.Threading.Channels.Channel.CreateUnbounded<(ReadLedger Before, ReadLedger After)>();
        var left = new ReadMarks(folder, (before, after) => told.Writer.TryWrite((before, after)));
        left.Open("a", 10, Now);
        left.Mark(["changes/11.0"], read: true);
        using var watch = new MarksWatch(left);
        watch.Begin();

        Open("a", head: 10).Mark(["changes/12.0"], read: true);

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var (before, after) = await told.Reader.ReadAsync(patience.Token);
        Assert.True(before.IsUnread("changes/12.0"));
        Assert.False(after.IsUnread("changes/12.0"));
        Assert.False(after.IsUnread("changes/11.0"));
        Assert.False(left.Ledger.IsUnread("changes/12.0"));
        left.Mark(["changes/13.0"], read: true);
        left.Merge();
        Assert.False(told.Reader.TryRead(out _));
    }

    [Fact]
    public void A_mark_of_ones_own_takes_up_and_tells_what_others_marked_before_it()
    {
        var told = new List<(ReadLedger Before, ReadLedger After)>();
        var left = new ReadMarks(folder, (before, after) => told.Add((before, after)));
        left.Open("a", 10, Now);
        var right = Open("a", head: 10);
        right.Mark(["changes/11.0"], read: true);
        right.Gather(["changes/11.0", "changes/12.0"], 10, 12);

        left.Mark(["changes/12.0"], read: true);

        var (before, after) = Assert.Single(told);
        Assert.Equal((true, false), (before.IsUnread("changes/11.0"), after.IsUnread("changes/11.0")));
        Assert.Equal((true, true), (before.IsUnread("changes/12.0"), after.IsUnread("changes/12.0")));
        Assert.False(Open("a", head: 12).Ledger.IsUnread("changes/12.0"));
    }

    [Fact]
    public void Before_a_server_has_answered_marks_are_kept_only_for_a_store_that_was_visited()
    {
        var stranger = new ReadMarks(folder);
        stranger.Recall("a");
        stranger.Mark(["changes/5.0"], read: false);
        Assert.False(File.Exists(Path.Combine(folder, "read.json")));

        Open("a", head: 10);
        var known = new ReadMarks(folder);
        known.Recall("a");
        known.Mark(["changes/11.0"], read: true);

        Assert.False(Open("a", head: 12).Ledger.IsUnread("changes/11.0"));
    }

    [Fact]
    public void A_file_that_cannot_be_understood_is_kept_aside_and_said_once()
    {
        File.WriteAllText(Path.Combine(folder, "read.json"), "{");

        var marks = Open("a", head: 10);

        Assert.Equal(Path.Combine(folder, "read.json.unreadable"), marks.TakeKept());
        Assert.Null(marks.TakeKept());
        Assert.False(marks.Ledger.IsUnread("changes/10.0"));
    }

    [Fact]
    public void A_folder_that_may_not_be_written_leaves_the_marks_of_this_run()
    {
        var marks = new ReadMarks(Path.Combine(folder, "file", "below"));
        File.WriteAllText(Path.Combine(folder, "file"), "");

        Assert.ThrowsAny<IOException>(() => marks.Open("a", 10, Now));
        Assert.ThrowsAny<IOException>(() => marks.Mark(["changes/11.0"], read: true));

        Assert.False(marks.Ledger.IsUnread("changes/10.0"));
        Assert.False(marks.Ledger.IsUnread("changes/11.0"));
        Assert.True(marks.Ledger.IsUnread("changes/12.0"));
    }

    [Fact]
    public async Task Dashboards_that_mark_at_once_lose_nothing()
    {
        Open("a", head: 0);
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            var marks = Open("a", head: 0);
            for (var revision = 1; revision <= 40; revision++)
            {
                marks.Mark([$"changes/{revision}.{writer}"], read: true);
            }
        }));

        await Task.WhenAll(writers);

        var ledger = Open("a", head: 0).Ledger;
        Assert.Equal(160, ledger.Read.Count);
    }

    [Fact]
    public void Marks_of_a_long_session_take_the_room_of_what_is_unread()
    {
        var marks = Open("a", head: 0);
        var known = new ToldChanges(marks);
        known.Begin([], 0, 0);
        for (var revision = 1; revision <= 5_000; revision++)
        {
            var change = string.Create(CultureInfo.InvariantCulture, $"changes/{revision}.0");
            known.Add([change], revision);
            if (revision % 100 != 0)
            {
                marks.Mark([change], read: true);
            }
        }

        var ledger = Open("a", head: 0).Ledger;
        Assert.InRange(ledger.Read.Count, 0, 1_100);
        Assert.All(Enumerable.Range(1, 5_000), revision => Assert.Equal(revision % 100 == 0, ledger.IsUnread(string.Create(CultureInfo.InvariantCulture, $"changes/{revision}.0"))));
    }

    // A list of (arrive, mark, restart) steps against a plain set of what is unread.
    [Fact]
    public void No_unread_mark_is_lost_or_invented_over_any_restarts_arrivals_and_gatherings()
    {
        var steps = Gen.OneOf(
            Gen.Choose(1, 3).Select(count => ("arrive", count)),
            Gen.Choose(0, 60).Select(which => ("read", which)),
            Gen.Choose(0, 60).Select(which => ("unread", which)),
            Gen.Constant(("restart", 0)),
            Gen.Constant(("gather", 0))).NonEmptyListOf().ToArbitrary();

        Prop.ForAll(steps, walk =>
        {
            var ledger = new ReadLedger(2);
            var known = new List<string> { "changes/1.0", "changes/2.0" };
            var unread = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (what, number) in walk)
            {
                switch (what)
                {
                    case "arrive":
                        var revision = ReadLedger.RevisionOf(known[^1]) + 1;
                        var news = Enumerable.Range(0, number).Select(index => $"changes/{revision}.{index}").ToList();
                        known.AddRange(news);
                        unread.UnionWith(news);
                        break;
                    case "read" or "unread":
                        var change = known[number % known.Count];
                        ledger = ledger.Mark([change], what == "read");
                        _ = what == "read" ? unread.Remove(change) : unread.Add(change);
                        break;
                    case "gather":
                        ledger = ledger.Gather(known, ReadLedger.RevisionOf(known[^1]));
                        break;
                    default:
                        new StateFile(folder, "walk.json").Write(ledger);
                        ledger = new StateFile(folder, "walk.json").Read<ReadLedger>(out _)!;
                        break;
                }

                if (!known.Where(ledger.IsUnread).ToHashSet(StringComparer.Ordinal).SetEquals(unread))
                {
                    return false.Label($"after {what} {number}");
                }
            }

            return true.Label("the same");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    private ReadMarks Open(string store, long head)
    {
        var marks = new ReadMarks(folder);
        marks.Open(store, head, Now);
        return marks;
    }
}
