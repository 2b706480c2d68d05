using LegTracker.Dashboard.Live;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Tests.Live;

/// <summary>The files of the user: what they write, and what the dashboard keeps for them.</summary>
public sealed class OwnFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("legtracker-own-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Names_come_with_their_values_and_lines_and_what_is_neither_is_told()
    {
        System.IO.File.WriteAllText(Path.Combine(folder, "keys.yaml"), "# mine\nquit: Q\nlist.down: [j, n]\n\nascii:\nmouse:\n  key: x\n");

        var file = UserFile.Read(folder, "keys.yaml");

        Assert.Equal([("quit", "Q", 2), ("list.down", "j n", 3), ("ascii", "", 5)], file.Entries.Select(entry => (entry.Name, string.Join(' ', entry.Values), entry.Line)));
        Assert.Equal([6], file.Faults.Select(fault => fault.Line));
    }

    [Theory]
    [InlineData("quit: [Q", 2)]
    [InlineData("quit: Q\nquit: X\n", 2)]
    [InlineData("- quit", 1)]
    [InlineData("just words", 1)]
    public void A_file_that_is_no_list_of_names_is_told_with_a_line(string text, int line)
    {
        System.IO.File.WriteAllText(Path.Combine(folder, "keys.yaml"), text);

        var file = UserFile.Read(folder, "keys.yaml");

        Assert.Empty(file.Entries);
        Assert.Equal(line, Assert.Single(file.Faults).Line);
    }

    [Fact]
    public void No_file_and_an_empty_one_say_nothing()
    {
        System.IO.File.WriteAllText(Path.Combine(folder, "empty.yaml"), "# nothing\n");

        Assert.Empty(UserFile.Read(folder, "none.yaml").Faults);
        Assert.Empty(UserFile.Read(folder, "empty.yaml").Faults);
    }

    [Fact]
    public void Every_choice_comes_back_from_the_disk()
    {
        var view = new ViewState
        {
            Theme = "light",
            Sort = new(SortField.Priority, Reversed: true),
            Columns = [ListColumn.Owner],
            Views = [new("Q3", "p:1") { Sort = new(SortField.Title), Columns = [ListColumn.Next] }],
            Bookmarks = ["bills/1"],
            Preview = false,
            Place = PreviewPlace.Side,
            Configuration = "abc",
        };

        File().Write(view);
        var read = File().Read(out var kept);

        Assert.Null(kept);
        Assert.Equal((view.Theme, view.Sort, view.Preview, view.Place, view.Configuration), (read.Theme, read.Sort, read.Preview, read.Place, read.Configuration));
        Assert.Equal(view.Columns.AsEnumerable(), read.Columns);
        Assert.Equal(["bills/1"], read.Bookmarks);
        Assert.Equal(("Q3", "p:1", SortField.Title, ListColumn.Next), read.Views is [{ Sort: { } sort, Columns: [var next] } own] ? (own.Name, own.Filter, sort.Field, next) : default);
    }

    [Theory]
    [InlineData("{\"Bookmarks\":null}")]
    [InlineData("{\"Columns\":null}")]
    [InlineData("{\"Columns\":[\"Cost\"]}")]
    [InlineData("{\"Sort\":null}")]
    [InlineData("[]")]
    public void A_file_of_another_shape_is_kept_aside(string json)
    {
        System.IO.File.WriteAllText(Path.Combine(folder, "view.json"), json);

        Assert.Equal("dark", File().Read(out var kept).Theme);
        Assert.Equal(json, System.IO.File.ReadAllText(kept!));
    }

    [Fact]
    public void Two_dashboards_of_one_user_lose_none_of_each_others_marks_and_views()
    {
        var (one, other) = (File(), File());
        one.Write(one.Read(out _) with { Bookmarks = ["a", "b"] });
        var known = other.Read(out _);

        one.Write(new ViewState { Bookmarks = ["a", "c"], Views = [new("mine", "")] });
        other.Write(known with { Bookmarks = known.Bookmarks.Add("d"), Views = [new("theirs", "")] });

        var read = File().Read(out _);
        Assert.Equal(["a", "c", "d"], read.Bookmarks.Order());
        Assert.Equal(["mine", "theirs"], read.Views.Select(view => view.Name));
    }

    private ViewFile File() => new(new StateFile(folder, "view.json"));
}
