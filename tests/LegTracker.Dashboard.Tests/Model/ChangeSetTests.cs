using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Tests.Model;

/// <summary>Names of changes in little room.</summary>
public sealed class ChangeSetTests
{
    // Those that the server gives, their neighbours at the edges, and what no server gives.
    private static readonly string[] Names =
    [
        "changes/1.0", "changes/1.1", "changes/1.10", "changes/2.0", "changes/10.0", "changes/549755813887.16777215", "changes/549755813888.0", "changes/1.16777216",
        "changes/01.0", "changes/1.00", "changes/1", "changes/1.", "changes/.1", "changes/-1.0", "changes/ 1.0", "changes/1.0 ", "changes/99999999999999999999.0", "other/1.0", "", "changes/", "child \"1\"",
    ];

    [Fact]
    public void It_holds_what_a_plain_set_holds_over_any_unions_differences_and_readings()
    {
        var steps = (from add in Gen.Elements(true, false)
                     from names in Gen.Elements(Names).ListOf()
                     select (add, names)).NonEmptyListOf().ToArbitrary();

        Prop.ForAll(steps, walk =>
        {
            ChangeSet set = [];
            var plain = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (add, names) in walk)
            {
                set = add ? set.Union(names) : set.Except(names);
                if (add)
                {
                    plain.UnionWith(names);
                }
                else
                {
                    plain.ExceptWith(names);
                }

                var again = JsonSerializer.Deserialize<ChangeSet>(JsonSerializer.Serialize(set))!;
                if (!plain.SetEquals(set) || set.Count != plain.Count || Names.Any(name => set.Contains(name) != plain.Contains(name)) || !set.SetEquals(again) || set.SetEquals(set.Union(["changes/7.7"])))
                {
                    return false.Label(string.Join(" | ", names));
                }
            }

            return true.Label("the same");
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[[]]")]
    [InlineData("\"changes/1.0\"")]
    public void What_is_no_list_of_names_is_no_such_json(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ChangeSet>(json));
}
